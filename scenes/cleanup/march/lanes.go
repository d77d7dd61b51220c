package march

import (
	"math"

	"lianhua/internal/anim"
)

// Knot is where people keep together: in the middle of it so many as Many more than one
// to a length, and fewer to its sides, as far as it is wide.
type Knot struct{ X, Wide, Many float64 }

// Knots are several.
type Knots []Knot

// At is how many more stand at x.
func (all Knots) At(x float64) (s float64) {
	for i := range all {
		if e := (x - all[i].X) / all[i].Wide; e > -3 && e < 3 {
			s += all[i].Many * math.Exp(-e*e)
		}
	}
	return s
}

// along adds to places, of which the first is half a step after a, what At is at each:
// knots are narrow, and there are many places to a lane.
func (all Knots) along(places []float64, a, step float64) {
	for k := range all {
		n := &all[k]
		first := max(0, int((n.X-3*n.Wide-a)/step)-1)
		last := min(len(places)-1, int((n.X+3*n.Wide-a)/step)+1)
		for i := first; i <= last; i++ {
			x := a + step*(float64(i)+0.5)
			if e := (x - n.X) / n.Wide; e > -3 && e < 3 {
				places[i] += n.Many * math.Exp(-e*e)
			}
		}
	}
}

// Lane is where people stand along a line: the place of each share of them, evenly.
type Lane [lanePlaces + 1]float64

const lanePlaces = 420

// Spread stands rows of people between two ends by a density, which is told how many more
// knots have there, no two rows nearer to one another than least: who has no room there
// stands elsewhere.
func (q *Lane) Spread(a, b, rows, least float64, knots Knots, density func(x, more float64) float64) {
	const fine = 2 * lanePlaces
	var d [fine]float64
	step, total := (b-a)/fine, 0.0
	knots.along(d[:], a, step)
	for i := range d {
		d[i] = max(density(a+step*(float64(i)+0.5), d[i]), 1e-3)
		total += d[i] * step
	}
	for range 12 {
		most, now := total/rows/least, 0.0
		for i := range d {
			d[i] = min(d[i], most)
			now += d[i] * step
		}
		if now >= total*0.999 {
			break
		}
		for i := range d {
			d[i] *= total / now
		}
	}
	total = 0
	for i := range d {
		total += d[i]
	}
	i, so := 0, 0.0
	for j := range q {
		want := total * float64(j) / lanePlaces
		for i < fine-1 && so+d[i] < want {
			so += d[i]
			i++
		}
		q[j] = a + step*(float64(i)+anim.Clamp((want-so)/d[i]))
	}
}

// At is where the share s of a lane stands.
func (q *Lane) At(s float64) float64 {
	s = anim.Clamp(s) * lanePlaces
	i := min(int(s), lanePlaces-1)
	return anim.Lerp(q[i], q[i+1], s-float64(i))
}

// Taken is where those stand who are at home at one place and go to another, while a
// front that takes them along has so far to go and t of its way is done: people stay
// until it comes, and whom it does not reach comes to meet it. Nobody overtakes anybody.
func Taken(home, end, away, t float64) float64 {
	return max(anim.Lerp(home, min(home, end), t), end-away)
}
