package gpu

import (
	"math"
	"os"
	"sync"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

var setter = sync.OnceValue(func() *typeset.Setter {
	var data [3][]byte
	for i, name := range [...]string{"sans", "bold", "serif"} {
		b, err := os.ReadFile("../../assets/fonts/" + name + ".ttf")
		if err != nil {
			panic(err)
		}
		data[i] = b
	}
	f, err := typeset.Load(data[0], data[1], data[2])
	if err != nil {
		panic(err)
	}
	return typeset.NewSetter(f, "zh")
})

// scene is a renderer and what it draws on, for one test.
type scene struct {
	*Renderer
	dst *ebiten.Image
}

// withScene runs f within a frame.
func withScene(t testing.TB, w, h int, f func(s *scene)) {
	t.Helper()
	s := open(t, w, h)
	frame(func() { f(s) })
}

// open makes a scene that lasts as long as the test.
func open(t testing.TB, w, h int) *scene {
	t.Helper()
	r, err := New(setter().Fonts())
	if err != nil {
		t.Fatal(err)
	}
	s := &scene{r, ebiten.NewImage(w, h)}
	t.Cleanup(func() {
		frame(func() {
			r.Deallocate()
			s.dst.Deallocate()
		})
	})
	return s
}

var (
	ground = draw.RGB(0xF6F1E7)
	black  = draw.RGB(0x1C1B1A)
	steel  = draw.RGB(0x4C6373)
	clay   = draw.RGB(0xB5482A)
)

func picture(w, h float64) *draw.List {
	l := new(draw.List)
	l.Reset(geom.R(0, 0, w, h), ground)
	return l
}

func line(text string, face typeset.Face, size float64) *typeset.Run {
	return setter().Line(text, typeset.Style{Face: face, Size: size})
}

// shapes fills l with every kind of shape, paint and clip.
func shapes(l *draw.List) {
	l.Rect(draw.Name("panel"), geom.R(20.3, 18.7, 640, 400), 24, draw.LinearRamp(geom.P(0, 0), geom.P(640, 400),
		draw.Stop{At: 0, Color: draw.RGB(0xE8ECEF)}, draw.Stop{At: 0.4, Color: steel}, draw.Stop{At: 1, Color: 0x1C1B1A80}), draw.Decor())
	l.Fill(draw.Name("sector"), l.NewPath().Sector(geom.P(200, 200), 150, 90, 0.3, 5.1), draw.RadialRamp(geom.P(200, 200), 150,
		draw.Stop{At: 0.5, Color: draw.RGB(0x77CCBB)}, draw.Stop{At: 1, Color: draw.RGB(0x115577)}), draw.Decor())
	l.Fill(draw.Name("ring"), l.NewPath().Ring(geom.P(520, 140), 60, 40), draw.Ink(clay), draw.Decor())
	l.Circle(draw.Name("disc"), geom.P(520, 140), 30, draw.LinearRamp(geom.P(490, 0), geom.P(550, 0),
		draw.Stop{At: 0, Color: clay}, draw.Stop{At: 1, Color: draw.RGB(0xffffff)}), draw.Decor())
	l.Rect(draw.Name("bar"), geom.R(40.25, 380.5, 300.5, 12.25), 0, draw.Ink(black), draw.Decor())
	for i := range 12 {
		x := 400 + float64(i)*9
		l.Line(draw.Nth("hair", i+1), geom.P(x, 230), geom.P(x+float64(i)*4, 330), 1, draw.Ink(black), draw.Decor())
	}
	l.Push(geom.Rotate(0.2, geom.P(350, 280)).Then(geom.ScaleBy(1.1, 0.9)), 0.7)
	wave := l.NewPath().Move(40, 330)
	for i := range 10 {
		x := 40 + float64(i)*50
		wave.Cube(x+20, 270+float64(i), x+30, 390, x+50, 330)
	}
	l.Stroke(draw.Name("wave"), wave, geom.Pen{Width: 7, Cap: geom.CapRound}, draw.Ink(clay), draw.Decor())
	l.Stroke(draw.Name("dashes"), wave, geom.Pen{Width: 2, Dash: 9, Gap: 5, Phase: 3, Join: geom.JoinMiter}, draw.Ink(draw.RGB(0xFFFFFF)), draw.Decor())
	l.Pop()
	l.PushClip(geom.R(560, 250, 80.4, 100.6))
	l.Circle(draw.Name("clipped"), geom.P(560, 250), 70, draw.Ink(steel), draw.Decor())
	l.Fill(draw.Name("star"), star(l.NewPath(), geom.P(630, 330), 50), draw.Ink(draw.Color(0xD9A441C0)), draw.Decor())
	l.Rect(draw.Name("cut"), geom.R(600, 200, 20, 300), 0, draw.Ink(clay), draw.Decor())
	l.Pop()
	l.Stroke(draw.Name("far"), l.NewPath().Circle(geom.P(300, 4200), 4000), geom.Pen{Width: 3}, draw.Ink(black), draw.Decor())
}

func star(p *geom.Path, c geom.Pt, r float64) *geom.Path {
	for i := range 5 {
		q := geom.Polar(c, r, float64(i)*4*math.Pi/5-math.Pi/2)
		if i == 0 {
			p.Move(q.X, q.Y)
		} else {
			p.Line(q.X, q.Y)
		}
	}
	return p.Close()
}

func text(l *draw.List) {
	l.Text(draw.Name("title"), line("一户一画 链上江津", typeset.Serif, 44), geom.P(30.2, 80.6), draw.LinearRamp(geom.P(0, 0), geom.P(300, 0),
		draw.Stop{At: 0, Color: clay}, draw.Stop{At: 1, Color: steel}), draw.Decor())
	l.Text(draw.Name("body"), line("江津区有高新技术企业 503 家，规模以上工业总产值 1,360 亿元。", typeset.Sans, 16), geom.P(30, 120), draw.Ink(black), draw.Decor())
	l.Text(draw.Name("small"), line("111,616 people swept the lanes; 46,162 joined the contests.", typeset.Sans, 12), geom.P(30.7, 144.3), draw.Ink(black), draw.Decor())
	l.Text(draw.Name("figure"), line("67,623", typeset.Serif, 300), geom.P(20, 420), draw.Ink(draw.Color(0x4C637340)), draw.Decor())
	l.Push(geom.Rotate(-0.35, geom.P(300, 300)), 1)
	l.Text(draw.Name("turned"), line("氢能从电解槽到汽车", typeset.SansBold, 28), geom.P(150, 300), draw.Ink(black), draw.Decor())
	l.Pop()
	l.PushClip(geom.R(400, 150, 120, 60))
	l.Push(geom.ScaleAbout(1.3, geom.P(400, 200)), 1)
	l.Text(draw.Name("zoomed"), line("铝材正在流动", typeset.SansBold, 28), geom.P(390, 190), draw.Ink(clay), draw.Decor())
	l.Pop()
	l.Pop()
}

func dots(l *draw.List) {
	l.PushClip(geom.R(380, 20, 260, 330.5))
	l.Dots(draw.Name("dots"), 200, func(i int) draw.Dot {
		a := float64(i) * 2.399963
		return draw.Dot{At: geom.Polar(geom.P(500, 180), 11*math.Sqrt(float64(i)), a), R: 1 + float64(i%7), Color: draw.RGB(uint32(i) * 90001)}
	}, draw.Decor())
	l.Pop()
}

// crowd is a field that waves within r.
func crowdIn(l *draw.List, count, cols int, r geom.Rect, wave float64) *draw.Field {
	f := l.NewField()
	f.Count, f.Cols, f.Jitter, f.Sway, f.Phase = count, cols, 0.5, 0.1, 0.3
	f.Radius = 0.42 * r.W / float64(cols)
	f.Inks = [4]draw.Color{draw.RGB(0x4F7F3F), draw.RGB(0xD9A441), draw.RGB(0xB5482A), draw.RGB(0x3F6F5F)}
	const n = 16
	rows := float64(f.Rows())
	for i := 0; i <= n; i++ {
		f.Mesh.U = append(f.Mesh.U, -1+(float64(cols)+2)*float64(i)/n)
		f.Mesh.V = append(f.Mesh.V, -1+(rows+2)*float64(i)/n)
	}
	for j := range f.Mesh.V {
		for i := range f.Mesh.U {
			u, v := float64(i)/n, float64(j)/n
			f.Mesh.P = append(f.Mesh.P, r.At(u+wave*math.Sin(6*v), v+wave*math.Sin(7*u)))
			f.Mesh.Level = append(f.Mesh.Level, float32(0.5+0.5*u))
		}
	}
	return f
}

func fields(l *draw.List) {
	for n, symbol := range []draw.Symbol{draw.Disc, draw.Roof} {
		f := crowdIn(l, 2970, 60, geom.R(40, 30+200*float64(n), 380, 180), 0.02)
		f.Symbol, f.Shown = symbol, 1-0.4*float64(n)
		l.Field(draw.Nth("crowd", n+1), f, draw.Decor())
	}
	for n := range draw.Symbols() {
		f := crowdIn(l, 47, 5, geom.R(425+27*float64(n), 240, 26, 190), 0.01)
		f.Symbol, f.Jitter, f.Sway, f.Radius = draw.Symbol(n), 0.1, 0, 2.4
		l.Field(draw.Nth("alone", n+1), f, draw.Decor())
	}
	l.PushClip(geom.R(440, 40, 190, 170))
	f := crowdIn(l, 9000, 90, geom.R(430, 30, 240, 200), 0.02)
	f.Lifted, f.LiftInk = 4444, draw.RGB(0xff0000)
	l.Field(draw.Name("clipped"), f, draw.Decor())
	l.Pop()
}

// wanderers are fields over each other, each with a mesh, a density and a symbol of
// its own, whose marks go beyond their cells as far as they may.
func wanderers(l *draw.List) {
	for n := range draw.Symbols() {
		f := l.NewField()
		f.Count, f.Cols, f.Symbol = 700+90*n, 30+n, draw.Symbol(n)
		f.Jitter, f.Sway, f.Phase, f.Shown = 1, 1.6, 0.1*float64(n), 1-0.05*float64(n)
		f.Inks = [4]draw.Color{draw.RGB(0x4F7F3F), 0xD9A44180, 0xB5482AD0, draw.RGB(0x3F6F5F)}
		r := geom.R(40+12*float64(n), 30+14*float64(n), 430, 270)
		f.Radius = 0.5 * r.W / float64(f.Cols)
		const lines = 12
		rows := float64(f.Rows())
		for i := range lines + 1 {
			f.Mesh.U = append(f.Mesh.U, -draw.MaxReach+(float64(f.Cols)+2*draw.MaxReach)*float64(i)/lines)
			f.Mesh.V = append(f.Mesh.V, -draw.MaxReach+(rows+2*draw.MaxReach)*float64(i)/lines)
		}
		for j := range f.Mesh.V {
			for i := range f.Mesh.U {
				u, v := float64(i)/lines, float64(j)/lines
				f.Mesh.P = append(f.Mesh.P, r.At(u+0.01*math.Sin(5*v+float64(n)), v+0.02*math.Sin(4*u)))
			}
		}
		l.Field(draw.Nth("wanderers", n+1), f, draw.Decor())
	}
}

// woven is a crowd of lanes whose meshes have n vertices in all.
func woven(l *draw.List, n int, moved float64) {
	const crossings, fields = 7, 4
	lines := n / crossings / fields
	for k := range fields {
		f := l.NewField()
		f.Count, f.Cols, f.Radius, f.Jitter, f.Sway, f.Phase = 28000, 8, 0.6+0.1*float64(k), 0.9, 0.05, moved
		f.Inks = [4]draw.Color{draw.RGB(0x4F7F3F), draw.RGB(0xD9A441), draw.RGB(0xB5482A), draw.RGB(0x3F6F5F)}
		for i := range crossings {
			f.Mesh.U = append(f.Mesh.U, -1+10*float64(i)/(crossings-1))
		}
		const lane = 110
		for j := range lines {
			f.Mesh.V = append(f.Mesh.V, 3500*float64(j-j/lane)/float64(lines-lines/lane)) // two equal lines between lanes
			y := l.Area.H * (0.1 + 0.8*float64(j/lane)/float64(lines/lane+1))
			x := l.Area.W * float64(j%lane) / lane
			for i := range crossings {
				f.Mesh.P = append(f.Mesh.P, geom.P(x, y+math.Sin(x*0.01+moved)*20+float64(i)*9+float64(k)*3))
				f.Mesh.Level = append(f.Mesh.Level, 1)
			}
		}
		l.Field(draw.Nth("lanes", k+1), f, draw.Decor())
	}
}

var (
	cutLine   = sync.OnceValue(func() *typeset.Run { return line("江津区有高新技术企业 503 家", typeset.SansBold, 22) })
	levelLine = sync.OnceValue(func() *typeset.Run { return line("67,623 people swept the lanes", typeset.Sans, 20) })
)

// clips is marks of every kind inside of a turned path within another.
func clips(l *draw.List) {
	l.PushClipPath(l.NewPath().Circle(geom.P(220.4, 200.7), 170))
	l.Rect(draw.Name("wall"), geom.R(60, 60, 200, 90), 0, draw.Ink(steel), draw.Decor())
	l.Push(geom.Rotate(0.4, geom.P(220, 200)), 1)
	l.PushClipPath(l.NewPath().RoundRect(geom.R(90.5, 80.2, 260, 200), 40))
	l.Rect(draw.Name("pane"), geom.R(40, 40, 400, 300), 0, draw.LinearRamp(geom.P(90, 0), geom.P(350, 0),
		draw.Stop{At: 0, Color: draw.RGB(0xD9A441)}, draw.Stop{At: 1, Color: 0x4C637340}), draw.Decor())
	l.Circle(draw.Name("sun"), geom.P(110, 110), 60, draw.Ink(clay), draw.Decor())
	l.Circle(draw.Name("glow"), geom.P(300, 110), 80, draw.RadialRamp(geom.P(300, 110), 80,
		draw.Stop{At: 0, Color: clay}, draw.Stop{At: 1, Color: clay.Fade(0)}), draw.Decor())
	l.Stroke(draw.Name("loop"), l.NewPath().Circle(geom.P(220, 180), 130), geom.Pen{Width: 9, Dash: 20, Gap: 7}, draw.Ink(black), draw.Decor())
	l.Text(draw.Name("turned"), cutLine(), geom.P(70, 200), draw.Ink(black), draw.Decor())
	l.Push(geom.Identity(), 0.7)
	l.Dots(draw.Name("cut dots"), 90, func(i int) draw.Dot {
		return draw.Dot{At: geom.Polar(geom.P(220, 180), 14*math.Sqrt(float64(i)), float64(i)*2.4), R: 4, Color: draw.RGB(0x3F6F5F)}
	}, draw.Decor())
	l.Pop()
	l.Pop()
	l.Pop()
	l.Text(draw.Name("level"), levelLine(), geom.P(30, 300), draw.Ink(clay), draw.Decor())
	l.Field(draw.Name("cut crowd"), crowdIn(l, 2000, 50, geom.R(60, 310, 300, 90), 0.02), draw.Decor())
	l.Pop()
	l.PushClip(geom.R(420, 20, 200, 380))
	l.PushClipPath(star(l.NewPath(), geom.P(560, 220), 190))
	l.Fill(draw.Name("far"), l.NewPath().Circle(geom.P(500, 4200), 4050), draw.Ink(steel), draw.Decor())
	l.Fill(draw.Name("torn"), star(l.NewPath(), geom.P(520, 180), 150), draw.Ink(draw.Color(0xD9A441C0)), draw.Decor())
	l.Pop()
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
		at := geom.Rotate(0.05*float64(i%5), geom.P(16, 20)).Then(geom.Translate(18.3*float64(i%row), 21.7*float64(i/row)))
		add(draw.Mark{M: at, Alpha: 1, Path: wall, Paint: draw.LinearRamp(geom.P(0, 0), geom.P(0, 40),
			draw.Stop{At: 0, Color: draw.RGB(uint32(0x4C6373 + 0x050301*(i%30)))}, draw.Stop{At: 1, Color: draw.RGB(0xE8ECEF)})})
		add(draw.Mark{M: at, Alpha: 0.8, Path: pane, Paint: draw.Ink(draw.RGB(0xD9A441)), Within: &draw.Clip{Path: arch, M: at}})
		add(draw.Mark{M: at, Alpha: 1, Path: wall, Pen: geom.Pen{Width: 1.5, Join: geom.JoinMiter}, Paint: draw.Ink(black)})
	}
	s.Seal()
	return s
}

func sheets(l *draw.List) { showing(l, village(60, 15)) }

// showing shows a sheet in several ways.
func showing(l *draw.List, s *draw.Sheet) {
	for i, c := range []struct {
		to     geom.Affine
		alpha  float64
		within bool
	}{
		{geom.Translate(20, 20), 1, false},
		{geom.Affine{A: 0.8, D: 0.7, E: 330.3, F: 12.6}, 0.5, false},
		{geom.Rotate(0.7, geom.P(0, 0)).Then(geom.Translate(200, 160)), 1, true},
		{geom.Affine{A: 1.7, B: 0.2, C: -0.3, D: 1.6, E: 330, F: 200}, 0.7, true}, // beyond the picture
	} {
		if c.within {
			l.PushClipPath(l.NewPath().Circle(geom.P(150+300*float64(i-2), 290), 140))
		}
		l.Push(c.to, c.alpha)
		l.Sheet(draw.Nth("village", i+1), s)
		l.Pop()
		if c.within {
			l.Pop()
		}
		l.Rect(draw.Nth("between", i+1), geom.R(60+140*float64(i), 180, 30, 30), 0, draw.Ink(clay), draw.Decor())
	}
}

// miniatures are pictures of all kinds of marks, shown small on a leaf that leans, and
// through a ring.
func miniatures(l *draw.List) {
	clipped := func(l *draw.List) {
		l.PushClip(geom.R(200, 100, 400, 300))
		fields(l)
		l.Pop()
	}
	for i, fill := range []func(*draw.List){shapes, text, dots, sheets, clips, clipped} {
		inner := picture(680, 440)
		fill(inner)
		s := draw.Miniature(inner, uint64(i+1))
		l.Push(geom.Affine{A: 0.3, B: 0.03, D: 0.3, E: 10 + 220*float64(i%3), F: 10 + 190*float64(i/3)}, 1)
		p := l.NewPath().Rect(inner.Area)
		if i == 1 {
			p = l.NewPath().Circle(geom.P(340, 220), 200)
		}
		l.PushClipPath(p)
		l.Sheet(draw.Nth("miniature", i+1), s)
		l.Pop()
		l.Pop()
	}
}
