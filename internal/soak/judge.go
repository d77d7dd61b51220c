package soak

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Minute is what a player was like in one minute of a run: medians of its samples.
type Minute struct {
	Resident, Heap float64 // bytes: of the process, and of what lives in Go's heap
	Frames         float64 // that were drawn in it
	Visits, Panics float64 // since the start
	Stories, Looks int     // given, and taken, since the start
}

// The bounds of growth over all that is judged, as a share of the memory at its begin
// and in bytes beyond that: the allocator's own to and fro.
const (
	mostShare = 0.10
	mostBytes = 8 << 20
)

// warm is the part of a run in which everything that is kept is made for the first time:
// it is not judged.
const warm = 1.0 / 3

// leastJudged is how many minutes make a line.
const leastJudged = 3

// Judge reports an error where the memory of a run grows. What is judged is the line
// through the minutes after the first third: the median of the slopes between all pairs
// of them, which no single minute bends. By that line the memory may grow, from the first
// to the last of these minutes, by a tenth and 8 MiB.
func Judge(run []Minute) error {
	judged := run[int(float64(len(run))*warm):]
	if len(judged) < leastJudged {
		return fmt.Errorf("%d minutes are too few to judge memory by; %d are judged of a run, after its first third", len(judged), leastJudged)
	}
	for _, of := range []struct {
		name string
		at   func(Minute) float64
	}{{"resident memory", func(m Minute) float64 { return m.Resident }}, {"what lives in Go's heap", func(m Minute) float64 { return m.Heap }}} {
		grown := slope(judged, of.at) * float64(len(judged)-1)
		begin := of.at(judged[0])
		if grown > begin*mostShare+mostBytes {
			return fmt.Errorf("%s grows: by %.1f MB in %d minutes, from %.1f MB", of.name, grown/1e6, len(judged)-1, begin/1e6)
		}
	}
	return nil
}

// slope is the median of the slopes between all pairs, for each minute (Theil and Sen).
func slope(run []Minute, at func(Minute) float64) float64 {
	var all []float64
	for i := range run {
		for k := i + 1; k < len(run); k++ {
			all = append(all, (at(run[k])-at(run[i]))/float64(k-i))
		}
	}
	return median(all)
}

// median is the middle of some values; 0 of none.
func median(all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.SortedFunc(slices.Values(all), cmp.Compare[float64])
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// Head is the table's first line.
const Head = "minute   resident MB   live MB   frames   visits   stories   looks   panics"

// line is a minute as the table has it.
func (m Minute) line(n int) string {
	return fmt.Sprintf("%6d  %12.1f  %8.1f  %7.0f  %7.0f  %8d  %6d  %7.0f", n, m.Resident/1e6, m.Heap/1e6, m.Frames, m.Visits, m.Stories, m.Looks, m.Panics)
}

// Least is the shortest run that can be judged.
func Least(minute time.Duration) time.Duration {
	n := 0
	for n-int(float64(n)*warm) < leastJudged {
		n++
	}
	return time.Duration(n) * minute
}
