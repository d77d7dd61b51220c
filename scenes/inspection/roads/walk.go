// Package roads is the teams of the inspection scene on their visits: when each sets
// out, how long it stays and when it comes to which town, and their roads, towns and
// pawns on the wheel as they stand at a moment. A Walk says the moment in numbers;
// Roads draws it. Both know nothing of beats: the scene says how far its have come.
//
// The page says how many towns a team visits and nothing of where or when: paces are
// chance, which is the same at every showing, and mean nothing.
package roads

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/storyboard"
)

// What there is room for: roads and the towns on one.
const (
	MostTeams = 15
	MostTowns = 2
)

// Walk is the teams at a moment.
type Walk struct {
	Teams, Each int     // how many there are, and how many towns each visits
	Gone        float64 // how far the visits have come, 0 to 1
	Hopped      float64 // how far the teams have come to leave the hub for their roads
	Trails      float64 // how much is seen of where they have walked
}

const (
	rest   = 0.06 // how long a team stays at a town on its way, in parts of the visits
	paints = 0.05 // and how long a town takes to be painted
)

// pace is how a team walks: when it sets out and when it reaches its last town, in
// parts of the visits. None waits for another, and one comes as they end.
func (w *Walk) pace(team int) (from, to float64) {
	return 0.1 * storyboard.Chance(team, 0), anim.Lerp(0.74, 0.97, float64(team*7%max(w.Teams, 1))/float64(max(w.Teams-1, 1)))
}

// reached is when a team comes to the k-th of its towns.
func (w *Walk) reached(team, k int) float64 {
	from, to := w.pace(team)
	if k == w.Each-1 {
		return to
	}
	return from + (to-from)*(float64(k+1)/float64(w.Each)+0.34*(storyboard.Chance(team, 1)-0.5))
}

// painted is how far a town is that a team comes to. By the end of the visits all are.
func (w *Walk) painted(team, k int) float64 {
	when := w.reached(team, k)
	return anim.Span(w.Gone, when, min(when+paints, 1), anim.Linear)
}

// Visited is how many towns have been, the last of them in part.
func (w *Walk) Visited() (sum float64) {
	for i := range w.Teams * w.Each {
		sum += w.painted(i/w.Each, i%w.Each)
	}
	return math.Round(sum*1e6) / 1e6 // a sum of parts wants a hair of a town
}

// on is where a team is: on which leg, and how far along it. After the last town comes
// a step beyond, where the team stays.
func (w *Walk) on(team int) (k int, share float64) {
	from, _ := w.pace(team)
	for k = range w.Each {
		to := w.reached(team, k)
		if w.Gone < to+rest || k == w.Each-1 && w.Gone < to {
			return k, anim.Span(w.Gone, from, to, anim.SineInOut)
		}
		from = to + rest
	}
	last := w.reached(team, w.Each-1)
	return w.Each, anim.Span(w.Gone, last, last+0.03, anim.SineInOut)
}

// hops is how long a team's hop from the hub to its road takes, of all of theirs.
const hops = 0.3

// hop is how far a team's has come: one after another.
func (w *Walk) hop(team int) float64 {
	from := (1 - hops) * float64(team) / float64(max(w.Teams-1, 1))
	return anim.Span(w.Hopped, from, from+hops, anim.SineInOut)
}
