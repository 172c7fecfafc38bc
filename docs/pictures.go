// Package docs holds the pictures of the README. They are drawn from the real
// screens: `go generate ./docs`.
package docs

//go:generate go run ./pictures
