package bench

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"lianhua/internal/geom"
)

//go:embed visit.js
var visitProbe string

// The window of a reader's first visit: a phone's, in CSS pixels.
const (
	phoneWidth  = 360
	phoneHeight = 640
	phoneScale  = 3
)

// Condition is what a page is loaded under, nothing of it cached.
type Condition struct {
	Name string
	Line Line
	Slow float64 // how many times slower the page's main thread runs; 0 and 1: as it is
}

// Conditions are those that pages are compared under.
func Conditions() []Condition {
	return []Condition{
		{Name: "cold", Line: Line{}},
		{Name: "cold, 10 Mbit/s, 40 ms, 4x CPU", Line: Line{Bits: 10e6, Latency: 40 * time.Millisecond}, Slow: 4},
	}
}

// Story is a page whose first visit is measured.
type Story struct {
	Name string
	Host *Host
	Path string // of the page, with a fragment where it needs one

	// Begun is a script that waits until the first chart is drawn, and gives the
	// place to tap as [x, y] in CSS pixels.
	Begun string
	// Answered is an expression that holds once the chart has answered a tap.
	Answered string
	// Player is an expression for a promise of when what takes the first chart's place
	// has drawn its first frame, in milliseconds since the navigation; empty: nothing does.
	Player string
}

// Visit is what a first visit has shown, times in milliseconds from the
// navigation.
type Visit struct {
	First    float64 // contentful paint
	Largest  float64 // contentful paint
	Answered float64 // the frame after the first chart has answered a tap
	Shift    float64 // of the layout, added up
	Blocked  float64 // until Answered, see Blocking
	Played   float64 // the player's first frame; NaN where there is none
	Held     float64 // as Blocked, until Played
	Sent     float64 // bytes of bodies until Answered
	Total    float64 // of bodies until nothing more was asked for; NaN where not awaited
}

// task is a stretch that held the page's main thread.
type task struct{ start, length float64 }

// The shortest task that counts as a long one, in milliseconds (W3C Long Tasks).
const longTask = 50

// Blocking is the total blocking time between two moments, in milliseconds: of
// each long task the part beyond 50 ms, within the two (Lighthouse's definition:
// a task is cut at the moments first, and its first 50 ms taken off then).
func Blocking(tasks []task, from, to float64) float64 {
	sum := 0.0
	for _, t := range tasks {
		if t.length < longTask {
			continue
		}
		within := min(t.start+t.length, to) - max(t.start, from)
		sum += max(0, within-longTask)
	}
	return sum
}

// errUntold is of a visit whose paint or answer the browser did not tell of.
var errUntold = errors.New("the page was not painted, or did not answer")

// parseVisit reads what the probe tells.
func parseVisit(text string) (v Visit, err error) {
	var seen struct {
		First    float64      `json:"first"`
		Largest  float64      `json:"largest"`
		Shift    float64      `json:"shift"`
		Tasks    [][2]float64 `json:"tasks"`
		Answered float64      `json:"answered"`
		Played   float64      `json:"played"`
		Sent     float64      `json:"sent"`
	}
	if err := json.Unmarshal([]byte(text), &seen); err != nil {
		return v, fmt.Errorf("reading what the page has seen: %w", err)
	}
	if seen.First <= 0 || seen.Largest <= 0 || seen.Answered <= 0 {
		return v, fmt.Errorf("%w: %s", errUntold, text)
	}
	var tasks []task
	for _, t := range seen.Tasks {
		tasks = append(tasks, task{t[0], t[1]})
	}
	v = Visit{
		First: seen.First, Largest: seen.Largest, Answered: seen.Answered, Shift: seen.Shift,
		Blocked: Blocking(tasks, seen.First, seen.Answered), Sent: seen.Sent, Played: math.NaN(), Held: math.NaN(),
	}
	if seen.Played > 0 {
		v.Played, v.Held = seen.Played, Blocking(tasks, seen.First, seen.Played)
	}
	return v, nil
}

// openPhone opens an address as a phone's first visit does; more prepares the page.
func (b *Browser) openPhone(address string, c Condition, most time.Duration, more ...func(*Page) error) (*Page, error) {
	return b.open(address, most, func(p *Page) error {
		if err := chromedp.Do(p.ctx, chromedp.EmulateViewport(phoneWidth, phoneHeight,
			chromedp.EmulateScale(phoneScale), chromedp.EmulateMobile, chromedp.EmulateTouch)); err != nil {
			return err
		}
		if c.Slow > 1 {
			if _, err := chromedp.Call(p.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: c.Slow}); err != nil {
				return err
			}
		}
		if err := p.connect(c.Line); err != nil {
			return err
		}
		_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: visitProbe})
		for _, prepare := range more {
			if err == nil {
				err = prepare(p)
			}
		}
		return err
	})
}

// How often a visit may be made anew. A browser without a screen now and then
// tells of no paint at all, which says nothing about the page.
const repeats = 2

// visit opens a story once, and again where the browser has told of no paint.
// whole says whether to read on to its end, and to wait until nothing more is
// asked for.
func (b *Browser) visit(s Story, c Condition, whole bool) (v Visit, err error) {
	for range 1 + repeats {
		if v, err = b.visitOnce(s, c, whole); !errors.Is(err, errUntold) {
			break
		}
	}
	return v, err
}

func (b *Browser) visitOnce(s Story, c Condition, whole bool) (v Visit, err error) {
	s.Host.Reset()
	p, err := b.openPhone(s.Host.Address+s.Path, c, 2*time.Minute)
	if err != nil {
		return v, err
	}
	defer p.Close()
	// The answer is awaited in the page, so that the time is the page's own.
	place, err := Ask[geom.Pt](p, `(async () => {
		const [x, y] = await (`+s.Begun+`)();
		visit.answer = visit.until(() => `+s.Answered+`).then(([t]) => visit.result(t));
		visit.answer.then(() => { visit.done = true; });
		return { X: x, Y: y };
	})()`)
	if err != nil {
		return v, fmt.Errorf("waiting for the first chart: %w", err)
	}
	if err := p.tapUntil(place, "visit.done === true"); err != nil {
		return v, err
	}
	player := s.Player
	if player == "" {
		player = "0"
	}
	text, err := Ask[string](p, "(async () => { const told = await visit.answer; return visit.with(told, await "+player+"); })()")
	if err != nil {
		return v, fmt.Errorf("waiting for the player: %w", err)
	}
	if v, err = parseVisit(text); err != nil {
		return v, err
	}
	v.Total = math.NaN()
	if !whole {
		return v, nil
	}
	if err := p.readOn(); err != nil {
		return v, err
	}
	v.Total, err = s.Host.Settled(p.ctx)
	return v, err
}

// A reader who gets no answer taps again after that long.
const patience = 100 * time.Millisecond

// tapUntil taps at a place until a condition holds.
func (p *Page) tapUntil(at geom.Pt, condition string) error {
	for {
		for _, touch := range []input.DispatchTouchEventParams{
			{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: at.X, Y: at.Y}}},
			{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}},
		} {
			if _, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, touch); err != nil {
				return fmt.Errorf("tapping at %v: %w", at, err)
			}
		}
		if err := p.wait(patience); err != nil {
			return fmt.Errorf("the chart does not answer a tap at %v: %w", at, err)
		}
		if done, err := Ask[bool](p, condition); err != nil || done {
			return err
		}
	}
}

// readOn scrolls down to the page's end, as fast as what comes into sight is
// asked for.
func (p *Page) readOn() error {
	_, err := Ask[*bool](p, `(async () => {
		const root = document.documentElement;
		for (let y = 0; y < root.scrollHeight; y += innerHeight) {
			scrollTo({ top: y, behavior: "instant" });
			await new Promise((done) => setTimeout(done, 120));
		}
		return null;
	})()`)
	if err != nil {
		return fmt.Errorf("reading on: %w", err)
	}
	return nil
}
