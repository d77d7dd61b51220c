// Package kage holds the shaders that the GPU's backend can ever ask for, as
// source in Ebitengine's language. It knows no Ebitengine, so that they can be
// listed, checked and compiled where there is no display.
package kage

import "lianhua/internal/draw"

// Source is a shader with its name.
type Source struct{ Name, Text string }

// All is every shader, the same in each call.
func All() []Source {
	all := []Source{{"plain", Plain}, {"rich", Rich}, {"between", Between}}
	for _, symbol := range [...]draw.Symbol{draw.Disc, draw.Roof} {
		for _, alone := range [...]bool{false, true} {
			name := [...]string{draw.Disc: "disc", draw.Roof: "roof"}[symbol]
			if alone {
				name += "-alone"
			}
			all = append(all, Source{name, Field(symbol, alone)})
		}
	}
	return all
}
