package pack

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func ExamplePacker() {
	p := New(64, 16)
	a, _ := p.Put(40, 10)
	_, fits := p.Put(40, 10)
	p.Free(a)
	b, again := p.Put(64, 16)
	fmt.Println(a, fits, b, again)
	// Output:
	// {0 0 40 10} false {0 0 64 16} true
}

func TestSlotsNeverOverlapAndAllRoomComesBack(t *testing.T) {
	const w, h = 512, 256
	rnd := rand.New(rand.NewPCG(1, 2))
	p := New(w, h)
	var taken [w * h]bool
	mark := func(s Slot, to bool) {
		for y := s.Y; y < s.Y+s.H; y++ {
			for x := s.X; x < s.X+s.W; x++ {
				if taken[y*w+x] == to {
					t.Fatalf("%v: pixel %d,%d was %v already", s, x, y, to)
				}
				taken[y*w+x] = to
			}
		}
	}
	var held []Slot
	for range 20000 {
		if rnd.IntN(2) == 0 || len(held) == 0 {
			if s, ok := p.Put(1+rnd.IntN(90), 1+rnd.IntN(60)); ok {
				mark(s, true)
				held = append(held, s)
			}
			continue
		}
		i := rnd.IntN(len(held))
		mark(held[i], false)
		p.Free(held[i])
		held[i] = held[len(held)-1]
		held = held[:len(held)-1]
	}
	for _, s := range held {
		p.Free(s)
	}
	if p.Used() != 0 {
		t.Errorf("%d pixels are still taken", p.Used())
	}
	if _, ok := p.Put(w, h); !ok {
		t.Error("an emptied atlas has no room for a rectangle of its size")
	}
}
