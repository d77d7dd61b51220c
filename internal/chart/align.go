package chart

import "lianhua/internal/typeset"

// aligned is where something of the given width begins when it is aligned to x.
func aligned(x, width float64, a typeset.Align) float64 {
	switch a {
	case typeset.Center:
		return x - width/2
	case typeset.End:
		return x - width
	}
	return x
}
