package bench

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

//go:embed player.js
var playerProbe string

// Begin is a start of the player, by its parts: times in milliseconds from the
// navigation.
type Begin struct {
	First    float64 // contentful paint, of the article
	Asked    float64 // the page asks for the program, to compile it while it comes
	Compiled float64
	Read     float64 // the story, the fonts and the first scene's drawings
	Frame    float64 // the first one
	Held     float64 // see Blocking, between the first paint and the first frame
	Busy     float64 // processor time of the page's main thread until then, in ms
}

// parseBegin reads what the probe tells.
func parseBegin(text string) (b Begin, err error) {
	var seen struct {
		First    float64      `json:"first"`
		Asked    float64      `json:"asked"`
		Compiled float64      `json:"compiled"`
		Read     float64      `json:"read"`
		Played   float64      `json:"played"`
		Tasks    [][2]float64 `json:"tasks"`
	}
	if err := json.Unmarshal([]byte(text), &seen); err != nil {
		return b, fmt.Errorf("reading how the player began: %w", err)
	}
	b = Begin{First: seen.First, Asked: seen.Asked, Compiled: seen.Compiled, Read: seen.Read, Frame: seen.Played, Busy: math.NaN()}
	for _, at := range []float64{b.First, b.Asked, b.Compiled, b.Read, b.Frame} {
		if at <= 0 {
			return b, fmt.Errorf("a part of the player's start was not seen: %s", text)
		}
	}
	var tasks []task
	for _, t := range seen.Tasks {
		tasks = append(tasks, task{t[0], t[1]})
	}
	b.Held = Blocking(tasks, b.First, b.Frame)
	return b, nil
}

// begin opens a story once, as a phone's first visit does, until its player's first
// frame.
func (b *Browser) begin(host *Host, c Condition) (at Begin, err error) {
	p, err := b.openPhone(host.Address+"/", c, 2*time.Minute, func(p *Page) error {
		if _, err := chromedp.Call(p.ctx, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}); err != nil {
			return err
		}
		_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: playerProbe})
		return err
	})
	if err != nil {
		return at, err
	}
	defer p.Close()
	text, err := Ask[string](p, "started()")
	if err != nil {
		return at, fmt.Errorf("waiting for the player: %w", err)
	}
	busy, err := p.spent("TaskDuration")
	if err != nil {
		return at, err
	}
	if at, err = parseBegin(text); err == nil {
		at.Busy = busy
	}
	return at, err
}

// parts are the figures of a start, in its order.
func parts() []struct {
	name string
	of   func(Begin) float64
} {
	return []struct {
		name string
		of   func(Begin) float64
	}{
		{"first paint, ms", func(b Begin) float64 { return b.First }},
		{"page asks for the program, ms", func(b Begin) float64 { return b.Asked }},
		{"come and compiled, ms", func(b Begin) float64 { return b.Compiled }},
		{"story and scene read, ms", func(b Begin) float64 { return b.Read }},
		{"first frame, ms", func(b Begin) float64 { return b.Frame }},
		{"blocked until then, ms", func(b Begin) float64 { return b.Held }},
		{"main thread, ms of processor", func(b Begin) float64 { return b.Busy }},
	}
}

// Player tells how long the player's start takes on a first visit and where the time
// goes, under each condition, beside an earlier build of the site where there is one,
// in rounds whose order turns.
func Player(b *Browser, now, before *Host, rounds int, note func(string)) Section {
	hosts, names := []*Host{now}, []string{"Lianhua"}
	if before != nil {
		hosts, names = append(hosts, before), append(names, "before")
	}
	s := Section{
		Name: "player", Title: fmt.Sprintf("the player's start on a phone, %dx%d at %dx, nothing cached", phoneWidth, phoneHeight, phoneScale),
		Notes: []string{
			"each moment from the navigation; the first frame as the page hears of it, which then gives the player its place",
			"a start before the first round is not counted: it is also that of a browser that starts",
		},
	}
	for _, name := range names {
		s.Columns = append(s.Columns, Column{name, "median", 0}, Column{"least", "", 0}, Column{"most", "", 0})
	}
	if before != nil {
		s.Columns = append(s.Columns, Column{"ratio", "", 2})
	}
	for _, host := range hosts {
		if _, err := b.begin(host, Condition{}); err != nil {
			s.Failed = join(s.Failed, err.Error())
		}
	}
	for _, c := range Conditions() {
		seen := make([][]Begin, len(hosts))
		for round := range rounds {
			for _, i := range Turned(len(hosts), round) {
				note(fmt.Sprintf("%s, round %d of %d: %s", c.Name, round+1, rounds, names[i]))
				time.Sleep(settling)
				at, err := b.begin(hosts[i], c)
				if err != nil {
					s.Failed = join(s.Failed, fmt.Sprintf("%s, %s: %v", c.Name, names[i], err))
					continue
				}
				seen[i] = append(seen[i], at)
			}
		}
		s.Rows = append(s.Rows, begun(c, seen)...)
	}
	return s
}

// begun is the rows of one condition: a part each, the builds side by side.
func begun(c Condition, seen [][]Begin) []Row {
	rows := []Row{{Name: c.Name}}
	for _, part := range parts() {
		row := Row{Name: "  " + part.name}
		var medians Sample
		for _, one := range seen {
			var sample Sample
			for _, at := range one {
				sample = append(sample, part.of(at))
			}
			medians = append(medians, sample.Median())
			row.Values = append(row.Values, Numbers(sample.Median(), sample.Least(), sample.Most())...)
		}
		if len(medians) > 1 {
			row.Values = append(row.Values, Number(medians[0]/medians[1]))
		}
		rows = append(rows, row)
	}
	return rows
}
