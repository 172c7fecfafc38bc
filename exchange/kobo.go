package exchange

// FormName returns the name of a question, or of one of its columns, in an XLSForm.
// There a name begins with a letter or an underscore, which no id of ours does; so an
// id that begins with a digit gets one, and no two get the same name.
func FormName(id string) string {
	if id != "" && '0' <= id[0] && id[0] <= '9' {
		return "_" + id
	}
	return id
}
