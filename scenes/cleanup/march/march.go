package march

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// depths is how many fields of draw a march is, by depth: far people are smaller.
const depths = 4

// March is a crowd on a hillside, a mark for each: it comes out of its doors, goes along
// with the front in teams and files, and is counted in the fields of another hill. Its
// lanes hold as many as several fields, so that a stretch of one becomes a field.
//
// A march takes long to make and is to be kept; it is never changed.
type March struct {
	Hillside
	Plan
	Whole geom.Rect // what the window shows of the drawing
	Scale float64   // the window's pixels to one of the drawing's

	throngs [depths]throng
}

// Plan is who marches where.
type Plan struct {
	Name   string // of its marks
	People int
	Each   int     // to a field
	Spark  float64 // the radius of one, as far as they go
	// Slots: the fields; where people keep together behind the front; houses, each a
	// line from its left foot to its right top, whose doors people come out of; and
	// footpaths, whose people are as large as those of a terrace.
	Fields, Anchors, Walls string
	Paths                  []Footpath
	Teams                  [][]geom.Pt
}

// Footpath is a slot that is a line, and the terrace.
type Footpath struct {
	Slot string
	On   int
}

// sizes are the radii of the throngs, and inField that of one who is counted, in parts of
// a spark's.
var sizes = [depths]float64{1, 1.2, 1.5, 1.9}

const inField = 0.86

// fieldSize is inField; by day water is seen between those who are dark on it.
func fieldSize(th *stage.Theme) float64 {
	if th.Dark() {
		return inField
	}
	return 0.76 * inField
}

// lane is where people keep to: along a terrace, or a path.
type lane struct {
	k, band   int
	c         float64 // its middle across the terrace, 0 to 1
	weight    float64 // its share of all people, in parts of other lanes'
	path      []geom.Pt
	n         int // its number, which chance follows from
	fields    int // that it holds
	home, end Lane
	near      Knots // groups behind the front
	doors     Knots
}

func (q *lane) chance(k int) float64 { return storyboard.Chance(q.n*31+k/4, k%4) }

func (q *lane) phase(k int) float64 { return 2 * math.Pi * q.chance(340+k) }

// throng is people of one size: a field of draw.
type throng struct {
	id     draw.ID
	count  int
	lines  []line
	radius float64 // on the land
}

// line is a line of a mesh across a lane.
type line struct {
	Row
	q           *lane
	mid, across geom.Pt // of a path, and half of it
	from, to    stance  // as people come out of their doors, and as the front has come to rest
	x, endX     float64
}

// stance is where across its terrace a line has its middle, half of its width, in
// depths of the terrace, and how bright it is.
type stance struct{ c, half, light float64 }

// least is how near rows may stand for a mark of a radius to be drawn whole: MaxReach
// less its wandering and its soft edge.
func (m *March) least(radius float64) float64 {
	return (radius + 0.6/m.Scale) / (draw.MaxReach - 0.75)
}

// Of settles people on a hillside.
func Of(h Hillside, at storyboard.Spot, plan Plan) *March {
	m := &March{Hillside: h, Plan: plan, Whole: at.Whole, Scale: at.Scale}
	m.settle(&at)
	return m
}

// Going is how a march stands.
type Going struct {
	Away   float64 // how far the front has yet to go
	Done   float64 // which part of its way is done
	Home   float64 // how far people have gone to their fields, one after the other
	Shown  float64 // the share of them that is there
	Inks   [4]draw.Color
	Pushed Push
}

// Draw draws the march.
func (m *March) Draw(l *draw.List, v *stage.View, now Going) {
	fields := (m.People + m.Each - 1) / m.Each
	for i := range m.throngs {
		b := &m.throngs[i]
		if b.count == 0 {
			continue
		}
		f := countedField(l, v, b.count)
		f.Radius = anim.Lerp(b.radius, m.Spark*fieldSize(v.Theme), anim.CubicInOut(now.Home))
		f.Jitter = anim.Lerp(1, orderly, anim.Span(now.Home, 0, 0.6, anim.CubicInOut))
		f.Shown, f.Inks = now.Shown, now.Inks
		for k := range b.lines {
			f.Mesh.V = append(f.Mesh.V, b.lines[k].V)
			m.set(f, &b.lines[k], &now, anim.Stagger(now.Home, b.lines[k].Field, fields, 0.5, anim.CubicInOut))
		}
		l.Field(b.id, f, draw.Sem{})
	}
}

// set sets a line of a mesh as it is seen: so far home from the land to its field.
func (m *March) set(f *draw.Field, s *line, now *Going, home float64) {
	mid, reach, light := s.mid, s.across, anim.Lerp(s.from.light, s.to.light, now.Done)
	if s.q.path == nil && home < 1 {
		x := Taken(s.x, s.endX, now.Away, now.Done)
		gone := max(anim.Span(m.Front(s.q.k, s.q.c)-now.Away-x, -80*m.Unit, 60*m.Unit, anim.SineInOut), anim.Span(now.Done, 0.7, 1, anim.SineInOut))
		deep := m.Depth(s.q.k, x)
		mid = geom.P(x, m.Height(s.q.k, x)+deep*anim.Lerp(s.from.c, s.to.c, gone))
		reach = geom.P(0, max(deep*anim.Lerp(s.from.half, s.to.half, gone), 9.6*m.least(m.Spark*sizes[s.q.band])))
		if s.q.k == m.N()-1 { // nobody stands beyond the land
			mid.Y = min(mid.Y, m.Height(m.N(), x)-reach.Y*FromMiddle[len(FromMiddle)-1])
		}
		light = anim.Lerp(s.from.light, s.to.light, gone)
	}
	for i, o := range FromMiddle {
		p := mid.Add(reach.Mul(o))
		if home > 0 {
			p = p.Lerp(s.Home[i], home)
		}
		f.Mesh.P = append(f.Mesh.P, now.Pushed.from(p))
		f.Mesh.Level = append(f.Mesh.Level, float32(anim.Lerp(light, 1, home)))
	}
}

// lanes are those of the land, the far ones first.
func (m *March) lanes(at *storyboard.Spot) (all []*lane) {
	for k := range m.N() {
		near := 1 - 0.45*anim.Span(float64(k), 5, float64(m.N()-1), anim.Linear)
		b := min(k*depths/m.N(), depths-1)
		for i, c := range [...]float64{0.13, 0.45, 0.78} {
			all = append(all, &lane{k: k, band: b, c: c, weight: near * [...]float64{1.15, 1, 0.9}[i]})
		}
		for _, way := range m.Paths {
			if line := at.Line(way.Slot); line != nil && k == way.On {
				all = append(all, &lane{k: k, band: b, weight: 0.24, path: line.Pts})
			}
		}
	}
	for i, q := range all {
		q.n = i
	}
	return all
}

// ends is how far a throng's mesh goes on beyond its rows.
const ends = 0.05

// settle deals the people out to the lanes, and these to the throngs.
func (m *March) settle(at *storyboard.Spot) {
	all := m.lanes(at)
	sum, given, so := 0.0, 0, 0.0
	for _, q := range all {
		sum += q.weight
	}
	for _, q := range all {
		so += q.weight / sum * math.Ceil(float64(m.People)/float64(m.Each))
		q.fields = int(math.Round(so)) - given
		given += q.fields
	}
	hill, field := at.Line(m.Fields), 0
	for b := range m.throngs {
		to := &m.throngs[b]
		to.id, to.radius = draw.Name(m.Name).SubN("depth", b+1), m.Spark*sizes[b]
		for _, q := range all {
			if q.band != b || q.fields == 0 {
				continue
			}
			people := min(q.fields*m.Each, m.People-field*m.Each)
			m.fill(q, at)
			tell := func(s float64) float64 {
				return 0.5*s + 0.25*(q.home.At(s)+q.end.At(s)-2*m.Whole.X)/m.Whole.W
			}
			first := len(to.lines)
			for _, row := range AppendRows(nil, hill, to.count/Abreast, field, people, m.Each, roomInField(m.Spark, m.Scale), tell) {
				to.lines = append(to.lines, m.stand(line{Row: row, q: q}))
			}
			m.slope(to.lines[first:])
			to.count += people
			field += q.fields
		}
		if n := len(to.lines); n > 0 { // who sways at an end is not lost
			to.lines[0].V -= ends
			to.lines[n-1].V += ends
		}
	}
}

// slope keeps a lane from widening or turning so fast that its rows are pressed together
// at its sides, wherever on their way they are.
func (m *March) slope(lines []line) {
	const most = 0.3
	limit := func(i, j int, turn bool) {
		a, b := &lines[i], &lines[j]
		room := most * min(math.Abs(b.x-a.x), math.Abs(b.endX-a.endX))
		each := func(p, q *stance, x, y float64) {
			was, deep := m.Depth(a.q.k, x), m.Depth(b.q.k, y)
			q.half = min(q.half, (p.half*was+room)/deep)
			if turn {
				q.c = p.c + max(-room/deep, min(q.c-p.c, room/deep))
			}
		}
		each(&a.from, &b.from, a.x, b.x)
		each(&a.to, &b.to, a.endX, b.endX)
	}
	for i := 1; i < len(lines) && lines[i].q.path == nil; i++ {
		limit(i-1, i, true)
	}
	for i := len(lines) - 2; i >= 0 && lines[i].q.path == nil; i-- {
		limit(i+1, i, false)
	}
}

// fill works out where people stand along a lane, from end to end of the window: about
// their doors, and then close behind the front, in teams, and by the lanterns.
func (m *March) fill(q *lane, at *storyboard.Spot) {
	a, b := m.Whole.X+2*m.Unit, m.Whole.Right()-2*m.Unit
	lead, u, k := m.Front(q.k, q.c), m.Unit, float64(q.k)
	near := func(p geom.Pt) float64 {
		e := (p.Y - m.On(q.k, p.X, q.c).Y) / (0.55 * m.Depth(q.k, p.X))
		return math.Exp(-e * e)
	}
	add := func(to *Knots, x, wide, many float64) {
		*to = append(*to, Knot{X: x, Wide: wide * u, Many: many})
	}
	walls := at.Edge(m.Walls)
	for i := 0; i+1 < len(walls); i += 2 {
		p := geom.P((walls[i].X+walls[i+1].X)/2, walls[i].Y+5*u)
		add(&q.doors, p.X+u*(24*q.chance(i)-12), 16+3*k, 4.5*near(p))
	}
	for i := range 22 { // hamlets out of sight, and those on their way
		add(&q.doors, anim.Lerp(a, b, q.chance(60+i)), (5+1.6*k)*(0.5+q.chance(80+i)), 0.3+2.2*q.chance(100+i)*q.chance(130+i))
	}
	for i, p := range at.Edge(m.Anchors) {
		add(&q.near, p.X+u*(16*q.chance(i)-8), (8+1.5*k)*(0.6+0.9*q.chance(i+20)), 3.4*near(p))
	}
	for _, team := range m.Teams {
		for _, p := range team {
			add(&q.near, p.X, 7+1.4*k, 1.6*near(p))
		}
	}
	for i := range 30 {
		add(&q.near, anim.Lerp(a, lead, q.chance(120+i)), (3+6*q.chance(160+i))*(0.6+0.12*k), 0.3+3.4*q.chance(200+i)*q.chance(240+i))
	}
	for i := range 10 {
		add(&q.near, anim.Lerp(lead+60*u, b, q.chance(280+i)), (5+8*q.chance(300+i))*(0.6+0.1*k), 0.3*q.chance(320+i))
	}
	behind := func(x float64) float64 { // houses hide nobody
		for i := 0; i+1 < len(walls); i += 2 {
			if x <= walls[i].X || x >= walls[i+1].X {
				continue
			}
			if y := m.On(q.k, x, q.c).Y; y < walls[i].Y && y > walls[i+1].Y {
				return 0.02
			}
		}
		return 1
	}
	rows, least := float64(q.fields*m.Each)/Abreast, m.least(m.Spark*sizes[q.band])
	q.home.Spread(a, b, rows, least, q.doors, func(x, more float64) float64 {
		return behind(x) * (0.07*(1+0.6*math.Sin(x/(37*u)+q.phase(0))) + more)
	})
	q.end.Spread(a, b, rows, least, q.near, func(x, more float64) float64 {
		d := (lead - x) / u
		if d < -4 {
			return behind(x) * (0.05*(1+0.6*math.Sin(x/(37*u)+q.phase(0))) + more + 1.2*math.Exp(d/9))
		}
		d = max(d, 0)
		s := 6.5*math.Exp(-d/(26+5*k)) + 1.7*math.Exp(-d/140) + 0.05
		s *= 1 + 0.62*math.Sin(x/(61*u)+q.phase(1))*math.Sin(x/(23*u)+q.phase(2)) + 0.3*math.Sin(x/(11*u)+q.phase(0))
		return behind(x) * (max(s, 0.02) + 0.75*more)
	})
}

// stand is a line on its lane: how wide, and how bright.
func (m *March) stand(s line) line {
	q, u := s.q, m.Unit
	least := m.least(m.Spark * sizes[q.band])
	if q.path != nil {
		// Files: people follow close upon one another, with room between.
		t := s.Share + 0.42*math.Sin(2*math.Pi*7*s.Share)/(2*math.Pi*7) + 0.2*math.Sin(2*math.Pi*15*s.Share+1)/(2*math.Pi*15)
		n := float64(len(q.path)-1) * anim.Clamp(t)
		i := min(int(n), len(q.path)-2)
		s.mid = q.path[i].Lerp(q.path[i+1], n-float64(i))
		way := q.path[min(i+4, len(q.path)-1)].Sub(q.path[max(i-3, 0)]).Unit()
		w := least * 13
		s.across = geom.P(-way.Y*w, way.X*w)
		s.from, s.to = stance{light: 0.6}, stance{light: 0.7}
		return s
	}
	s.x, s.endX = q.home.At(s.Share), q.end.At(s.Share)
	keep := q.doors.At(s.x)
	s.from = stance{
		c:     q.c + 0.07*math.Sin(s.x/(43*u)+q.phase(3)),
		half:  max(least*9.6/m.Depth(q.k, s.x), 0.05+min(0.24, 0.09*keep)),
		light: 0.5 + min(0.5, 0.16*keep),
	}
	d := (m.Front(q.k, q.c) - s.endX) / u
	far := math.Exp(-math.Abs(d) / 150)
	keep = q.near.At(s.endX)
	s.to = stance{
		c:     q.c + (0.05*math.Sin(s.endX/(57*u)+q.phase(3))+0.03*math.Sin(s.endX/(31*u)+q.phase(4)))*(1-0.6*far),
		half:  max(least*9.6/m.Depth(q.k, s.endX), 0.05+0.22*far+0.04*math.Sin(s.endX/(47*u)+q.phase(5))+min(0.22, 0.07*keep)),
		light: 0.4,
	}
	if d > -6 {
		s.to.light = min(1, 0.46+0.54*math.Exp(-max(d, 0)/130)+0.13*min(keep, 3))
	}
	return s
}
