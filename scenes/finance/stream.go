package finance

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// A stream is a lattice whose rows fall: those that a whole tile of chance has carried
// past the foot lie in the vessel. So the stream that has come to rest is the same
// lattice from its beginning, and no coin of it moves when that is put in its place.
const landing = draw.NoiseSide

// stream is where coins fall, and how many to a row.
type stream struct {
	money       *money
	left, right string // slots, from the top down
	cols        int
	radius      float64 // in widths of the stream's top
	fold        float64 // of its sheet, likewise
}

var (
	loanStream = stream{&loans, "loans-left", "loans-right", 24, 0.0100, 0.03}
	yearStream = stream{&year, "year-left", "year-right", 7, 0.036, 0.01}
)

// lying is how many of the coins lie in the vessel in the end, and falling how many
// the air still holds.
func (s *stream) split(v *stage.View) (lying, air int) {
	n, _ := s.money.coins(v)
	lying = min(n, s.cols*landing)
	return lying, n - lying
}

// fall is how far a beat's stream has come: entered, the share of its length that its
// front has reached, and flown, the rows that have gone past its foot.
type fall struct{ entered, flown float64 }

// entry is the part of the beat in which the front comes down.
const entry = 0.3

func falling(v *stage.View, beat string) fall {
	t := anim.Span(v.Beat(beat), 0.02, 0.96, anim.Linear)
	return fall{anim.Span(t, 0, entry, anim.Linear), landing * anim.Span(t, entry*0.96, 1, anim.QuadOut)}
}

func (f fall) landed() float64 { return f.flown / landing }

// lie is the share of the coins that lie: less than have landed, until all have, for a
// field shows about that share.
func (f fall) lie() float64 {
	if f.flown < landing {
		return max(0, f.landed()-0.012)
	}
	return 1
}

// come is how much of the money is in the air or lies.
func (s *stream) come(v *stage.View) float64 {
	now := falling(v, s.money.beat)
	lying, air := s.split(v)
	return (now.entered*float64(air) + now.landed()*float64(lying)) / float64(max(lying+air, 1))
}

// lines is how many lines of the mesh run along a stream, and steps how many across.
const (
	lines = 9
	steps = 26
)

func fallIntoBook(l *draw.List, v stage.View, at storyboard.Spot)  { loanStream.draw(l, &v, at) }
func fallIntoFlask(l *draw.List, v stage.View, at storyboard.Spot) { yearStream.draw(l, &v, at) }

func (s *stream) draw(l *draw.List, v *stage.View, at storyboard.Spot) {
	now := falling(v, s.money.beat)
	deal := dealing(v)
	lying, air := s.split(v)
	if now.entered <= 0 || air <= 0 || deal.loose <= 0 {
		return
	}
	left, right := edgeOf(&at, s.left), edgeOf(&at, s.right)
	top, foot := left.first().Y, left.last().Y
	wide := right.first().X - left.first().X
	rows := float64(air) / float64(s.cols)
	f := l.NewField()
	f.Cols, f.Symbol, f.Radius = s.cols, draw.Cash, wide*s.radius*(1-0.25*deal.rise)
	f.Count = air
	shift := (now.entered - 1) * (rows + 1)
	if now.flown > 0 && now.flown < landing {
		f.Count, shift = air+lying, now.flown
	}
	f.Jitter, f.Sway, f.Phase = 0.94, 0.04, v.Now*0.4
	f.Inks = inks(v, s.money)
	to := target{rect: at.Rect, from: 0, to: float64(air) / float64(air+lying), neck: geom.P((left.last().X+right.last().X)/2, anim.Lerp(foot, top, 0.3))}
	margin := 1 / float64(s.cols)
	for i := range lines {
		f.Mesh.U = append(f.Mesh.U, float64(s.cols)*across(i, margin))
	}
	total := 0.0
	for j := range steps { // the widths between the mesh's rows, from the foot up
		y := anim.Lerp(foot, top, (float64(j)+0.5)/steps)
		total += right.across(y) - left.across(y)
	}
	sum := 0.0
	first, last := -1, steps+1 // with a row's room, but for what has yet to come or has gone
	if f.Count > air {
		first, last = 0, steps
	}
	for j := first; j <= last; j++ {
		part := float64(j) / steps // from the foot up
		row := 0.0
		switch {
		case j < 0:
			row, part = -1, -total/steps/(right.across(foot)-left.across(foot))/rows
		case j > steps:
			row, part = rows+1, 1+total/steps/wide/rows
		default:
			row = sum / total * rows
			y := anim.Lerp(foot, top, (float64(j)+0.5)/steps)
			sum += right.across(y) - left.across(y)
		}
		f.Mesh.V = append(f.Mesh.V, row+shift)
		y := anim.Lerp(foot, top, part)
		for i := range lines {
			c := across(i, margin)*2 - 1
			p := s.sheet(left, right, c, y, wide)
			p.Y += wide * 3 * s.fold * (0.5 + 0.5*math.Sin(c*4.4+1.1)) * anim.Clamp((part-0.7)*3.4)
			p = aside(v, &at, p, wide*0.2*(1-deal.rise))
			f.Mesh.P = append(f.Mesh.P, to.of(p, (c+1)/2, 1-part, deal.rise))
			light := anim.Lerp(0.2, 1, anim.Span(1-part, -0.02, 0.26, anim.SineInOut))
			light *= max(now.entered, anim.Clamp((row+shift)/rows*6)) // the front is thin
			f.Mesh.Level = append(f.Mesh.Level, float32(anim.Lerp(light, 1, deal.rise)*deal.left(to.share(1-part))))
		}
	}
	crowd(l, draw.Name("falling-"+s.money.name), f, at.Scale)
}

// crowd draws a field whose marks are no larger than every backend draws whole, where
// its mesh is pressed together most.
func crowd(l *draw.List, id draw.ID, f *draw.Field, scale float64) {
	room := 0.99*draw.MaxReach - f.Jitter/2 - math.Abs(f.Sway)
	f.Radius = min(f.Radius, (room/f.Mesh.CellsPerPixel()-f.Symbol.Fringe()/scale)/f.Symbol.Extent())
	if f.Radius > 0 {
		l.Field(id, f, draw.Decor())
	}
}

// across is where mesh line i runs, 0 to 1, the outer ones with a cell's room.
func across(i int, margin float64) float64 {
	switch i {
	case 0:
		return -margin
	case lines - 1:
		return 1 + margin
	}
	return float64(i) / (lines - 1)
}

// sheet is a point of the stream: c from -1 at its left to 1. Coins crowd at the edges
// of a sheet that is folded.
func (s *stream) sheet(left, right edge, c, y, wide float64) geom.Pt {
	a, b := left.across(y), right.across(y)
	q := 0.62*c + 0.38*math.Sin(c*math.Pi/2)
	flat := max(0, 1-c*c) * (b - a) / wide
	return geom.P((a+b)/2+q*(b-a)/2+s.fold*wide*math.Sin(c*7.5+y/wide*3.8)*flat, y)
}

// aside is where a press of the finger moves a coin: away, by less the farther it is.
func aside(v *stage.View, at *storyboard.Spot, p geom.Pt, reach float64) geom.Pt {
	if v.Finger.Force <= 0 || reach <= 0 {
		return p
	}
	d := p.Sub(at.Under(v.Finger.At))
	q := d.Dot(d) / (reach * reach)
	if q >= 1 {
		return p
	}
	return p.Add(d.Unit().Mul(reach * 0.4 * v.Finger.Force * (1 - q) * (1 - q)))
}

// inks are a money's own: no shade of another's.
func inks(v *stage.View, m *money) [4]draw.Color {
	th := v.Theme
	switch m.name {
	case loans.name:
		if th.Dark() {
			return [4]draw.Color{th.GoldLight, th.Gold, draw.Mix(th.GoldDark, th.Gold, 0.4), draw.Mix(th.Gold, draw.RGB(0x7A5413), 0.45)}
		}
		return [4]draw.Color{th.GoldLight, draw.Mix(th.Gold, th.GoldLight, 0.6), draw.Mix(th.Gold, th.GoldLight, 0.25), th.Gold}
	case year.name:
		if th.Dark() {
			return [4]draw.Color{th.Deep, th.Cyan, draw.Mix(th.Cyan, th.CyanLight, 0.35), draw.Mix(th.Deep, th.Ink, 0.5)}
		}
		return [4]draw.Color{draw.Mix(th.Cyan, th.CyanLight, 0.75), draw.Mix(th.Cyan, th.CyanLight, 0.4), th.Cyan, draw.Mix(th.Cyan, th.Deep, 0.5)}
	case fund.name:
		if th.Dark() {
			return [4]draw.Color{th.Mint, draw.Mix(th.Mint, th.Ink, 0.45), draw.Mix(th.Mint, th.MintLight, 0.3), th.Mint}
		}
		return [4]draw.Color{draw.Mix(th.Mint, th.MintLight, 0.9), draw.Mix(th.Mint, th.MintLight, 0.6), th.MintLight, draw.Mix(th.MintLight, th.Panel, 0.5)}
	}
	return [4]draw.Color{th.Accent, th.Accent, th.Accent, th.Accent}
}
