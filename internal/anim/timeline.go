package anim

// Beat is one step of a scene's story.
type Beat struct {
	Name string
	Move Seconds // how long it moves
	Hold Seconds // how long playback rests when it has moved
	Cut  bool    // the picture may change at its start without a move
}

// Timeline is a scene's beats laid end to end from time 0.
type Timeline struct {
	Beats []Beat
	ends  []Seconds
}

// NewTimeline lays beats end to end. A negative Move counts as none.
func NewTimeline(beats []Beat) Timeline {
	t := Timeline{Beats: beats, ends: make([]Seconds, len(beats))}
	at := 0.0
	for i, b := range beats {
		at += max(b.Move, 0)
		t.ends[i] = at
	}
	return t
}

// Len is the number of beats.
func (t Timeline) Len() int { return len(t.Beats) }

// Start is when beat i begins to move.
func (t Timeline) Start(i int) Seconds {
	if i <= 0 || len(t.ends) == 0 {
		return 0
	}
	return t.ends[min(i, len(t.ends))-1]
}

// End is when beat i has settled.
func (t Timeline) End(i int) Seconds {
	if len(t.ends) == 0 {
		return 0
	}
	return t.ends[max(0, min(i, len(t.ends)-1))]
}

// Length is when the last beat has settled.
func (t Timeline) Length() Seconds { return t.End(len(t.ends) - 1) }

// BeatAt is the beat that moves at the time now; at a boundary, the one that
// has just settled.
func (t Timeline) BeatAt(now Seconds) int {
	for i, end := range t.ends {
		if now <= end {
			return i
		}
	}
	return max(len(t.ends)-1, 0)
}

// Progress is how far the named beat has moved at the time now: 0 before it
// begins, 1 from its end on. An unknown name gives 0.
func (t Timeline) Progress(name string, now Seconds) float64 {
	for i := range t.Beats {
		if t.Beats[i].Name == name {
			start, end := t.Start(i), t.ends[i]
			if end <= start {
				if now >= end {
					return 1
				}
				return 0
			}
			return Clamp((now - start) / (end - start))
		}
	}
	return 0
}

// Index is the place of the named beat; ok is false where there is none.
func (t Timeline) Index(name string) (i int, ok bool) {
	for i := range t.Beats {
		if t.Beats[i].Name == name {
			return i, true
		}
	}
	return 0, false
}
