//go:build js

package main

import _ "unsafe" // for go:linkname

// early is by how many percent the memory grows, while the player starts, before
// garbage is collected: at first that is at 40 MB, which the first frame does not take.
// Nearly all that is made then is kept, and each collection looks through all of it.
const early = 1000

// usual is the same afterwards, as Go has it.
const usual = 100

// setGCPercent is runtime/debug's, which would bring files and formatting with it.
//
//go:linkname setGCPercent runtime/debug.setGCPercent
func setGCPercent(percent int32) int32
