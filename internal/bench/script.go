package bench

import (
	"fmt"
	"strconv"
	"time"
)

// ScriptBudget is the script time that a scene's median frame may take, in
// milliseconds.
const ScriptBudget = 4.0

// SceneBeats is a scene with the number of its beats.
type SceneBeats struct {
	Name  string
	Beats int
}

// How much of a beat is watched: what is judged for longer than the pass that is
// only told beside it, which a GPU in software draws out.
const (
	longestBeat = 4 * time.Second
	longestReal = 1500 * time.Millisecond
)

// still is how long a picture must rest until its beat counts as played.
const still = 200 * time.Millisecond

// Script measures the script time of each scene's frames while its beats play,
// on the reader's page.
func Script(b *Browser, host string, scenes []SceneBeats, note func(string)) Section {
	s := Section{
		Name: "script", Title: fmt.Sprintf("script a frame while each scene's beats play, %dx%d", Width, Height),
		Columns: []Column{
			{"median", "ms", 2}, {"p95", "ms", 2}, {"most", "ms", 1}, {"cpu", "ms", 2},
			{"as is", "median", 2}, {"p95", "ms", 2}, {"cpu", "ms", 2}, {"calls", "a frame", 0}, {"vertices", "a frame", 0}, {"frames", "", 0},
		},
		Notes: []string{
			"median to cpu: the calls that draw left out, after a pass that has warmed the caches; as is: the beginnings of the beats in the first pass, which also makes the masks of glyphs and shapes",
			"cpu: the mean processor time in scripts a frame, which other programs do not lengthen",
		},
	}
	for _, scene := range scenes {
		note(scene.Name)
		real, undrawn, err := playScene(b, host, scene, false)
		if err != nil {
			s.Failed = join(s.Failed, fmt.Sprintf("%s: %v", scene.Name, err))
			continue
		}
		remark := "within the budget of 4 ms"
		if !(undrawn.MS.Median() <= ScriptBudget) {
			remark = "ABOVE the budget of 4 ms"
		}
		s.Rows = append(s.Rows, Row{Name: scene.Name, Remark: remark, Values: Numbers(
			undrawn.MS.Median(), undrawn.MS.P95(), undrawn.MS.Most(), undrawn.CPU,
			real.MS.Median(), real.MS.P95(), real.CPU, real.Draws.Median(), real.Vertices.Median(), float64(len(undrawn.MS)),
		)})
	}
	return s
}

// neverDrawn leaves the calls that draw out from a page's beginning on: what a GPU in
// software has still to do would keep frames back.
const neverDrawn = "bench.undrawn = true;"

// playScene plays a scene's beats twice: as they are, and without drawing; or both
// times without, which a GPU in software does not draw out.
func playScene(b *Browser, host string, scene SceneBeats, never bool) (real, undrawn Frames, err error) {
	most := time.Minute + 2*time.Duration(scene.Beats)*(longestBeat+2*time.Second)
	var scripts []string
	if never {
		scripts = append(scripts, neverDrawn)
	}
	p, err := b.Open(host+"/#"+scene.Name+"/1", Line{}, most, scripts...)
	if err != nil {
		return real, undrawn, err
	}
	defer p.Close()
	if _, err := Ask[float64](p, "bench.first"); err != nil {
		return real, undrawn, err
	}
	if err := p.wait(time.Second); err != nil {
		return real, undrawn, err
	}
	for _, pass := range []struct {
		into    *Frames
		undrawn bool
		most    time.Duration
	}{{&real, never, longestReal}, {&undrawn, true, longestBeat}} {
		for beat := 1; beat <= scene.Beats; beat++ {
			link := "#" + scene.Name + "/" + strconv.Itoa(beat)
			start := fmt.Sprintf("lianhuaPlayer.goto(%q)", link)
			if beat == 1 {
				start = `lianhuaPlayer.set("time", 0); ` + start
			}
			f, err := p.record(Watch{Count: 1000, Most: pass.most, Still: still, Undrawn: pass.undrawn, Start: start})
			if err != nil {
				return real, undrawn, fmt.Errorf("beat %d: %w", beat, err)
			}
			pass.into.add(f)
		}
		at, err := Ask[string](p, "JSON.parse(lianhuaPlayer.state()).scene")
		if err != nil {
			return real, undrawn, err
		}
		if at != scene.Name {
			return real, undrawn, fmt.Errorf("the player shows %s", at)
		}
		if len(pass.into.MS) == 0 {
			return real, undrawn, fmt.Errorf("no frame was drawn")
		}
	}
	return real, undrawn, nil
}
