package raster

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// synthetic is a picture with every kind of mark and paint, larger than a mask.
func synthetic() *draw.List {
	l := picture(700, 560, draw.RGB(0xF6F1E7))
	l.Rect(draw.Name("panel"), geom.R(20.3, 18.7, 640, 500), 24, draw.LinearRamp(geom.P(0, 0), geom.P(640, 500),
		draw.Stop{At: 0, Color: draw.RGB(0xE8ECEF)}, draw.Stop{At: 0.4, Color: draw.RGB(0x4C6373)}, draw.Stop{At: 1, Color: 0x1C1B1A80}), draw.Decor())
	ring := l.NewPath().Sector(geom.P(200, 200), 150, 90, 0.3, 5.1)
	l.Fill(draw.Name("ring"), ring, draw.RadialRamp(geom.P(200, 200), 150,
		draw.Stop{At: 0.5, Color: draw.RGB(0x77CCBB)}, draw.Stop{At: 1, Color: draw.RGB(0x115577)}), draw.Decor())
	l.Push(geom.Rotate(0.2, geom.P(350, 280)).Then(geom.ScaleBy(1.1, 0.9)), 0.7)
	wave := l.NewPath().Move(40, 400)
	for i := range 12 {
		x := 40 + float64(i)*50
		wave.Cube(x+20, 340+float64(i), x+30, 460, x+50, 400)
	}
	l.Stroke(draw.Name("wave"), wave, geom.Pen{Width: 7, Cap: geom.CapRound}, draw.Ink(draw.RGB(0xB5482A)), draw.Decor())
	l.Stroke(draw.Name("dashes"), wave, geom.Pen{Width: 2, Dash: 9, Gap: 5, Phase: 3, Join: geom.JoinMiter}, draw.Ink(draw.RGB(0xFFFFFF)), draw.Decor())
	l.Text(draw.Name("turned"), run(9, 31), geom.P(200, 120), draw.Ink(draw.RGB(0x1C1B1A)), draw.Decor())
	l.Pop()
	l.Text(draw.Name("level"), run(12, 17), geom.P(300.2, 60.6), draw.Ink(draw.RGB(0x1C1B1A)), draw.Decor())
	l.PushClip(geom.R(380, 120, 260, 330.5))
	l.Dots(draw.Name("dots"), 200, func(i int) draw.Dot {
		a := float64(i) * 2.399963
		return draw.Dot{At: geom.Polar(geom.P(500, 280), 11*math.Sqrt(float64(i)), a), R: 1 + float64(i%7), Color: draw.RGB(uint32(i) * 90001)}
	}, draw.Decor())
	l.Pop()
	for n, symbol := range []draw.Symbol{draw.Disc, draw.Roof} {
		f := crowd(l, 3000, 60, geom.R(40, 300+100*float64(n), 280, 90))
		f.Symbol = symbol
		l.Field(draw.Nth("crowd", n+1), f, draw.Decor())
	}
	return l
}

// crowd is a field that waves within r.
func crowd(l *draw.List, count, cols int, r geom.Rect) *draw.Field {
	f := l.NewField()
	f.Count, f.Cols, f.Jitter, f.Sway, f.Phase = count, cols, 0.5, 0.1, 0.3
	f.Radius = 0.42 * r.W / float64(cols)
	f.Inks = [4]draw.Color{draw.RGB(0x4F7F3F), draw.RGB(0xD9A441), draw.RGB(0xB5482A), draw.RGB(0x3F6F5F)}
	f.Lifted, f.LiftInk = 77, draw.RGB(0xff0000)
	const n = 8
	rows := float64(f.Rows())
	for i := 0; i <= n; i++ {
		f.Mesh.U = append(f.Mesh.U, -1+(float64(cols)+2)*float64(i)/n)
		f.Mesh.V = append(f.Mesh.V, -1+(rows+2)*float64(i)/n)
	}
	for j := range f.Mesh.V {
		for i := range f.Mesh.U {
			u, v := float64(i)/n, float64(j)/n
			f.Mesh.P = append(f.Mesh.P, r.At(u+0.02*math.Sin(6*v), v+0.02*math.Sin(7*u)))
			f.Mesh.Level = append(f.Mesh.Level, float32(0.5+0.5*u))
		}
	}
	return f
}
