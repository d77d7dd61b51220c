package bench

import (
	"fmt"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"lianhua/internal/build"
)

// The budgets of a drawn scene, in milliseconds: the script time of its frames while
// its beats play, and from its pack to its first frame, with a processor so much
// slower.
const (
	SetP95Budget   = 8.0
	SetFirstBudget = 250.0
	setSlow        = 4.0
)

// decodes is how often a pack is read.
const decodes = 12

// Sets measures the scenes that have drawings, on the reader's page: how long a pack
// takes to read, to its first frame, and its frames while the beats play; and on this
// machine, how long a saved drawing takes to become a pack.
func Sets(b *Browser, host string, packs []build.File, saved func(scene string) (time.Duration, error), scenes []SceneBeats, rounds int, note func(string)) Section {
	s := Section{
		Name: "sets", Title: fmt.Sprintf("scenes with drawings, %dx%d", Width, Height),
		Columns: []Column{
			{"pack", "brotli", 0}, {"read", "ms", 2}, {"least", "ms", 2}, {"first", "4x ms", 0}, {"cpu", "4x ms", 0},
			{"median", "ms", 2}, {"p95", "ms", 2}, {"cpu", "ms", 2}, {"frames", "", 0},
			{"compile", "ms", 0}, {"pixels", "ms", 0},
		},
		Notes: []string{
			fmt.Sprintf("read: a pack in the page, the median of %d and the least, which other programs lengthen little", decodes),
			"first: from the pack's bytes to the end of the scripts of the first frame with it, with a processor 4 times slower, the median; cpu: four times its processor time at full speed, which other programs do not lengthen",
			"median to cpu: script time of a frame while the beats play, as in the section script",
			"compile: a saved drawing to its pack, the other files unchanged; pixels: from the save to the first frame's scripts, the watcher's wait and the way to the page left out",
		},
	}
	for _, scene := range scenes {
		var pack *build.File
		for i := range packs {
			if of, ok := build.PackOf(packs[i].Logical()); ok && of == scene.Name {
				pack = &packs[i]
			}
		}
		if pack == nil {
			continue
		}
		note(scene.Name)
		row, err := setOf(b, host, pack, saved, scene, rounds)
		if err != nil {
			s.Failed = join(s.Failed, fmt.Sprintf("%s: %v", scene.Name, err))
			continue
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func setOf(b *Browser, host string, pack *build.File, saved func(string) (time.Duration, error), scene SceneBeats, rounds int) (row Row, err error) {
	took, err := saved(scene.Name)
	if err != nil {
		return row, err
	}
	compiled := float64(took.Microseconds()) / 1000
	_, played, err := playScene(b, host, scene, true)
	if err != nil {
		return row, err
	}
	p, err := b.Open(host+"/#"+scene.Name+"/1", Line{}, 2*time.Minute, neverDrawn)
	if err != nil {
		return row, err
	}
	defer p.Close()
	if _, err := Ask[float64](p, "bench.first"); err != nil {
		return row, err
	}
	if _, err := Ask[float64](p, fmt.Sprintf("bench.take(%q, %q)", scene.Name, "/"+pack.Logical())); err != nil {
		return row, err
	}
	if err := p.wait(time.Second); err != nil {
		return row, err
	}
	read, err := Ask[Sample](p, fmt.Sprintf("bench.read(%d)", decodes))
	if err != nil {
		return row, err
	}
	fast, cpu, err := p.firsts(rounds)
	if err != nil {
		return row, err
	}
	if _, err := chromedp.Call(p.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: setSlow}); err != nil {
		return row, err
	}
	slow, _, err := p.firsts(rounds)
	if err != nil {
		return row, err
	}
	remark := "within the budgets"
	if !(played.MS.Median() <= ScriptBudget && played.MS.P95() <= SetP95Budget && setSlow*cpu <= SetFirstBudget) {
		remark = "ABOVE a budget of 4 ms, 8 ms, 250 ms"
	}
	return Row{Name: scene.Name, Remark: remark, Values: Numbers(
		float64(sent(*pack)), read.Median(), read.Least(), slow.Median(), setSlow*cpu,
		played.MS.Median(), played.MS.P95(), played.CPU, float64(len(played.MS)),
		compiled, compiled+fast.Median(),
	)}, nil
}

// firsts gives the scene its pack again and again: the times to the first frame, and
// their mean processor time.
func (p *Page) firsts(rounds int) (all Sample, cpu float64, err error) {
	before, err := p.busy()
	if err != nil {
		return nil, 0, err
	}
	for range rounds {
		ms, err := Ask[float64](p, "bench.hang()")
		if err != nil {
			return nil, 0, err
		}
		all = append(all, ms)
	}
	after, err := p.busy()
	return all, (after - before) / float64(rounds), err
}
