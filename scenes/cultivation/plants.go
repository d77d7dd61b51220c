package cultivation

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// mostPlants is how many a bed has room for.
const mostPlants = 600

// seedbed is a box of the bench: a seedling stands there for each firm of its figure,
// of which so many as another figure says flower, from the left.
type seedbed struct {
	layer, plants, roots, figure, flowers, paragraph string
}

var seedbeds = [...]seedbed{
	{layer: "bed-new", plants: "plants-new", roots: "roots-new", figure: "cultivation.new-medium", paragraph: "J16"},
	{layer: "bed-applied", plants: "plants-applied", roots: "roots-applied", figure: "cultivation.applied", flowers: approvedID, paragraph: planned},
}

// tuft is how many seedlings of a row are drawn together: what grows is drawn anew
// each frame, what stands keeps its shape.
const tuft = 7

// count is the value of a figure that counts things.
func count(v *stage.View, figure string) int {
	f, ok := v.Story.Figure(figure)
	if !ok {
		return 0
	}
	return f.Count()
}

// plot is a bed as it lies in a drawing.
type plot struct {
	rect       geom.Rect // the middles of its outer seedlings, its front row as wide as it
	rows, cols int
	n, flowers int
	pitch      float64
	narrow     float64 // how much of its width the last row keeps
	eye        float64
	bloom      float64
}

func (s *seedbed) plot(v *stage.View, at storyboard.Spot) plot {
	p := plot{rect: at.Rect, rows: 5, narrow: 0.952, n: min(count(v, s.figure), mostPlants), eye: at.Slot("eye").Center().X}
	if v.Layout().Form.Upright() {
		p.rows, p.narrow = 10, 0.985
	}
	if s.flowers != "" {
		p.flowers = count(v, s.flowers)
	}
	p.cols = max((p.n+p.rows-1)/p.rows, 1)
	p.pitch = p.rect.W / float64(p.cols)
	p.bloom = anim.Span(v.Beat(beds), blooms, 1, anim.BackOut)
	return p
}

// foot is where the i-th seedling stands: they fill the columns one by one. Back rows
// lie closer together, and every other is set off by half.
func (p *plot) foot(i int) geom.Pt {
	c, r := i/p.rows, i%p.rows
	deep := float64(r) / float64(p.rows-1)
	x := p.rect.X + (float64(c)+0.5+0.22*float64(r%2*2-1))*p.pitch
	return geom.P(p.eye+(x-p.eye)*anim.Lerp(p.narrow, 1, deep), p.rect.Y+p.rect.H*deep)
}

// grown is how far a seedling has come, 0 to 1, when the light has passed it.
func (p *plot) grown(v *stage.View, at storyboard.Spot, i int, foot geom.Pt) float64 {
	if t := v.Beat(beds); t <= 0 {
		return 0
	} else if t >= blooms {
		return 1
	}
	wave := p.pitch * 11.5
	return anim.Clamp((front(v, at, foot.Y)-foot.X)/wave + 0.18*(storyboard.Chance(i, 3)-0.5))
}

// draw draws the back rows first.
func (s *seedbed) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	p := s.plot(&v, at)
	if v.Beat(beds) <= 0 {
		return
	}
	th := v.Theme
	l.Open(draw.Name(s.plants), draw.Sem{})
	for r := 0; r < p.rows; r++ {
		deep := float64(r) / float64(p.rows-1)
		shade := draw.Mix(th.Leaf, th.LeafDark, 0.55-0.3*deep)
		bright := draw.Mix(th.Leaf, th.LeafLight, 0.06+0.26*deep)
		if th.Dark() {
			shade, bright = draw.Mix(th.LeafLight, th.Leaf, 0.35+0.3*deep), draw.Mix(th.Leaf, th.LeafDark, 0.5*deep)
		}
		for from := 0; from < p.cols; from += tuft {
			stems, left, right := l.NewPath(), l.NewPath(), l.NewPath()
			petals, hearts, roots := l.NewPath(), l.NewPath(), l.NewPath()
			for c := from; c < min(from+tuft, p.cols); c++ {
				i := c*p.rows + r
				if i >= p.n {
					continue
				}
				foot := p.foot(i)
				k := p.pitch * 0.084 * (0.9 + 0.2*deep) * (0.92 + 0.16*storyboard.Chance(i, 0))
				sp := sprout{foot, k, p.grown(&v, at, i, foot), parted(&v, at, foot, p.pitch) + 4*k*(storyboard.Chance(i, 1)-0.5), 13.5 + 3*storyboard.Chance(i, 2)}
				top := sp.add(stems, left, right)
				if i < p.flowers && p.bloom > 0 {
					flower(petals, hearts, geom.P(top.X, top.Y-5.2*k*p.bloom), k*p.bloom, float64(i))
				}
				if soil := at.Slot(s.roots); r == p.rows-1 && !soil.Empty() {
					root(roots, geom.P(foot.X, soil.Y), soil.H*0.66*sp.grown, i)
				}
			}
			id := draw.Nth(s.plants, from/tuft+1)
			pen := geom.Pen{Width: p.pitch * 0.13, Cap: geom.CapRound, Join: geom.JoinRound}
			stroke(l, id.SubN("stems", r+1), stems, pen, bright)
			fill(l, id.SubN("left", r+1), left, shade)
			fill(l, id.SubN("right", r+1), right, bright)
			fill(l, id.SubN("petals", r+1), petals, draw.Mix(th.Clay, th.Accent, 0.5))
			fill(l, id.SubN("hearts", r+1), hearts, th.MoltenLight)
			pen.Width = p.pitch * 0.066
			stroke(l, id.Sub("roots"), roots, pen, draw.Mix(th.Litter, th.SilverLight, 0.55).Fade(0.75))
		}
	}
	l.Close()
}

func fill(l *draw.List, id draw.ID, p *geom.Path, c draw.Color) {
	if !p.Empty() {
		l.Fill(id, p, draw.Ink(c), draw.Decor())
	}
}

func stroke(l *draw.List, id draw.ID, p *geom.Path, pen geom.Pen, c draw.Color) {
	if !p.Empty() {
		l.Stroke(id, p, pen, draw.Ink(c), draw.Decor())
	}
}

// parted is how far a seedling leans away from the reader's finger.
func parted(v *stage.View, at storyboard.Spot, foot geom.Pt, pitch float64) float64 {
	if v.Finger.Force <= 0 {
		return 0
	}
	x := at.Whole.X + (v.Finger.At.X-v.Area.X)/at.Scale
	y := at.Whole.Y + (v.Finger.At.Y-v.Area.Y)/at.Scale
	dx, dy := foot.X-x, foot.Y-y
	reach := 4 * pitch
	near := 1 - math.Hypot(dx, dy*1.4)/reach
	if near <= 0 {
		return 0
	}
	return math.Copysign(near*v.Finger.Force*pitch*1.3, dx)
}

// sprout is a seedling: where it stands, how large it is, how far it has come, how far
// its head lies beside its foot, and how tall it will be, in its own size.
type sprout struct {
	foot  geom.Pt
	k     float64
	grown float64
	lean  float64
	tall  float64
}

// hooked is how far a seedling has come when its bent neck straightens.
const hooked = 0.42

// add adds a seedling to the paths of its stem and of its two leaves, and returns its
// head.
func (s sprout) add(stems, left, right *geom.Path) geom.Pt {
	x, y, k := s.foot.X, s.foot.Y, s.k
	if s.grown < 0.1 {
		return s.foot
	}
	if s.grown < hooked {
		h := (s.grown - 0.1) / (hooked - 0.1) * 7 * k
		stems.Move(x, y).Line(x, y-h*0.6).Cube(x+0.2*h, y-h*1.25, x+0.36*h, y-h*1.15, x+0.42*h, y-h*0.75)
		return s.foot
	}
	size := anim.Lerp(hooked, 1, anim.CubicOut((s.grown-hooked)/(1-hooked)))
	h, w, up := s.tall*k*size, 7.6*k*size, 2.05*k
	head := geom.P(x+s.lean*size, y-h)
	stems.Move(x, y).Quad(x, y-h*0.5, head.X, head.Y)
	for _, leaf := range [...]struct {
		path *geom.Path
		w    float64
	}{{left, -w}, {right, w}} {
		leaf.path.Move(head.X, head.Y).
			Cube(head.X+leaf.w*0.35, head.Y-w*0.75, head.X+leaf.w, head.Y-w*0.75, head.X+leaf.w*1.12, head.Y-up).
			Cube(head.X+leaf.w*0.7, head.Y+w*0.22, head.X+leaf.w*0.2, head.Y+w*0.15, head.X, head.Y).Close()
	}
	return head
}

// lobes is how many petals a flower has.
const lobes = 5

func flower(petals, hearts *geom.Path, c geom.Pt, k, turn float64) {
	for i := 0; i <= lobes; i++ {
		a := turn + 2*math.Pi*float64(i)/lobes
		p := geom.Polar(c, 2.1*k, a)
		if i == 0 {
			petals.Move(p.X, p.Y)
			continue
		}
		step := 2 * math.Pi / lobes
		from, to := geom.Polar(c, 6*k, a-step*0.86), geom.Polar(c, 6*k, a-step*0.14)
		petals.Cube(from.X, from.Y, to.X, to.Y, p.X, p.Y)
	}
	petals.Close()
	hearts.Circle(c, 1.5*k)
}

// root adds the roots of a seedling of the front row.
func root(p *geom.Path, top geom.Pt, long float64, i int) {
	if long <= 0 {
		return
	}
	x, y := top.X, top.Y
	sway := (storyboard.Chance(i, 1) - 0.5) * 0.24 * long
	reach := long * (0.75 + 0.25*storyboard.Chance(i, 2))
	p.Move(x, y).Quad(x+sway, y+reach*0.4, x-sway*0.6, y+reach)
	p.Move(x, y+reach*0.16).Quad(x-0.07*long, y+reach*0.3, x-0.16*long, y+reach*0.55)
	p.Move(x, y+reach*0.28).Quad(x+0.07*long, y+reach*0.4, x+0.14*long, y+reach*0.62)
}
