package storyboard

import (
	"sync"

	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// Still is shapes that Go draws in a drawing and that have come to rest: while nothing
// of them changes, their marks are worked out once, and backends are told that they may
// keep what they look like. Its zero value is ready.
type Still struct {
	mu   sync.Mutex
	made []stilled
	next int
}

// stilled is what was drawn, and all that it depends on.
type stilled struct {
	place Place
	count int
	marks *draw.List
	sheet *draw.Sheet
}

// stills is for how many windows, themes and languages the marks are remembered.
const stills = 4

// Draw appends what draws does: shapes that depend on the drawing, its place and the
// count alone, clipped by nothing of their own.
func (s *Still) Draw(l *draw.List, v *stage.View, count int, draws func(l *draw.List)) {
	place := PlaceOf(v)
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.made {
		if m := &s.made[i]; m.count == count && m.place == place {
			l.Repeat(m.marks, m.sheet)
			return
		}
	}
	marks := new(draw.List)
	marks.Reset(v.Area, 0)
	draws(marks)
	m := stilled{place, count, marks, marks.Sheeted()}
	if len(s.made) < stills {
		s.made = append(s.made, m)
	} else {
		s.made[s.next] = m
		s.next = (s.next + 1) % stills
	}
	l.Repeat(m.marks, m.sheet)
}
