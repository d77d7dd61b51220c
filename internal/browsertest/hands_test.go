package browsertest

import (
	"errors"
	"sync"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

type spot struct{ x, y float64 }

// atHandsPace starts the calls a screen's frame apart, as hands do: they do not
// wait for a page that is busy. Each is under way before the next is thought of,
// for a busy machine may begin late with it.
func (p *tab) atHandsPace(calls ...func() error) {
	p.t.Helper()
	var ended sync.WaitGroup
	errs := make([]error, len(calls))
	for i, start := range calls {
		begun := make(chan struct{})
		ended.Go(func() { close(begun); errs[i] = start() })
		<-begun
		time.Sleep(16 * time.Millisecond)
	}
	ended.Wait()
	if err := errors.Join(errs...); err != nil {
		p.t.Fatal(err)
	}
}

// touching tells of fingers that have come, moved or left.
type touching struct {
	kind    input.DispatchTouchEventType
	first   int // the number of the first of them
	fingers []spot
	// after is when it was, in milliseconds from the first: the browser measures
	// by that how fast a finger goes. Zero: when it is told.
	after int
}

const (
	fingersDown   = input.DispatchTouchEventTypeTouchStart
	fingersMove   = input.DispatchTouchEventTypeTouchMove
	fingersUp     = input.DispatchTouchEventTypeTouchEnd
	fingersCancel = input.DispatchTouchEventTypeTouchCancel
)

// touch tells of fingers at hands' pace.
func (p *tab) touch(all ...touching) {
	p.t.Helper()
	begin := time.Now()
	var calls []func() error
	for _, of := range all {
		calls = append(calls, func() error {
			params := input.DispatchTouchEventParams{Type: of.kind}
			when := time.Now()
			if of.after > 0 {
				when = begin.Add(time.Duration(of.after) * time.Millisecond)
			}
			params.Timestamp = input.TimeSinceEpoch(float64(when.UnixMicro()) / 1e6)
			for i, f := range of.fingers {
				params.TouchPoints = append(params.TouchPoints, &input.TouchPoint{X: f.x, Y: f.y, ID: new(float64(of.first + i))})
			}
			_, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, params)
			return err
		})
	}
	p.atHandsPace(calls...)
}

// slow is a swipe without a throw, in milliseconds.
const slow = 2000

// swipe moves one finger in so many milliseconds and lifts it.
func (p *tab) swipe(from, by spot, lasts int) {
	p.t.Helper()
	const moves = 4
	all := []touching{{kind: fingersDown, fingers: []spot{from}}}
	for i := 1; i <= moves; i++ {
		k := float64(i) / moves
		all = append(all, touching{kind: fingersMove, fingers: []spot{{from.x + by.x*k, from.y + by.y*k}}, after: lasts * i / moves})
	}
	p.touch(append(all, touching{kind: fingersUp, after: lasts + 1})...)
}

// pinch moves two fingers about a middle until they are so many times as far apart.
func (p *tab) pinch(middle spot, by float64) {
	p.t.Helper()
	const moves = 6
	at := func(k float64) []spot {
		return []spot{{middle.x - 24*k, middle.y - 32*k}, {middle.x + 24*k, middle.y + 32*k}}
	}
	all := []touching{{kind: fingersDown, fingers: at(1)[:1]}, {kind: fingersDown, fingers: at(1)}}
	for i := 1.0; i <= moves; i++ {
		all = append(all, touching{kind: fingersMove, fingers: at(1 + (by-1)*i/moves)})
	}
	p.touch(append(all, touching{kind: fingersUp})...)
}

// magnified sets the browser's own magnification. What a pinch did last reaches the page
// with a later frame and is laid over what was set before, so it is set until it stays.
func (p *tab) magnified(scale float64) {
	p.t.Helper()
	const stays = `(async () => { for (let i = 0; i < 12; i++) await new Promise(requestAnimationFrame); return visualViewport.scale; })()`
	got := 0.0
	for range 20 {
		call(p, emulation.SetPageScaleFactor, emulation.SetPageScaleFactorParams{PageScaleFactor: scale})
		if got = eval[float64](p, stays); got == scale {
			return
		}
	}
	p.t.Fatalf("the page is magnified by %v, want %v", got, scale)
}

// doubleTap taps a place twice.
func (p *tab) doubleTap(at spot) {
	p.t.Helper()
	down, up := touching{kind: fingersDown, fingers: []spot{at}}, touching{kind: fingersUp}
	p.touch(down, up, down, up)
}

// reaches reports whether a condition comes true within some hundred frames.
func (p *tab) reaches(condition string) bool {
	p.t.Helper()
	return eval[bool](p, `(async () => { for (let i = 0; i < 150 && !(`+condition+`); i++) await new Promise(requestAnimationFrame); return Boolean(`+condition+`); })()`)
}
