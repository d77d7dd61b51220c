package innovation

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/innovation/tally"
)

// rows are those of the towers, one behind the other; houses stand on the other bank.
const (
	rows   = 5
	houses = 4
)

// What a dark window looks like on a wall in the sun, and a dark pane in the water's light.
var (
	unlit     = draw.RGB(0x0C1B20).Fade(0.5)
	unlitPane = draw.RGB(0x06303B).Fade(0.5)
)

// Lamps shine by themselves: they look the same in every light. A window is square and
// a pane a lozenge as large, so that the fields differ by more than their colours.
func fields() (windows, panes *tally.Tally) {
	windows = &tally.Tally{
		Name: "lit-windows", Figure: firmsID, Slots: numbered("windows", rows), Pitch: "window-pitch", Mark: "window", Shape: square,
		Inks: []draw.Color{draw.RGB(0xE9C46A), draw.RGB(0xF3D98B), draw.RGB(0xFFD9A0), draw.RGB(0xEFAF5A)}, Far: 0.78,
		Glow: draw.RGB(0xF59A4A).Fade(0.22), Wide: 0.2, Dark: unlit,
	}
	panes = &tally.Tally{
		Name: "lit-panes", Figure: highTechID, Slots: numbered("panes", houses), Pitch: "pane-pitch", Mark: "pane", Shape: lozenge,
		Inks: []draw.Color{draw.RGB(0xB7E4DA), draw.RGB(0x9BE0EA), draw.RGB(0x5CC3D6)}, Far: 1,
		Glow: draw.RGB(0x5CC3D6).Fade(0.24), Wide: 0.2, Dark: unlitPane,
	}
	return windows, panes
}

func numbered(name string, n int) (all []string) {
	for i := range n {
		all = append(all, draw.Nth(name, i+1).String())
	}
	return all
}

func square(p *geom.Path, at, size geom.Pt) { p.Rect(geom.RectAround(at, size.X, size.Y)) }

func lozenge(p *geom.Path, at, size geom.Pt) {
	x, y := size.X/2, size.Y/2
	p.Move(at.X, at.Y-y).Line(at.X+x, at.Y).Line(at.X, at.Y+y).Line(at.X-x, at.Y).Close()
}

// one answers for a whole field, and shows a single lamp of it: one mark is one firm.
func one(layer, slot string, field *tally.Tally) storyboard.Part {
	id := draw.Name(layer)
	return storyboard.Part{Layer: layer, Slot: slot, Draw: func(l *draw.List, v stage.View, at storyboard.Spot) {
		l.Fill(id.Sub("touch"), l.NewPath().Rect(at.Rect), draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
		show := max(v.Hovered(id), v.Pick(id))
		if show <= 0 {
			return
		}
		c, r := field.One(&v), 15*v.Art.Height/900
		white := draw.RGB(0xFFFBEF)
		l.Push(geom.ScaleAbout(2-show, c), show)
		l.Circle(id.Sub("halo"), c, 2*r, draw.RadialRamp(c, 2*r, draw.Stop{At: 0, Color: white.Fade(0.9)}, draw.Stop{At: 1, Color: white.Fade(0)}), draw.Decor())
		l.Stroke(id.Sub("ring"), l.NewPath().Circle(c, r), geom.Pen{Width: max(r*0.13, 1/at.Scale)}, draw.Ink(white), draw.Decor())
		l.Pop()
	}}
}
