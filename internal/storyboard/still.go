package storyboard

import (
	"slices"
	"sync"

	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// Resting is the part where what it draws comes to rest: rests tells that nothing of it
// changes but with a count, and which. So long its marks are worked out once.
//
//go:noinline
func (p Part) Resting(rests func(v stage.View) (count int, ok bool)) Part {
	still, draws := new(Still), p.Draw
	p.Draw = func(l *draw.List, v stage.View, at Spot) {
		count, ok := rests(v)
		if !ok {
			draws(l, v, at)
			return
		}
		still.Draw(l, &v, count, func(l *draw.List) { draws(l, v, at) })
	}
	return p
}

// Still is what Go draws in a drawing and what has come to rest: while nothing of it
// changes, its marks are worked out once, and where they are shapes backends are told
// that they may keep what they look like. Its zero value is ready.
type Still struct {
	mu   sync.Mutex
	made []stilled
	next int
}

// stilled is what was drawn, and all that it depends on. Productions of a story may share
// a place, and with it their drawings' colours; other colours and knobs are their own.
type stilled struct {
	place Place
	theme *stage.Theme
	tuned []story.Tuning
	count int
	marks *draw.List
	sheet *draw.Sheet
}

// stills is for how many windows, themes and languages the marks are remembered.
const stills = 4

// Draw appends what draws does: marks that depend on the drawing, its place, the theme,
// the scene's knobs and the count alone, clipped by nothing of their own.
func (s *Still) Draw(l *draw.List, v *stage.View, count int, draws func(l *draw.List)) {
	if l.Added != nil { // who asks where marks come from wants what draws them, not what repeats them
		draws(l)
		return
	}
	place := PlaceOf(v)
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.made {
		if m := &s.made[i]; m.count == count && m.theme == v.Theme && m.place == place && slices.Equal(m.tuned, v.Tuned) {
			l.Repeat(m.marks, m.sheet)
			return
		}
	}
	marks := new(draw.List)
	marks.Reset(v.Area, 0)
	draws(marks)
	m := stilled{place, v.Theme, v.Tuned, count, marks, marks.Sheeted()}
	if len(s.made) < stills {
		s.made = append(s.made, m)
	} else {
		s.made[s.next] = m
		s.next = (s.next + 1) % stills
	}
	l.Repeat(m.marks, m.sheet)
}
