package aluminium

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// drawCell draws the electrolysis cell, cut open: anodes in the bath, the metal
// below, the spout at the right. It spans 144 by 126 of its own units.
func drawCell(l *draw.List, id draw.ID, v *stage.View) {
	th := v.Theme
	shell := l.NewPath().Move(-64, -26).Line(64, -26).Line(55, 48).Line(-55, 48).Close()
	l.Fill(id.Sub("shell"), shell, draw.LinearRamp(geom.P(0, -26), geom.P(0, 48),
		draw.Stop{At: 0, Color: draw.Mix(th.Coal, th.SilverMid, 0.28)}, draw.Stop{At: 0.3, Color: th.Coal}, draw.Stop{At: 1, Color: draw.Mix(th.Coal, draw.RGB(0), 0.3)}), draw.Decor())
	lining := l.NewPath().Move(-54, -26).Line(54, -26).Line(48, 34).Line(-48, 34).Close()
	l.Fill(id.Sub("lining"), lining, draw.Ink(draw.Mix(th.Coal, th.Molten, 0.34)), draw.Decor())

	// The bath's surface stirs while the metal is tapped.
	stir := 1.3 * bell(v.Beat(melt))
	phase := 2 * math.Pi * 3 * v.Beat(melt)
	bath := l.NewPath().Move(-50, -16)
	for i := 0; i <= 20; i++ {
		x := -50 + 100*float64(i)/20
		bath.Line(x, -16+stir*math.Sin(phase+x*0.16))
	}
	bath.Line(46, 29).Line(-46, 29).Close()
	l.Fill(id.Sub("bath"), bath, draw.LinearRamp(geom.P(0, -18), geom.P(0, 29),
		draw.Stop{At: 0, Color: th.MoltenLight}, draw.Stop{At: 0.36, Color: draw.Mix(th.Molten, th.MoltenLight, 0.35)},
		draw.Stop{At: 0.62, Color: th.Molten}, draw.Stop{At: 0.66, Color: th.MoltenLight}, draw.Stop{At: 1, Color: draw.Mix(th.MoltenLight, draw.RGB(0xFFFFFF), 0.45)}), draw.Decor())

	rods, blocks := l.NewPath(), l.NewPath()
	for i := 0; i < 4; i++ {
		x := -36 + 24*float64(i)
		rods.Rect(geom.R(x-2.2, -72, 4.4, 36))
		blocks.RoundRect(geom.R(x-8.5, -42, 17, 38), 2.4)
	}
	l.Fill(id.Sub("rods"), rods, draw.Ink(th.SilverMid), draw.Decor())
	l.Fill(id.Sub("anodes"), blocks, draw.LinearRamp(geom.P(0, -42), geom.P(0, -4),
		draw.Stop{At: 0, Color: draw.Mix(th.Coal, draw.RGB(0), 0.35)}, draw.Stop{At: 0.6, Color: th.Coal}, draw.Stop{At: 1, Color: draw.Mix(th.Coal, th.Molten, 0.75)}), draw.Decor())
	l.Rect(id.Sub("bus"), geom.R(-60, -78, 120, 8), 3, draw.LinearRamp(geom.P(0, -78), geom.P(0, -70),
		draw.Stop{At: 0, Color: th.SilverLight}, draw.Stop{At: 0.4, Color: th.SilverMid}, draw.Stop{At: 1, Color: th.SilverDark}), draw.Decor())
	l.Rect(id.Sub("rim"), geom.R(-67, -29, 134, 6), 2, draw.LinearRamp(geom.P(-67, 0), geom.P(67, 0),
		draw.Stop{At: 0, Color: th.SilverDark}, draw.Stop{At: 0.3, Color: th.Silver}, draw.Stop{At: 1, Color: th.SilverDark}), draw.Decor())
	// What runs out of the spout.
	tap := l.NewPath().Move(40, 24.4).Line(66, 24).Line(66, 44).Line(40, 44).Close()
	l.Fill(id.Sub("tap"), tap, draw.LinearRamp(geom.P(40, 0), geom.P(70, 0),
		draw.Stop{At: 0, Color: draw.Mix(th.MoltenLight, draw.RGB(0xFFFFFF), 0.4)}, draw.Stop{At: 1, Color: th.MoltenLight}), draw.Decor())
	dark := draw.Mix(th.Coal, draw.RGB(0), 0.22)
	lip := l.NewPath().Move(38, 34).Quad(56, 35, 64, 40).Line(80, 44.5).Quad(81, 49, 76, 49).Line(38, 48).Close()
	l.Fill(id.Sub("lip"), lip, draw.Ink(dark), draw.Decor())
	l.Rect(id.Sub("gate"), geom.R(52, 14, 10, 12), 2, draw.Ink(dark), draw.Decor())
}
