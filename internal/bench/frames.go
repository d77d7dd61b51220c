package bench

import (
	"encoding/json"
	"fmt"
	"time"
)

// Frames is what a page's frames took while it was watched.
type Frames struct {
	MS       Sample  // script time of each
	Draws    Sample  // draw calls of each
	Vertices Sample  // that these sent to the GPU's stages
	Seconds  float64 // how long it was watched
	CPU      float64 // processor time in scripts a frame, the mean, in milliseconds
}

// add takes the frames of another watch.
func (f *Frames) add(more Frames) {
	if n := float64(len(f.MS) + len(more.MS)); n > 0 {
		f.CPU = (f.CPU*float64(len(f.MS)) + more.CPU*float64(len(more.MS))) / n
	}
	f.MS = append(f.MS, more.MS...)
	f.Draws = append(f.Draws, more.Draws...)
	f.Vertices = append(f.Vertices, more.Vertices...)
	f.Seconds += more.Seconds
}

// Watch says which frames to measure.
type Watch struct {
	Count   int           // of frames, at most
	Skip    int           // first frames that are not counted
	Most    time.Duration // how long to watch
	Still   time.Duration // at rest, after which nothing more is awaited
	All     bool          // also frames without a call to the GPU
	Undrawn bool          // leave the calls that draw out
	Start   string        // a script that sets the page going
}

// record watches a page's frames.
func (p *Page) record(w Watch) (Frames, error) {
	options, err := json.Marshal(map[string]any{
		"count": w.Count, "skip": w.Skip, "ms": w.Most.Milliseconds(), "still": w.Still.Milliseconds(), "all": w.All,
	})
	if err != nil {
		return Frames{}, err
	}
	before, err := p.busy()
	if err != nil {
		return Frames{}, err
	}
	text, err := Ask[string](p, fmt.Sprintf(
		`(async () => { bench.undrawn = %t; const seen = bench.record(%s); %s; return JSON.stringify(await seen); })()`, w.Undrawn, options, w.Start))
	if err != nil {
		return Frames{}, err
	}
	after, err := p.busy()
	if err != nil {
		return Frames{}, err
	}
	f, err := parseFrames(text)
	if err == nil && len(f.MS) > 0 {
		f.CPU = (after - before) / float64(len(f.MS)+w.Skip)
	}
	return f, err
}

// parseFrames reads what the probe tells.
func parseFrames(text string) (Frames, error) {
	var seen struct {
		MS       Sample  `json:"ms"`
		Draws    Sample  `json:"draws"`
		Vertices Sample  `json:"vertices"`
		Seconds  float64 `json:"seconds"`
	}
	if err := json.Unmarshal([]byte(text), &seen); err != nil {
		return Frames{}, fmt.Errorf("reading the frames' times: %w", err)
	}
	if len(seen.Draws) != len(seen.MS) || len(seen.Vertices) != len(seen.MS) {
		return Frames{}, fmt.Errorf("the page told %d times, %d draws and %d vertices, not as many of each", len(seen.MS), len(seen.Draws), len(seen.Vertices))
	}
	return Frames{MS: seen.MS, Draws: seen.Draws, Vertices: seen.Vertices, Seconds: seen.Seconds}, nil
}
