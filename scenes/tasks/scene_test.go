package tasks

import (
	"math"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/story"
)

func coinsIn(l *draw.List) (at []geom.Pt) {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.ID.Name == "coin" && m.Alpha > 0.1 {
			at = append(at, m.M.At(geom.Pt{}))
		}
	}
	return at
}

// A coin is a million, so that the heap is the stated sum, to the coin.
func TestTheHeapIsTheSum(t *testing.T) {
	s := previewtest.Open(t, New())
	fig, _ := s.Bundle.In(story.EN).Figure(fundsID)
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		at := coinsIn(&l)
		if got := float64(len(at)) * coinWorth; got != fig.Float64() {
			t.Errorf("%s: %d coins are %.0f yuan, the page says %s", size.Name, len(at), got, fig.Text)
		}
		apart := map[geom.Pt]bool{}
		for _, p := range at {
			apart[p] = true
		}
		if len(apart) != len(at) {
			t.Errorf("%s: %d coins lie in %d places", size.Name, len(at), len(apart))
		}
	}
}

// No money is shown before the beat that tells of it, and none goes to a room: the
// heap keeps within its slot's width wherever the coins are on their way.
func TestNoCoinGoesToARoom(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	b, _ := time.Index(beatMoney)
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		if n := len(coinsIn(&l)); n > 0 {
			t.Errorf("%s: %d coins before their beat", size.Name, n)
		}
		width := func(at []geom.Pt) (from, to float64) {
			from, to = math.Inf(1), math.Inf(-1)
			for _, p := range at {
				from, to = min(from, p.X), max(to, p.X)
			}
			return from, to
		}
		s.Draw(&l, s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		from, to := width(coinsIn(&l))
		for k := 1; k < 10; k++ {
			s.Draw(&l, preview.Moment{Now: time.Start(b) + float64(k)/10*(time.End(b)-time.Start(b)), Area: size.Area})
			if f, e := width(coinsIn(&l)); f < from-1e-6 || e > to+1e-6 {
				t.Errorf("%s: at %d/10 coins lie from %.1f to %.1f, the heap from %.1f to %.1f", size.Name, k, f, e, from, to)
			}
		}
	}
}

// The rooms open in the page's order and at one pace, whether they have a figure or
// not, and answer to touch only once they do.
func TestRoomsOpenOneByOne(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	b, _ := time.Index(beatRooms)
	opened := map[string]int{}
	const steps = 400
	for k := 0; k <= steps; k++ {
		var l draw.List
		s.Draw(&l, preview.Moment{Now: time.Start(b) + float64(k)/steps*(time.End(b)-time.Start(b)), Area: preview.Sizes()[1].Area})
		for i := range rooms {
			r := &rooms[i]
			if _, seen := opened[r.name]; !seen && l.Find(draw.Name("enter-"+r.name)) >= 0 {
				opened[r.name] = k
			}
		}
	}
	for i := range rooms {
		at, ok := opened[rooms[i].name]
		if !ok {
			t.Fatalf("%s does not open", rooms[i].name)
		}
		if i == 0 {
			if at == 0 {
				t.Error("the first room is open while the old man speaks")
			}
			continue
		}
		if got := float64(at-opened[rooms[i-1].name]) / steps; math.Abs(got-pace) > 0.01 {
			t.Errorf("%s opens %.3f of the beat after the room before, want %.3f", rooms[i].name, got, pace)
		}
	}
}

// Where the page has no figure the room says so, in every form and language.
func TestRoomsWithoutAFigureSaySo(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			var l draw.List
			s.Draw(&l, s.Settled(0, 1, lang, s.Themes[0], size.Area))
			words := s.Bundle.In(lang)
			said := 0
			for i := range l.Marks {
				m := &l.Marks[i]
				if strings.HasPrefix(m.ID.Name, "figure-") && (m.Sem.Label == words.Words("tasks.none") || m.Sem.Label == words.Words("tasks.none-short")) {
					said++
				}
			}
			if said != 3 {
				t.Errorf("%s, %s: %d rooms say that the page has no figure", size.Name, lang, said)
			}
		}
	}
}
