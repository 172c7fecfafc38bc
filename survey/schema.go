package survey

import _ "embed"

//go:embed schema.json
var schema string

// Schema returns the JSON Schema (draft 2020-12) of a survey file, with which
// editors complete keys, explain them and mark mistakes. It knows everything
// that can be said about a key by itself; what depends on other places of the
// file, such as ids and languages, only [Check] knows.
func Schema() string { return schema }
