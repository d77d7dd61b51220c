package main

import (
	"math"
	"time"
)

// drift moves the whole picture by some pixels over minutes, so that what stands in
// the same place all day does not burn into the screen.
type drift struct{ pixels int }

// The periods across and down have no common measure that a year would meet: in time
// the picture stands everywhere within its bounds.
const (
	acrossEvery = 13 * time.Minute
	downEvery   = 13 * 16180 * time.Minute / 10000
)

// at is where the picture stands at a time, in pixels of the screen: to and fro by
// even steps, each of which nobody sees.
func (d drift) at(since time.Duration) (x, y int) {
	return d.along(since, acrossEvery), d.along(since, downEvery)
}

func (d drift) along(since, period time.Duration) int {
	t := math.Mod(since.Seconds()/period.Seconds()+0.25, 1)
	saw := 1 - 4*math.Abs(t-0.5) // -1 to 1 and back, 0 at the start
	return int(math.Round(saw * float64(d.pixels)))
}
