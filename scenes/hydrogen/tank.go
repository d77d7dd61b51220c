package hydrogen

import (
	"math"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// The tank, in its own units: half its width and its height.
const (
	tankHalf = 46.0
	tankTop  = 214.0
)

// drawTank draws the storage tank, filled to the level, with its gauge.
func drawTank(l *draw.List, id draw.ID, v *stage.View, f flow) {
	th := v.Theme
	legs := l.NewPath().Rect(geom.R(-36, -30, 7, 30)).Rect(geom.R(29, -30, 7, 30)).RoundRect(geom.R(-44, -5, 24, 5), 2).RoundRect(geom.R(20, -5, 24, 5), 2)
	l.Fill(id.Sub("tank-legs"), legs, draw.Ink(th.Steel), draw.Decor())
	body := geom.R(-tankHalf, -tankTop, 2*tankHalf, tankTop-18)
	l.Rect(id.Sub("tank"), body, tankHalf, draw.LinearRamp(geom.P(-tankHalf, 0), geom.P(tankHalf, 0),
		draw.Stop{At: 0, Color: th.SilverDark}, draw.Stop{At: 0.22, Color: th.Silver}, draw.Stop{At: 0.42, Color: th.SilverLight},
		draw.Stop{At: 0.7, Color: th.Silver}, draw.Stop{At: 1, Color: th.SilverDark}), draw.Decor())
	// A window of glass shows how full the tank is.
	glass := geom.R(-17, -tankTop+36, 34, tankTop-86)
	l.Rect(id.Sub("window"), glass, 17, draw.Ink(draw.Mix(th.Ground, th.CyanLight, 0.35)), draw.Decor())
	if f.level > 0 {
		h := glass.H * f.level
		l.PushClip(geom.R(glass.X, glass.Bottom()-h, glass.W, h))
		l.Rect(id.Sub("level"), glass, 17, draw.LinearRamp(geom.P(0, glass.Y), geom.P(0, glass.Bottom()),
			draw.Stop{At: 0, Color: th.Mint}, draw.Stop{At: 1, Color: draw.Mix(th.Mint, th.Cyan, 0.8)}), draw.Decor())
		l.Pop()
	}
	ticks := l.NewPath()
	for i := 1; i < 6; i++ {
		y := glass.Y + glass.H*float64(i)/6
		ticks.Move(glass.X+3, y).Line(glass.X+11, y)
	}
	l.Stroke(id.Sub("ticks"), ticks, geom.Pen{Width: 1.6}, draw.Ink(th.Deep.Fade(0.7)), draw.Decor())
	l.Stroke(id.Sub("window-edge"), l.NewPath().RoundRect(glass, 17), geom.Pen{Width: 2.6}, draw.Ink(chart.Etch(th)), draw.Decor())
	bands := l.NewPath()
	for _, y := range [...]float64{-tankTop + 30, -46} {
		bands.Rect(geom.R(-tankHalf-1, y, 2*tankHalf+2, 6))
	}
	l.Fill(id.Sub("bands"), bands, draw.Ink(chart.Etch(th).Fade(0.6)), draw.Decor())
	l.Stroke(id.Sub("tank-edge"), l.NewPath().RoundRect(body, tankHalf), geom.Pen{Width: 1.6}, draw.Ink(th.SilverDark), draw.Decor())
	l.Rect(id.Sub("neck"), geom.R(-9, -tankTop-8, 18, 12), 2, draw.Ink(th.Steel), draw.Decor())
	gauge(l, id, geom.P(tankHalf-4, -tankTop+14), f.level, v)
}

// gauge is the tank's pressure gauge: its needle turns with the level.
func gauge(l *draw.List, id draw.ID, c geom.Pt, level float64, v *stage.View) {
	th := v.Theme
	l.Circle(id.Sub("dial"), c, 14, draw.Ink(th.Panel), draw.Decor())
	l.Stroke(id.Sub("dial-edge"), l.NewPath().Circle(c, 14), geom.Pen{Width: 3}, draw.Ink(th.Steel), draw.Decor())
	a := math.Pi*0.8 + level*math.Pi*1.4
	tip := geom.Polar(c, 9.5, a)
	l.Line(id.Sub("needle"), c, tip, 2.2, draw.Ink(th.Accent), draw.Decor())
}
