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
	clips(l)
	return l
}

// clips is marks of every kind inside of a turned path within another, and sheets.
func clips(l *draw.List) {
	l.PushClipPath(l.NewPath().Circle(geom.P(520.4, 420.7), 110))
	l.Push(geom.Rotate(0.4, geom.P(520, 420)), 1)
	l.PushClipPath(l.NewPath().RoundRect(geom.R(430.5, 340.2, 180, 150), 30))
	l.Rect(draw.Name("pane"), geom.R(400, 300, 260, 260), 0, draw.LinearRamp(geom.P(430, 0), geom.P(610, 0),
		draw.Stop{At: 0, Color: draw.RGB(0xD9A441)}, draw.Stop{At: 1, Color: 0x4C637340}), draw.Decor())
	l.Stroke(draw.Name("loop"), l.NewPath().Circle(geom.P(520, 420), 90), geom.Pen{Width: 9, Dash: 20, Gap: 7}, draw.Ink(draw.RGB(0x1C1B1A)), draw.Decor())
	l.Text(draw.Name("cut"), run(12, 21), geom.P(400, 430), draw.Ink(draw.RGB(0xB5482A)), draw.Decor())
	l.Dots(draw.Name("cut dots"), 60, func(i int) draw.Dot {
		return draw.Dot{At: geom.Polar(geom.P(520, 420), 13*math.Sqrt(float64(i)), float64(i)*2.4), R: 4, Color: draw.RGB(0x3F6F5F)}
	}, draw.Decor())
	l.Field(draw.Name("cut crowd"), crowd(l, 900, 30, geom.R(440, 440, 160, 80)), draw.Decor())
	l.Pop()
	s := village(40, 16)
	l.Push(geom.Translate(300, 10), 0.6)
	l.Sheet(draw.Nth("village", 1), s)
	l.Pop()
	l.Pop()
	l.Pop()
	l.Push(geom.Affine{A: 0.8, D: 0.7, E: 20.3, F: 460.6}, 1)
	l.Sheet(draw.Nth("village", 2), s)
	l.Pop()
}

// village is a sheet of n houses over each other, to a row of the given number,
// each with a window that a clip rounds and a veil.
func village(n, row int) *draw.Sheet {
	s := new(draw.Sheet)
	add := func(m draw.Mark) {
		m.Kind, m.Parent, m.Pair = draw.KindShape, -1, -1
		s.Marks = append(s.Marks, m)
	}
	wall := new(geom.Path).Move(0, 40).Line(0, 12).Line(16, 0).Line(32, 12).Line(32, 40).Close()
	pane := new(geom.Path).Rect(geom.R(8, 16, 16, 14))
	arch := new(geom.Path).Circle(geom.P(16, 25), 9)
	for i := range n {
		at := geom.Rotate(0.05*float64(i%5), geom.P(16, 20)).Then(geom.Translate(18.3*float64(i%row), 30+21.7*float64(i/row)))
		add(draw.Mark{M: at, Alpha: 1, Path: wall, Paint: draw.LinearRamp(geom.P(0, 0), geom.P(0, 40),
			draw.Stop{At: 0, Color: draw.RGB(uint32(0x4C6373 + 0x050301*i))}, draw.Stop{At: 1, Color: draw.RGB(0xE8ECEF)})})
		add(draw.Mark{M: at, Alpha: 0.8, Path: pane, Paint: draw.Ink(draw.RGB(0xD9A441)), Within: &draw.Clip{Path: arch, M: at}})
		add(draw.Mark{M: at, Alpha: 1, Path: wall, Pen: geom.Pen{Width: 1.5, Join: geom.JoinMiter}, Paint: draw.Ink(draw.RGB(0x1C1B1A))})
	}
	s.Seal()
	return s
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
