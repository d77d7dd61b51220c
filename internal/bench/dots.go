package bench

import (
	"fmt"
	"strconv"
	"time"
)

// Marks is how many marks move in the comparison: one for each person who swept.
const Marks = 111_616

// contender is one of those that move as many marks.
type contender struct {
	name  string
	path  string
	begun string // a script that waits until the crowd is there
	start string // a script that sets it going, where it rests
	gpu   bool   // it draws with WebGL, so that drawing can be left out
	sent  int    // vertices that it must send a frame, at least
	moved string // a script that counts the marks that move; empty: by its picture
}

func contenders() []contender {
	// The sweep takes six seconds of the scene's own time.
	const sweep = `lianhuaPlayer.set("time", 2.8); lianhuaPlayer.goto("#cleanup/2")`
	return []contender{
		{name: "Lianhua, the cleanup scene", path: "/bench/player.html#cleanup/1", begun: "bench.first", start: sweep, gpu: true},
		{name: "PixiJS ParticleContainer", path: "/bench/pixi.html", begun: peerBegun, gpu: true, sent: 6 * Marks, moved: "moved()"},
		{name: "ECharts scatter, large", path: "/bench/echarts.html", begun: peerBegun, moved: "moved()"},
	}
}

const peerBegun = `(async () => {
	for (let i = 0; i < 1500 && window.version === undefined; i++) await new Promise((done) => setTimeout(done, 20));
	if (window.version === undefined) throw new Error("the peer did not start");
})()`

// Dots compares the moving marks of the contenders in rounds. Those whose page
// fails are left out, and the section says why.
func Dots(b *Browser, host string, rounds int, withPeers bool, note func(string)) Section {
	s := Section{
		Name: "dots", Title: fmt.Sprintf("script a frame, %d moving marks, %dx%d", Marks, Width, Height),
		Columns: []Column{
			{"median", "ms", 2}, {"p95", "ms", 2}, {"best", "round", 2}, {"worst", "round", 2}, {"cpu", "ms", 2},
			{"as is", "median", 2}, {"p95", "ms", 2}, {"cpu", "ms", 2}, {"fps", "as is", 1}, {"vertices", "a frame", 0}, {"calls", "a frame", 0},
		},
	}
	all := contenders()
	if !withPeers {
		all = all[:1]
	}
	results := make([]duel, len(all))
	for round := range rounds {
		for _, i := range Turned(len(all), round) {
			if results[i].err != nil {
				continue
			}
			note(fmt.Sprintf("round %d of %d: %s", round+1, rounds, all[i].name))
			results[i].err = results[i].round(b, host, all[i])
		}
	}
	for i, c := range all {
		r := &results[i]
		if r.err != nil {
			s.Failed = join(s.Failed, fmt.Sprintf("%s: %v", c.name, r.err))
			continue
		}
		s.Rows = append(s.Rows, r.row(c))
	}
	s.judge()
	s.Notes = append(s.Notes,
		"median to cpu: the calls that draw left out, uploads and all else kept; ECharts draws on a 2D canvas, where nothing can be left out",
		"best and worst round: the least and the greatest of the rounds' medians; cpu: the mean processor time in scripts, which other programs do not lengthen",
		"peers move each mark on a straight line in JavaScript and send every place anew each frame; Lianhua sends its mesh, and its shader moves the marks within")
	return s
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "\n" + b
}

// duel is what one contender has shown so far.
type duel struct {
	undrawn, real Frames
	medians       Sample // of the rounds
	version       string
	err           error
}

func (d *duel) round(b *Browser, host string, c contender) error {
	p, err := b.Open(host+c.path, Line{}, 150*time.Second)
	if err != nil {
		return err
	}
	defer p.Close()
	if _, err := Ask[*string](p, `(async () => { await `+c.begun+`; bench.undrawn = `+strconv.FormatBool(c.gpu)+`; return null; })()`); err != nil {
		return err
	}
	if err := p.wait(500 * time.Millisecond); err != nil {
		return err
	}
	if d.version == "" && c.moved != "" {
		if d.version, err = Ask[string](p, "window.version"); err != nil {
			return err
		}
		n, err := Ask[int](p, c.moved)
		if err != nil {
			return err
		}
		if n < Marks {
			return fmt.Errorf("only %d of %d marks move", n, Marks)
		}
	}
	// First without drawing: what a GPU in software still has to draw would take
	// the processor from the frames after it.
	var undrawn Frames
	if c.gpu {
		undrawn, err = p.record(Watch{Count: 200, Skip: 20, Most: 10 * time.Second, Undrawn: true, Start: c.start})
		if err != nil {
			return err
		}
	}
	// With drawing a frame may take a second: a few must do.
	real, err := p.record(Watch{Count: 40, Skip: 2, Most: 8 * time.Second, All: !c.gpu, Start: c.start})
	if err != nil {
		return err
	}
	if c.sent > 0 && len(real.MS) > 0 && int(real.Vertices.Least()) < c.sent {
		return fmt.Errorf("a frame drew %d vertices, fewer than the %d of all marks", int(real.Vertices.Least()), c.sent)
	}
	d.real.add(real)
	if !c.gpu {
		undrawn = real
	}
	if len(undrawn.MS) == 0 {
		return fmt.Errorf("no frame was drawn")
	}
	d.undrawn.add(undrawn)
	d.medians = append(d.medians, undrawn.MS.Median())
	return nil
}

func (d *duel) row(c contender) Row {
	name := c.name
	if d.version != "" {
		name += " " + d.version
	}
	return Row{Name: name, Values: Numbers(
		d.undrawn.MS.Median(), d.undrawn.MS.P95(), d.medians.Least(), d.medians.Most(), d.undrawn.CPU,
		d.real.MS.Median(), d.real.MS.P95(), d.real.CPU, float64(len(d.real.MS))/d.real.Seconds,
		d.real.Vertices.Median(), d.real.Draws.Median(),
	)}
}

// judge says how the first row stands to the others.
func (s *Section) judge() {
	if len(s.Rows) < 2 {
		return
	}
	own := s.Rows[0].Values[0]
	for i := 1; i < len(s.Rows); i++ {
		s.Rows[i].Remark = fmt.Sprintf("%.1f times", float64(s.Rows[i].Values[0]/own))
	}
}
