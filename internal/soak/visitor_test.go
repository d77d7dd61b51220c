package soak

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"
)

// noted are hands that note the keys.
type noted struct {
	touched
	keys []uint32
}

func (h *noted) Key(sym uint32, down bool) error {
	if down {
		h.keys = append(h.keys, sym)
	}
	return nil
}

// All beats are seen in each theme, and the contents.
func TestATourSeesEverything(t *testing.T) {
	h := new(noted)
	v := visitors{h, rand.New(rand.NewPCG(1, 1)), quiet, func(context.Context, time.Duration) {}}
	if err := v.tour(t.Context(), 60); err != nil {
		t.Fatal(err)
	}
	count := map[uint32]int{}
	for _, k := range h.keys {
		count[k]++
	}
	if count[0xff50] != themes || count[0xff56] != 60*themes || count['c'] != 2*themes || count['t'] != themes || len(h.keys) != 64*themes {
		t.Errorf("keys %v", count)
	}
}

// Visitors come until the end, and what is pressed is let go.
func TestVisitorsLetGo(t *testing.T) {
	down, most := 0, 0
	h := held{&down, &most}
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	v := visitors{h, rand.New(rand.NewPCG(7, 1)), quiet, func(context.Context, time.Duration) {
		if n++; n == 5000 {
			cancel()
		}
	}}
	if err := v.come(ctx); err != nil {
		t.Fatal(err)
	}
	if down != 0 || most != 1 {
		t.Errorf("%d are down, %d were at once", down, most)
	}
}

// held are hands that note what is down.
type held struct{ down, most *int }

func (h held) Move(x, y float64) error { return nil }
func (h held) Press(down bool) error   { return h.Key(0, down) }
func (h held) Key(_ uint32, down bool) error {
	if down {
		*h.down++
	} else {
		*h.down--
	}
	*h.most = max(*h.most, *h.down)
	return nil
}
