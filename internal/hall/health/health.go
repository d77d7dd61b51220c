// Package health tells a house's Prometheus how a hall's screen is, in its text format.
//
// Guarantees:
//
//   - What the player tells while it draws allocates nothing and waits for nobody.
//   - It is told on this machine alone, and reading it changes nothing.
//   - What depends on time goes by the monotonic clock, except timestamps: a clock that
//     is set harms nothing.
//
// What is told, beside what every Go process tells (process_resident_memory_bytes,
// go_memstats_heap_inuse_bytes …); times are in seconds:
//
//	lianhua_up                             1: the loop answers and the picture is drawn; 0: not within the time of an answer
//	lianhua_info{version}                  the program
//	lianhua_story_info{digest}             the story that is shown, by the SHA-256 of its file
//	lianhua_story_taken_timestamp_seconds  since when
//	lianhua_pack_version                   the pack that is shown; 0: the built-in story, or a file's
//	lianhua_update_timestamp_seconds       when the source of packs last answered; 0: never, as without one
//	lianhua_update_failures_total          times that it did not, or not well
//	lianhua_frames_total                   drawn since the start
//	lianhua_frame_interval_seconds         a histogram: from one frame to the next while the picture moves
//	lianhua_since_frame_seconds            since the last one; a still picture draws none
//	lianhua_frame_owed                     1: the picture has changed since
//	lianhua_visits_total                   that have ended
//	lianhua_panics_total                   pictures that could not be drawn
//	lianhua_last_panic_timestamp_seconds   0: none
//	lianhua_settings_refused               lines that are wrong in the file of settings as it is now
//	lianhua_heap_live_bytes                what the last collection of garbage found in use
//	lianhua_temperature_celsius{zone,type} where the machine tells it
package health

import (
	"fmt"
	"io"
	"io/fs"
	runtime "runtime/metrics"
	"sync/atomic"
	"time"

	"github.com/VictoriaMetrics/metrics"
)

// Player is what is read of the player when somebody asks.
type Player struct {
	Version string           // of the program
	Shows   func() bool      // whether the loop answers, and the picture is drawn
	Owed    func() bool      // whether a picture is to be drawn that has not been
	Now     func() time.Time // with a monotonic reading
	Refused func() int64     // how many lines of the file of settings are wrong
	Sensors fs.FS            // the system's folder of thermal zones; nil: none
}

// Health is how a player is. What draws tells it; any goroutine may.
type Health struct {
	player Player
	began  time.Time
	set    *metrics.Set

	frames, visits, panics *metrics.Counter
	failures               *metrics.Counter
	interval               *metrics.PrometheusHistogram

	drawn    atomic.Int64 // when the last frame was, in nanoseconds since began
	moved    atomic.Bool  // whether the picture moved in it
	panicked atomic.Int64 // Unix seconds
	shown    atomic.Pointer[shown]
	answered atomic.Int64 // when the source of packs last did, in Unix seconds
	pack     atomic.Pointer[func() uint64]
}

// shown is a story, and when it was taken.
type shown struct {
	digest string
	at     time.Time
}

// intervals are the bounds of a frame's time, in seconds: from 120 frames in a second
// to what everybody sees stop.
func intervals() []float64 { return []float64{0.0085, 0.0175, 0.034, 0.051, 0.1, 0.25, 1} }

// New is the health of a player that begins.
func New(p Player) *Health {
	// The library's one switch: what a metric is stands beside it.
	metrics.ExposeMetadata(true)
	h := &Health{player: p, began: p.Now(), set: metrics.NewSet()}
	h.frames = h.set.NewCounter("lianhua_frames_total")
	h.visits = h.set.NewCounter("lianhua_visits_total")
	h.panics = h.set.NewCounter("lianhua_panics_total")
	h.interval = h.set.NewPrometheusHistogramExt("lianhua_frame_interval_seconds", intervals())
	gauge := func(name string, f func() float64) { h.set.NewGauge(name, f) }
	gauge("lianhua_frame_owed", func() float64 { return truth(p.Owed()) })
	gauge("lianhua_since_frame_seconds", func() float64 {
		return (p.Now().Sub(h.began) - time.Duration(h.drawn.Load())).Seconds()
	})
	gauge("lianhua_last_panic_timestamp_seconds", func() float64 { return float64(h.panicked.Load()) })
	h.failures = h.set.NewCounter("lianhua_update_failures_total")
	gauge("lianhua_update_timestamp_seconds", func() float64 { return float64(h.answered.Load()) })
	gauge("lianhua_pack_version", func() float64 {
		if version := h.pack.Load(); version != nil {
			return float64((*version)())
		}
		return 0
	})
	gauge("lianhua_settings_refused", func() float64 { return float64(p.Refused()) })
	gauge("lianhua_heap_live_bytes", liveHeap)
	return h
}

// Drew tells of a frame, and whether the picture moves in it: the time between two
// frames of a moving picture is a frame's time.
func (h *Health) Drew(moving bool) {
	now := int64(h.player.Now().Sub(h.began))
	last := h.drawn.Swap(now)
	if h.moved.Swap(moving) && moving {
		h.interval.Update(time.Duration(now - last).Seconds())
	}
	h.frames.Inc()
}

// Visited tells of visits that have ended.
func (h *Health) Visited(n int) { h.visits.Add(n) }

// Took tells which story is shown from now on, by its digest.
func (h *Health) Took(digest string) { h.shown.Store(&shown{digest, h.player.Now()}) }

// Packs tells what knows the version of the pack that is shown, 0 for none.
func (h *Health) Packs(version func() uint64) { h.pack.Store(&version) }

// Fetched tells that the source of packs was asked, and of an error if it did not answer
// well.
func (h *Health) Fetched(err error) {
	if err != nil {
		h.failures.Inc()
		return
	}
	h.answered.Store(h.player.Now().Unix())
}

// Panicked tells of a picture that could not be drawn.
func (h *Health) Panicked() {
	h.panics.Inc()
	h.panicked.Store(h.player.Now().Unix())
}

// Write writes all of it, with what the process takes of the machine, in Prometheus's
// text format.
func (h *Health) Write(w io.Writer) {
	metrics.WriteGaugeFloat64(w, "lianhua_up", truth(h.player.Shows()))
	metrics.WriteGaugeUint64(w, fmt.Sprintf("lianhua_info{version=%q}", h.player.Version), 1)
	if s := h.shown.Load(); s != nil {
		metrics.WriteGaugeUint64(w, fmt.Sprintf("lianhua_story_info{digest=%q}", s.digest), 1)
		metrics.WriteGaugeUint64(w, "lianhua_story_taken_timestamp_seconds", uint64(max(0, s.at.Unix())))
	}
	h.set.WritePrometheus(w)
	writeTemperatures(w, h.player.Sensors)
	metrics.WriteProcessMetrics(w)
}

// liveHeap is what the last collection of garbage found in use: what else is in the heap
// comes and goes.
func liveHeap() float64 {
	live := []runtime.Sample{{Name: "/gc/heap/live:bytes"}}
	runtime.Read(live)
	if live[0].Value.Kind() != runtime.KindUint64 {
		return 0
	}
	return float64(live[0].Value.Uint64())
}

func truth(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
