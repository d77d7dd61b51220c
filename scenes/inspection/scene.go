// Package inspection is the scene of that name.
package inspection

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// Scene is the scene; it holds no state.
type Scene struct{}

// New returns the scene.
func New() *Scene { return &Scene{} }

func (*Scene) Name() string { return "inspection" }

func (*Scene) Beats() []anim.Beat { return []anim.Beat{{Name: "show", Move: 1, Hold: 4}} }

func (*Scene) Draw(l *draw.List, v stage.View) {
	chart.Frame(l, &v, chart.Heading{Chapter: "inspection.chapter", Title: "inspection.title", Deck: "inspection.deck"})
}
