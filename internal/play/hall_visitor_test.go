package play_test

import (
	"hash/fnv"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
)

func sumOf(data []byte) uint64 {
	sum := fnv.New64a()
	sum.Write(data)
	return sum.Sum64()
}

// reachable are the keys of a kiosk.
var reachable = []string{"ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", " ", "Home", "End", "Enter", "Escape", "Tab", "+", "-", "l", "t", "m", "c", "PageUp", "PageDown", "x"}

// visitor does some things, and goes: sometimes in the midst of one.
func (h *hallDays) visitor() {
	for range 1 + h.chance.IntN(8) {
		h.deed()
		h.looked()
		h.pass(0.1+2*h.chance.Float64()*h.chance.Float64(), 0.1)
	}
}

// frame is the time between what a finger does.
const frame = 1.0 / 30

func (h *hallDays) tap(at geom.Pt) {
	h.m.Pointer(play.Down, 1, at)
	h.looked()
	h.pass(frame, frame)
	h.m.Pointer(play.Up, 1, at)
	h.looked()
}

func (h *hallDays) anywhere() geom.Pt {
	return geom.P(h.area.W*h.chance.Float64(), h.area.H*h.chance.Float64())
}

// mark is a place that can be touched, if the picture has one.
func (h *hallDays) mark() (at geom.Pt, id draw.ID) {
	h.draw()
	all := h.m.Touchables(nil)
	if len(all) == 0 {
		return h.anywhere(), draw.ID{}
	}
	id = all[h.chance.IntN(len(all))]
	if i := h.l.Find(id); i >= 0 {
		return h.l.Bounds(i).Center(), id
	}
	return h.anywhere(), id
}

func (h *hallDays) drag(id int, from, to geom.Pt, frames int) {
	h.m.Pointer(play.Down, id, from)
	h.looked()
	for i := 1; i <= frames; i++ {
		h.pass(frame, frame)
		h.m.Pointer(play.Move, id, from.Add(to.Sub(from).Mul(float64(i)/float64(frames))))
	}
}

// deed is one thing that a visitor does.
func (h *hallDays) deed() {
	switch h.chance.IntN(14) {
	case 0, 1, 2, 3:
		at, _ := h.mark()
		h.tap(at)
	case 4: // a swipe
		h.draw()
		from := h.anywhere()
		to := from.Add(geom.P(-200, 10))
		if h.chance.IntN(3) == 0 {
			to = from.Add(geom.P(10, 200))
		}
		h.drag(1, from, to, 4)
		h.m.Pointer(play.Up, 1, to)
	case 5: // a slider, or the crowd, or whatever is there
		from, _ := h.mark()
		to := h.anywhere()
		h.drag(1, from, to, 10)
		if h.chance.IntN(8) > 0 { // else the finger is forgotten there
			h.m.Pointer(play.Up, 1, to)
		}
	case 6: // two fingers
		h.draw()
		a, b := h.anywhere(), h.anywhere()
		h.drag(2, a, a.Add(geom.P(20, 5)), 2)
		h.drag(3, b, b.Add(geom.P(100, 90)), 5)
		h.m.Pointer(play.Up, 2, a)
		if h.chance.IntN(8) > 0 {
			h.m.Pointer(play.Up, 3, b)
		} else {
			h.m.Pointer(play.Cancel, 3, b)
		}
	case 7, 8, 9:
		h.draw()
		h.m.Key(reachable[h.chance.IntN(len(reachable))], h.chance.IntN(4) == 0)
	case 10: // something lies on a key
		k := reachable[h.chance.IntN(len(reachable))]
		h.m.Key(k, false)
		for range h.chance.IntN(30) {
			h.m.KeyRepeat(k, false)
			h.pass(frame, frame)
		}
	case 11:
		h.draw()
		h.m.Wheel(h.anywhere(), 100*h.chance.Float64()-50, 100*h.chance.Float64()-50, h.chance.IntN(2) == 0)
		h.m.MoveStep(h.chance.IntN(3) - 1)
	case 12: // a mouse
		for range 5 {
			h.m.Pointer(play.Move, play.Mouse, h.anywhere())
			h.pass(frame, frame)
		}
	case 13: // the contents, and a scene of them
		h.m.Key("c", false)
		h.pass(1, frame)
		at, _ := h.mark()
		h.tap(at)
	}
	h.looked()
}
