package sample

import (
	_ "strconv" // want `a scene may not import strconv`
)

var (
	paragraph = "J08"
	link      = "aluminium/1"
	outline   = "M0 0 L10.5-3z"
	words     = "lines of production"
	number    = "67 lines" // want `has a digit typed into a scene`
	wide      = "６７条"      // want `has a digit typed into a scene`
	one       = '1'        // want `has a digit typed into a scene`
	half      = 0.5
)
