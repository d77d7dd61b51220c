// Package households is the scene of that name.
package households

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

func (*Scene) Name() string { return "households" }

func (*Scene) Beats() []anim.Beat { return []anim.Beat{{Name: "show", Move: 1, Hold: 4}} }

func (*Scene) Draw(l *draw.List, v stage.View) {
	chart.Frame(l, &v, chart.Heading{Chapter: "households.chapter", Title: "households.title", Deck: "households.deck"})
}
