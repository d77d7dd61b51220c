package slim

import "slices"

// Module is the import path of the module that is patched.
const Module = "github.com/hajimehoshi/ebiten/v2"

// Version is the version of [Module] that the patches were written for.
const Version = "v2.10.4"

// A patch changes one file of the module. It has one of
//   - fn: the body of that function or method becomes new;
//   - variable: the declaration of that variable alone is dropped;
//   - old: that text, found exactly once, becomes new.
//
// Imports that a patched file no longer needs are dropped by themselves.
type patch struct {
	file     string
	fn       string // "Name" or "Receiver.Name"
	variable string
	old, new string
	why      string
}

// patches are all of the five tables.
func patches() []patch {
	return slices.Concat(weight(), parking(), pixels(), repeating(), starting())
}
