package browsertest

import (
	"context"
	"fmt"
	"lianhua/internal/testenv"
	"slices"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// The browsers of the tests; each starts with the first test that finds none free.
var (
	common  chrome
	calmed  = chrome{flags: calming()}
	firefox firefoxBrowser
)

func endBrowsers() {
	common.end()
	calmed.end()
	firefox.end()
}

// calming are the flags of a Chromium whose pages move little and are drawn
// coarsely: what a tab is told to emulate does not reach its frames of other
// origins.
func calming() []chromedp.ExecAllocatorOption {
	return []chromedp.ExecAllocatorOption{
		chromedp.Flag("force-prefers-reduced-motion", true),
		chromedp.Flag("force-device-scale-factor", fmt.Sprint(coarse)),
	}
}

// chrome lends a Chromium to each test for itself, and to the next when that has
// ended: the pages of one browser wait for one another's drawing.
type chrome struct {
	flags []chromedp.ExecAllocatorOption // how it differs from others

	mu    sync.Mutex
	lent  map[*testing.T]context.Context
	free  []context.Context
	stops []func()
}

func (c *chrome) browser(t *testing.T) context.Context {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if ctx, ok := c.lent[t]; ok {
		return ctx
	}
	if len(c.free) == 0 {
		ctx, stop, err := chromium(c.flags...)
		if err != nil {
			t.Fatal(err)
		}
		c.free, c.stops = append(c.free, ctx), append(c.stops, stop)
	}
	last := len(c.free) - 1
	ctx := c.free[last]
	c.free = c.free[:last]
	if c.lent == nil {
		c.lent = map[*testing.T]context.Context{}
	}
	c.lent[t] = ctx
	t.Cleanup(func() { c.back(t) })
	return ctx
}

func (c *chrome) back(t *testing.T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.free = append(c.free, c.lent[t])
	delete(c.lent, t)
}

func (c *chrome) end() {
	for _, stop := range c.stops {
		stop()
	}
}

// chromium starts a browser; more says how it differs from the one that all
// tests share.
func chromium(more ...chromedp.ExecAllocatorOption) (ctx context.Context, stop func(), err error) {
	ctx, stop = chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(slices.Concat(testenv.Chromium(), []chromedp.ExecAllocatorOption{
		// A page lives for seconds here: to optimise its program takes longer than it
		// gains, and so does to compile or to validate what is never called. Firefox and
		// WebKit validate the whole program in other tests.
		chromedp.Flag("js-flags", "--liftoff-only --wasm-lazy-compilation --wasm-lazy-validation"),
		// The processor draws the page's words and pictures faster by itself than by
		// playing a graphics card, which the canvas needs.
		chromedp.Flag("disable-gpu-rasterization", true),
		chromedp.Flag("disable-gpu-compositing", true),
	}, more)...))
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, nil, fmt.Errorf("starting Chromium, which these tests need: %w", err)
	}
	return ctx, stop, nil
}
