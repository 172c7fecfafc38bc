// Package secrecy proves that what anketa shows of a session tells nobody's answers. It
// reads the surfaces as they are drawn and written: the tabs of the console, the table,
// the JSON, the report and the exports, over a real store.
//
//	go test ./secrecy                                        a slice of each
//	ANKETA_WHOLE=1 go test -timeout 3h -run Watcher ./secrecy   10,000 sessions, some 20 minutes
//	… -run 'Watcher/part_1$'                                250 of them, one of 40 parts
//
// One proof compares every cell of every surface with an oracle that knows the rules and
// nothing else (package resultstest). The other watches whole sessions as somebody would
// who forgets nothing, and calculates.
package secrecy
