package chart

import (
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// Etch is the colour of a fine line on silver. Silver is light in every theme,
// so the line stays dark where the theme's own steel turns light.
//
//go:noinline
func Etch(t *stage.Theme) draw.Color { return draw.Mix(t.SilverDark, draw.RGB(0x12202A), 0.58) }
