package play_test

import (
	"os"
	"testing"
	"time"
)

// mostMemory is what all that is kept takes at most, in bytes: every drawing in every
// form and theme, and what the scenes have made of it.
const mostMemory = 400e6

// A hall's month, with visitors who do whatever they like, nights, stories that come and
// go, screens that change their size and clocks that jump by years, ends in the state and
// in the pixels of the first hour, and in its memory. Here the month is one day of two
// open hours; LIANHUA_MONTH=720h makes it a month of long days.
func TestAMonthInAHallLeavesNoTrace(t *testing.T) {
	lasts, closes, seeds := 24*time.Hour, 11*time.Hour, uint64(1)
	if text := os.Getenv("LIANHUA_MONTH"); text != "" {
		var err error
		if lasts, err = time.ParseDuration(text); err != nil {
			t.Fatal(err)
		}
		closes, seeds = 18*time.Hour, 3
	}
	for seed := range seeds {
		h := newHallDays(t, seed, closes)
		begun := time.Now()
		first := h.closing() // of a player that only one has touched
		h.open(time.Hour)
		h.same(first, h.closing())
		early, day := uint64(0), time.Duration(0)
		for h.since < lasts {
			h.open(time.Hour)
			if h.since/(24*time.Hour) > day {
				day++
				h.same(first, h.closing())
				if day == 2 { // all that is kept has been made
					early = h.heap()
				}
				t.Logf("seed %d: %v in %v, %d visits, %d pictures, memory %.1f MB", seed, h.since, time.Since(begun).Round(time.Second), h.made, h.pictures, float64(h.heap())/1e6)
			}
		}
		h.same(first, h.closing())
		h.counted()
		late := h.heap()
		if late > mostMemory || early > 0 && late > early+early/8 {
			t.Errorf("seed %d: memory grows from %d to %d bytes", seed, early, late)
		}
	}
}
