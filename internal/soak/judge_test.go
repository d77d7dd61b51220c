package soak

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// minutes are those of a run whose memory is told, in MB.
func minutes(n int, resident, heap func(i int) float64) (run []Minute) {
	for i := range n {
		run = append(run, Minute{Resident: resident(i) * 1e6, Heap: heap(i) * 1e6})
	}
	return run
}

func TestMemoryIsJudged(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	still := func(int) float64 { return 250 }
	noise := func(int) float64 { return 240 + 20*chance.Float64() }
	warming := func(i int) float64 { return 250 - 150/float64(i+1) } // to what it keeps
	leak := func(i int) float64 { return 240 + 20*chance.Float64() + 0.3*float64(i) }
	peak := func(i int) float64 {
		if i == 470 {
			return 900
		}
		return 250
	}
	for name, c := range map[string]struct {
		run  []Minute
		want string
	}{
		"still":       {minutes(10, still, still), ""},
		"noise":       {minutes(480, noise, noise), ""},
		"warming":     {minutes(480, warming, still), ""},
		"a peak":      {minutes(480, peak, still), ""},
		"a leak":      {minutes(480, leak, still), "resident memory grows"},
		"in the heap": {minutes(480, still, leak), "in Go's heap grows"},
		"ten minutes": {minutes(10, func(i int) float64 { return 250 + 10*float64(i) }, still), "resident memory grows"},
		"falls":       {minutes(10, func(i int) float64 { return 250 - 10*float64(i) }, still), ""},
		"short":       {minutes(3, still, still), "too few"},
		"none":        {nil, "too few"},
	} {
		err := Judge(c.run)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestLeastIsJust(t *testing.T) {
	n := int(Least(time.Minute) / time.Minute)
	one := func(int) float64 { return 1 }
	if Judge(minutes(n, one, one)) != nil || Judge(minutes(n-1, one, one)) == nil {
		t.Errorf("%d minutes", n)
	}
}
