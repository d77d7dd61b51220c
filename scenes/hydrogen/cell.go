package hydrogen

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// The electrolyser, in its own units: half its width, where its
// electrodes stand from the middle, its height and the water's surface.
const (
	cellHalf = 100.0
	poleAt   = 62.0
	cellTop  = 196.0
	surface  = -146.0
	floor    = -18.0
)

// Bubbles at each electrode: two volumes of hydrogen come with one of oxygen.
const (
	hydrogenBubbles = 44
	oxygenBubbles   = 22
	pressedBubbles  = 60
)

// drawElectrolyser draws the glass cell with its two electrodes, hydrogen at
// the left, oxygen at the right.
func drawElectrolyser(l *draw.List, id draw.ID, v *stage.View, f flow) {
	th := v.Theme
	in := geom.R(-cellHalf+7, -cellTop+12, 2*cellHalf-14, cellTop-30)
	l.Rect(id.Sub("glass"), in, 6, draw.Ink(draw.Mix(th.Ground, th.CyanLight, 0.24)), draw.Decor())
	gas := f.power * (0.25 + 0.35*f.link[toTank])
	l.Rect(id.Sub("head"), geom.R(in.X, in.Y, in.W/2, surface-in.Y), 0, draw.LinearRamp(geom.P(0, in.Y), geom.P(0, surface),
		draw.Stop{At: 0, Color: th.Mint.Fade(gas)}, draw.Stop{At: 1, Color: th.Mint.Fade(0)}), draw.Decor())
	water := l.NewPath().Move(in.X, surface)
	stir := (1.2*f.power + 1.6*f.press) * 1.2
	for i := 1; i <= 24; i++ {
		x := in.X + in.W*float64(i)/24
		water.Line(x, surface+stir*math.Sin(2*math.Pi*(2*f.rise+f.press*math.Mod(v.Clock, 60))+x*0.11))
	}
	water.Line(in.Right(), floor).Line(in.X, floor).Close()
	l.Fill(id.Sub("water"), water, draw.LinearRamp(geom.P(0, surface), geom.P(0, floor),
		draw.Stop{At: 0, Color: draw.Mix(th.CyanLight, th.Panel, 0.25)}, draw.Stop{At: 0.3, Color: th.CyanLight}, draw.Stop{At: 1, Color: draw.Mix(th.CyanLight, th.Cyan, 0.5)}), draw.Decor())

	l.Stroke(id.Sub("membrane"), l.NewPath().Move(0, in.Y).Line(0, floor), geom.Pen{Width: 3, Dash: 7, Gap: 5}, draw.Ink(th.Deep.Fade(0.7)), draw.Decor())
	for i, x := range [...]float64{-poleAt, poleAt} {
		lit := f.power
		l.Rect(id.SubN("charge", i+1), geom.R(x-17, -134, 34, 112), 12, draw.LinearRamp(geom.P(x-17, 0), geom.P(x+17, 0),
			draw.Stop{At: 0, Color: th.Mint.Fade(0)}, draw.Stop{At: 0.5, Color: th.Mint.Fade(0.5 * lit)}, draw.Stop{At: 1, Color: th.Mint.Fade(0)}), draw.Decor())
		l.Rect(id.SubN("lead", i+1), geom.R(x-2, -cellTop-16, 4, 80), 1, draw.Ink(th.SilverDark), draw.Decor())
		l.Rect(id.SubN("electrode", i+1), geom.R(x-6, -130, 12, 104), 3, draw.LinearRamp(geom.P(x-6, 0), geom.P(x+6, 0),
			draw.Stop{At: 0, Color: th.SilverDark}, draw.Stop{At: 0.4, Color: th.SilverLight}, draw.Stop{At: 1, Color: th.SilverDark}), draw.Decor())
		l.Stroke(id.SubN("electrode-edge", i+1), l.NewPath().RoundRect(geom.R(x-6, -130, 12, 104), 3), geom.Pen{Width: 1.2}, draw.Ink(chart.Etch(th)), draw.Decor())
	}
	bubbles(l, id.Sub("hydrogen"), -poleAt, hydrogenBubbles, 0, v, f)
	bubbles(l, id.Sub("oxygen"), poleAt, oxygenBubbles, 64, v, f)
	if f.press > 0 {
		pressed(l, id, v, f)
	}
	cellBody(l, id, in, v)
}

// cellBody is what stands in front of the water: the frame, the lid, the vents.
func cellBody(l *draw.List, id draw.ID, in geom.Rect, v *stage.View) {
	th := v.Theme
	l.Stroke(id.Sub("wall"), l.NewPath().RoundRect(in, 6), geom.Pen{Width: 4}, draw.Ink(th.Deep), draw.Decor())
	l.Rect(id.Sub("gleam"), geom.R(in.X+9, in.Y+14, 5, in.H*0.6), 2.5, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.6)), draw.Decor())
	metal := draw.LinearRamp(geom.P(0, -cellTop), geom.P(0, -cellTop+14),
		draw.Stop{At: 0, Color: th.SilverLight}, draw.Stop{At: 0.5, Color: th.SilverMid}, draw.Stop{At: 1, Color: th.SilverDark})
	vents := l.NewPath().RoundRect(geom.R(-80, -cellTop-9, 20, 12), 2).RoundRect(geom.R(62, -cellTop-22, 16, 26), 3)
	l.Fill(id.Sub("vents"), vents, draw.Ink(th.SilverDark), draw.Decor())
	l.Rect(id.Sub("lid"), geom.R(-cellHalf, -cellTop, 2*cellHalf, 14), 4, metal, draw.Decor())
	l.Rect(id.Sub("plinth"), geom.R(-cellHalf-4, -18, 2*cellHalf+8, 18), 4, draw.LinearRamp(geom.P(0, -18), geom.P(0, 0),
		draw.Stop{At: 0, Color: th.SilverMid}, draw.Stop{At: 0.25, Color: th.Steel}, draw.Stop{At: 1, Color: draw.Mix(th.Steel, th.Coal, 0.7)}), draw.Decor())
	// The poles: minus over the hydrogen, plus over the oxygen.
	signs := l.NewPath().Move(-49, -cellTop-22).Line(-37, -cellTop-22).Move(37, -cellTop-22).Line(49, -cellTop-22).Move(43, -cellTop-28).Line(43, -cellTop-16)
	l.Stroke(id.Sub("signs"), signs, geom.Pen{Width: 2.6, Cap: geom.CapRound}, draw.Ink(th.Deep), draw.Decor())
}

// chance is a number from 0 to 1 for the k-th property of the i-th bubble.
func chance(i, k int) float64 {
	n := draw.Noise()
	return float64(n[(i*4+k)&(len(n)-1)]) / 255
}

// bubbles rise at an electrode, each from its own height, and grow on the way.
// A few hang on the plates before the current flows.
func bubbles(l *draw.List, id draw.ID, x float64, n, seed int, v *stage.View, f flow) {
	size := 0.55 + 0.45*f.power
	show := 0.28 + 0.72*f.power
	white, cyan := draw.RGB(0xFFFFFF), v.Theme.Cyan
	l.Dots(id, n, func(i int) draw.Dot {
		at, r, fade := bubble(i+seed, x, f.rise)
		return draw.Dot{At: at, R: r * size, Color: draw.Mix(white, cyan, 0.12).Fade(0.9 * fade * show)}
	}, draw.Decor())
}

// bubble is the place, the radius and the opacity of a bubble after some turns.
func bubble(i int, x, turns float64) (geom.Pt, float64, float64) {
	h := chance(i, 0) + turns*(0.75+0.5*chance(i, 1))
	h -= math.Floor(h)
	side := chance(i, 2)*2 - 1
	at := geom.P(x+side*(10+20*h)+2.2*math.Sin(2*math.Pi*(2*h+chance(i, 3))), floor-8-(floor-8-surface)*h)
	fade := anim.Clamp(h*9) * anim.Clamp((1-h)*12)
	return at, 1.4 + 3.4*h*(0.5+0.5*chance(i, 3)), fade
}

// pressed are the further bubbles that rise while the reader presses: they run
// by the reader's clock, two thirds of them hydrogen.
func pressed(l *draw.List, id draw.ID, v *stage.View, f flow) {
	white := draw.RGB(0xFFFFFF)
	turns := 0.9 * v.Clock
	force := f.press
	l.Dots(id.Sub("pressed"), pressedBubbles, func(i int) draw.Dot {
		x := -poleAt
		if i%3 == 2 {
			x = poleAt
		}
		at, r, fade := bubble(i+200, x, turns)
		return draw.Dot{At: at, R: r * 1.25, Color: white.Fade(fade * force)}
	}, draw.Decor())
}
