// Package docs holds the reference of the survey file, whose examples its tests
// run, and the pictures of the README. They are drawn from the real screens:
// `go generate ./docs`.
package docs

//go:generate go run ./pictures
