//go:build !js

package main

import "testing"

// Out of sight the player keeps no layers, not even those of a picture that it draws
// there.
func TestWhatIsOutOfSightIsGivenBack(t *testing.T) {
	var log []string
	g := fragileGame(t, &log, fragile{"a", true})
	rests := 0
	g.rest = func() { rests++ }
	for i, c := range []struct {
		hidden, redraw bool
		want           int
	}{{false, true, 0}, {false, false, 0}, {true, false, 1}, {true, true, 2}, {false, true, 2}} {
		g.hidden, g.redraw = c.hidden, c.redraw
		g.Draw(nil)
		if rests != c.want {
			t.Errorf("after frame %d memory was given back %d times, want %d", i+1, rests, c.want)
		}
	}
}
