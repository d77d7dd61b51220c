package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// goodsCount is how many uses the page names: the civil aircraft of J07 and the
// three of J08.
const goodsCount = 4

// art is the outlines of what the metal becomes, each about (0, 0), some 120
// units wide.
type art struct {
	body, wing, glass, trim [goodsCount]geom.Path
}

// drawings are those outlines in SVG's path notation: body, wing (a second
// tone), glass, trim (fine lines in the ground's colour).
var drawings = [goodsCount][4]string{
	{
		"M-56 -1 C-57 -7 -50 -9 -42 -9 L26 -11 C44 -11 54 -6 59 0 C55 6 44 9 28 9 L-34 9 C-48 9 -55 5 -56 -1 Z M-51 -6 L-58 -29 L-45 -29 L-26 -8 Z",
		"M-6 3 L-31 27 L-17 27 L25 4 Z M-47 1 L-57 11 L-48 11 L-33 2 Z M-2 12 C-2 9 0 8 3 8 L13 8 C15 8 16 10 16 13 C16 16 15 18 13 18 L3 18 C0 18 -2 16 -2 13 Z",
		"M42 -8 C47 -7 50 -5 52 -3 L43 -3 Z",
		"M-34 -4 L-31 -4 M-27 -4 L-24 -4 M-20 -4 L-17 -4 M-13 -4 L-10 -4 M-6 -4 L-3 -4 M1 -4 L4 -4 M8 -4 L11 -4 M15 -4 L18 -4 M22 -4 L25 -4 M29 -4 L32 -4",
	},
	{
		"M-60 -20 L14 -20 C34 -20 50 -6 58 8 C60 12 57 15 52 15 L-60 15 Z",
		"M-60 6 L57 6 C59 9 59 11 58 12 L-60 12 Z M-50 15 L-22 15 L-25 21 L-47 21 Z M14 15 L42 15 L39 21 L17 21 Z",
		"M-54 -13 L-40 -13 L-40 -3 L-54 -3 Z M-35 -13 L-21 -13 L-21 -3 L-35 -3 Z M-16 -13 L-2 -13 L-2 -3 L-16 -3 Z M21 -15 C32 -12 39 -7 45 0 L24 0 Z",
		"M-18.5 -20 L-18.5 15 M4 -20 L4 15",
	},
	{
		"M-57 10 C-58 2 -52 -3 -40 -5 C-28 -18 -17 -22 2 -22 C22 -22 31 -15 41 -5 C52 -3 57 1 58 9 C58 15 56 17 51 17 L-52 17 C-56 17 -57 15 -57 10 Z",
		"M-57 9 L58 9 C58 14 56 17 51 17 L-52 17 C-56 17 -57 14 -57 9 Z",
		"M-30 -6 C-23 -14 -15 -17 -3 -17 L-3 -6 Z M3 -17 C17 -17 24 -13 31 -6 L3 -6 Z",
		"M0 -17 L0 12 M-20 -1 L-13 -1 M10 -1 L17 -1",
	},
	{
		"M-58 -28 L4 -28 L4 27 L-58 27 Z",
		"M14 -10 L20 -10 L20 8 L46 8 L46 27 L40 27 L40 14 L20 14 L20 27 L14 27 Z M24 2 L44 2 L44 7 L24 7 Z",
		"M-52 -22 L-30 -22 L-30 -3 L-52 -3 Z M-24 -22 L-2 -22 L-2 -3 L-24 -3 Z M-52 3 L-30 3 L-30 21 L-52 21 Z M-24 3 L-2 3 L-2 21 L-24 21 Z",
		"M-47 -8 L-37 -18 M-19 -8 L-9 -18",
	},
}

func newArt() art {
	var a art
	for i, d := range drawings {
		// A test holds that every drawing parses.
		a.body[i], _ = geom.ParseSVG(d[0])
		a.wing[i], _ = geom.ParseSVG(d[1])
		a.glass[i], _ = geom.ParseSVG(d[2])
		a.trim[i], _ = geom.ParseSVG(d[3])
	}
	return a
}

// inked is how far the i-th use is drawn in ink: each follows its branch.
func (f flow) inked(i int) float64 {
	return anim.Span(f.fed, 0.5+0.08*float64(i), 0.76+0.08*float64(i), anim.CubicInOut)
}

// drawGood draws a use: a pencil outline until the metal comes, then ink from
// the side at which it arrives.
func (a *art) drawGood(l *draw.List, id draw.ID, i int, ink float64, v *stage.View) {
	th := v.Theme
	if ink < 1 {
		l.Push(geom.Identity(), 1-ink)
		l.Stroke(id.Sub("pencil"), &a.body[i], geom.Pen{Width: 1.4}, draw.Ink(th.SilverDark), draw.Decor())
		l.Stroke(id.Sub("pencil-wing"), &a.wing[i], geom.Pen{Width: 1.2}, draw.Ink(th.SilverMid), draw.Decor())
		l.Pop()
	}
	if ink <= 0 {
		return
	}
	l.PushClip(geom.R(-70, -44, 140*ink, 88))
	steel := th.Steel
	l.Fill(id.Sub("body"), &a.body[i], draw.LinearRamp(geom.P(0, -28), geom.P(0, 24),
		draw.Stop{At: 0, Color: draw.Mix(steel, th.SilverMid, 0.5)}, draw.Stop{At: 0.45, Color: steel}, draw.Stop{At: 1, Color: steel}), draw.Decor())
	l.Fill(id.Sub("wing"), &a.wing[i], draw.Ink(shaded(steel)), draw.Decor())
	l.Fill(id.Sub("glass"), &a.glass[i], draw.LinearRamp(geom.P(-40, -24), geom.P(30, 24),
		draw.Stop{At: 0, Color: th.Ground}, draw.Stop{At: 1, Color: draw.Mix(th.Ground, th.Metal, 0.45)}), draw.Decor())
	l.Stroke(id.Sub("trim"), &a.trim[i], geom.Pen{Width: 1.8, Cap: geom.CapRound}, draw.Ink(th.Ground.Fade(0.85)), draw.Decor())
	switch i {
	case rail - firstGood:
		l.Line(id.Sub("rail"), geom.P(-66, 24), geom.P(64, 24), 2.6, draw.Ink(steel), draw.Decor())
	case car - firstGood:
		wheels(l, id, (1-ink)*5, v)
	case home - firstGood:
		l.Line(id.Sub("floor"), geom.P(-64, 28.5), geom.P(60, 28.5), 2.6, draw.Ink(steel), draw.Decor())
		lamp := l.NewPath().Move(32, -28).Line(32, -20).Move(22, -10).Quad(32, -26, 42, -10).Close()
		l.Stroke(id.Sub("lamp"), lamp, geom.Pen{Width: 2.4, Cap: geom.CapRound}, draw.Ink(steel), draw.Decor())
	}
	l.Pop()
}

// shaded is the second tone of what is drawn in one colour, darker in any theme.
func shaded(c draw.Color) draw.Color { return draw.Mix(c, draw.RGB(0x14222B), 0.42) }

// wheels turn as the car is inked.
func wheels(l *draw.List, id draw.ID, turn float64, v *stage.View) {
	th := v.Theme
	tyre, rim, spokes := l.NewPath(), l.NewPath(), l.NewPath()
	gap := l.NewPath()
	for _, x := range [...]float64{-33, 33} {
		c := geom.P(x, 16)
		gap.Circle(c, 13.5)
		tyre.Circle(c, 11)
		rim.Circle(c, 6)
		for k := 0; k < 5; k++ {
			q := geom.Polar(c, 6, turn+2*math.Pi*float64(k)/5)
			spokes.Move(c.X, c.Y).Line(q.X, q.Y)
		}
	}
	l.Fill(id.Sub("arch"), gap, draw.Ink(th.Ground), draw.Decor())
	l.Fill(id.Sub("tyre"), tyre, draw.Ink(shaded(th.Steel)), draw.Decor())
	l.Fill(id.Sub("rim"), rim, draw.Ink(th.Silver), draw.Decor())
	l.Stroke(id.Sub("spokes"), spokes, geom.Pen{Width: 1.2}, draw.Ink(chart.Etch(th)), draw.Decor())
}
