// Package kage holds the shaders that the GPU's backend can ever ask for, as
// source in Ebitengine's language. It knows no Ebitengine, so that they can be
// listed, checked and compiled where there is no display.
package kage

import "lianhua/internal/draw"

// Source is a shader with its name.
type Source struct {
	Name, Text string
	First      bool // a first picture is drawn with it
}

// All is every shader, the same in each call.
func All() []Source {
	all := []Source{{"plain", Plain, true}, {"rich", Rich, true}, {"layered", Layered, true}, {"between", Between, false}, {"carried", Carried, false}}
	for n := range draw.Symbols() {
		symbol := draw.Symbol(n)
		all = append(all, Source{symbol.String(), Field(symbol), false})
	}
	return all
}
