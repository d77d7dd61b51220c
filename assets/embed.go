// Package assets holds the compiled story that the player carries with it.
//
// The TOML files beside it are its source: after a change, "go generate
// ./assets" compiles them anew, and the package's test fails until that is done.
package assets

import _ "embed"

//go:generate go run ../cmd/studio compile -assets .

// Story is the story file; story.Decode reads it. It must not be changed.
//
//go:embed story.lh
var Story []byte
