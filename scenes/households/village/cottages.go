package village

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Cottage is the middle of a small house's foot, and its width.
type Cottage struct {
	At   geom.Pt
	Wide float64
}

// Cottages are those of a slot's lines, each from one end of a foot to the other.
func Cottages(a *stage.Art, slot string) (all []Cottage) {
	for _, l := range storyboard.LinesOf(a, slot) {
		first, last := l[0], l[len(l)-1]
		all = append(all, Cottage{first.Lerp(last, 0.5), last.X - first.X})
	}
	return all
}

// Stand lays a field over houses, each of them in a place of its own; level is how much
// is seen of what stands at the i-th.
func Stand(f *draw.Field, all []Cottage, level func(i int) float64) {
	f.Count, f.Cols, f.Symbol, f.Radius = len(all), 1, draw.Roof, math.Inf(1)
	m := &f.Mesh
	m.U = append(m.U, 0, 1)
	for i, c := range all {
		f.Radius = min(f.Radius, c.Wide/2)
		seen := float32(level(i))
		for k := range 2 {
			y := c.At.Y - 0.7*c.Wide*float64(1-k)
			m.V = append(m.V, float64(i+k))
			m.P = append(m.P, geom.P(c.At.X-c.Wide/2, y), geom.P(c.At.X+c.Wide/2, y))
			m.Level = append(m.Level, seen, seen)
		}
	}
}

// plane is one face of a house, its corners in parts of the house's width from the
// middle of its foot.
type plane struct {
	paint   func(th *stage.Theme, roof draw.Color) draw.Color
	corners []geom.Pt
	least   float64 // the width of house from which it is drawn
}

func fixed(c func(th *stage.Theme) draw.Color) func(*stage.Theme, draw.Color) draw.Color {
	return func(th *stage.Theme, _ draw.Color) draw.Color { return c(th) }
}

// whitewash is what is light by day and in the shade of the night else.
func whitewash(th *stage.Theme, day, night float64) draw.Color {
	if th.Dark() {
		return draw.Mix(th.Ground, th.Ink, night)
	}
	return draw.Mix(draw.Mix(th.Panel, th.GoldLight, 0.12), th.Ink, day)
}

func pane(th *stage.Theme) draw.Color {
	if th.Dark() {
		return th.MoltenLight
	}
	return draw.Mix(th.Steel, th.Ink, 0.1)
}

// planes are the faces of a house seen from above its eaves, those behind first.
var planes = [...]plane{
	{fixed(func(th *stage.Theme) draw.Color { return draw.Mix(th.LeafDark, th.Coal, 0.4).Fade(0.3) }), []geom.Pt{{X: -.44, Y: .02}, {X: .3, Y: .06}, {X: .66, Y: -.14}, {X: .74, Y: -.02}, {X: .36, Y: .16}, {X: -.4, Y: .12}}, 0},
	{fixed(func(th *stage.Theme) draw.Color { return whitewash(th, 0, 0.42) }), []geom.Pt{{X: -.46, Y: -.26}, {X: .2, Y: -.2}, {X: .2, Y: .06}, {X: -.46, Y: 0}}, 0},
	{fixed(func(th *stage.Theme) draw.Color { return whitewash(th, 0.16, 0.26) }), []geom.Pt{{X: .2, Y: -.2}, {X: .33, Y: -.56}, {X: .46, Y: -.34}, {X: .46, Y: -.1}, {X: .2, Y: .06}}, 0},
	{func(th *stage.Theme, roof draw.Color) draw.Color { return draw.Mix(roof, th.Coal, 0.34) }, []geom.Pt{{X: .33, Y: -.64}, {X: .52, Y: -.34}, {X: .47, Y: -.29}, {X: .31, Y: -.57}}, 0},
	{func(_ *stage.Theme, roof draw.Color) draw.Color { return roof }, []geom.Pt{{X: -.38, Y: -.7}, {X: .33, Y: -.64}, {X: .22, Y: -.14}, {X: -.54, Y: -.2}}, 0},
	{func(th *stage.Theme, roof draw.Color) draw.Color { return draw.Mix(roof, th.MoltenLight, 0.4) }, []geom.Pt{{X: -.38, Y: -.72}, {X: .33, Y: -.66}, {X: .33, Y: -.62}, {X: -.38, Y: -.68}}, 5},
	{func(th *stage.Theme, roof draw.Color) draw.Color { return draw.Mix(roof, th.Coal, 0.3) }, []geom.Pt{{X: -.54, Y: -.215}, {X: .22, Y: -.155}, {X: .22, Y: -.13}, {X: -.54, Y: -.19}}, 8},
	{fixed(func(th *stage.Theme) draw.Color { return draw.Mix(th.Coal, th.Clay, 0.2) }), []geom.Pt{{X: -.17, Y: -.2}, {X: -.03, Y: -.19}, {X: -.03, Y: .04}, {X: -.17, Y: .025}}, 6},
	{fixed(pane), []geom.Pt{{X: -.4, Y: -.2}, {X: -.27, Y: -.19}, {X: -.27, Y: -.07}, {X: -.4, Y: -.08}}, 5},
	{fixed(pane), []geom.Pt{{X: .04, Y: -.175}, {X: .14, Y: -.165}, {X: .14, Y: -.05}, {X: .04, Y: -.06}}, 9},
}

// courses is how many lines of tiles a roof shows that is wide enough.
const courses = 6

// Hamlet is houses as a sheet, the farthest first, their roofs in one of four colours:
// hundreds of them cost a frame no more than one mark.
func Hamlet(th *stage.Theme, all []Cottage, roofs [4]draw.Color) *draw.Sheet {
	s := &draw.Sheet{}
	for i, h := range all {
		side := 1.0
		if storyboard.Chance(i, 1) < 0.5 {
			side = -1
		}
		roof := roofs[int(storyboard.Chance(i, 2)*4)%4]
		at := func(q geom.Pt) geom.Pt { return geom.P(h.At.X+side*q.X*h.Wide, h.At.Y+q.Y*h.Wide) }
		for k := range planes {
			f := &planes[k]
			if h.Wide < f.least {
				continue
			}
			p := &geom.Path{}
			for j, q := range f.corners {
				if q = at(q); j == 0 {
					p.Move(q.X, q.Y)
				} else {
					p.Line(q.X, q.Y)
				}
			}
			storyboard.Lay(s, p.Close(), f.paint(th, roof))
			if k == 4 && h.Wide > 11 { // the front of the roof: courses of tiles down it
				tiles := &geom.Path{}
				for n := 1; n < courses; n++ {
					t := float64(n) / courses
					a, b := at(f.corners[0].Lerp(f.corners[1], t)), at(f.corners[3].Lerp(f.corners[2], t))
					w := 0.012 * h.Wide
					tiles.Move(a.X-w, a.Y).Line(a.X+w, a.Y).Line(b.X+w, b.Y).Line(b.X-w, b.Y).Close()
				}
				storyboard.Lay(s, tiles, draw.Mix(roof, th.Coal, 0.34).Fade(0.55))
			}
		}
	}
	s.Seal()
	return s
}
