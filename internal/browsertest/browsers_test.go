package browsertest

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// The browsers that tests share; each starts with the first test that needs it.
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

// chrome is a Chromium that tests share.
type chrome struct {
	flags []chromedp.ExecAllocatorOption // how it differs from others

	once sync.Once
	ctx  context.Context
	stop func()
	err  error
}

func (c *chrome) browser(t *testing.T) context.Context {
	t.Helper()
	c.once.Do(func() { c.ctx, c.stop, c.err = chromium(c.flags...) })
	if c.err != nil {
		t.Fatal(c.err)
	}
	return c.ctx
}

func (c *chrome) end() {
	if c.stop != nil {
		c.stop()
	}
}

// chromium starts a browser; more says how it differs from the one that all
// tests share.
func chromium(more ...chromedp.ExecAllocatorOption) (ctx context.Context, stop func(), err error) {
	ctx, stop = chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(append([]chromedp.ExecAllocatorOption{
		chromedp.NoSandbox,
		chromedp.NoFirstRun,
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-background-networking", true),
		// A page lives for seconds here: to optimise its program takes longer than it gains.
		chromedp.Flag("js-flags", "--liftoff-only"),
		// The processor draws the page's words and pictures faster by itself than by
		// playing a graphics card, which the canvas needs.
		chromedp.Flag("disable-gpu-rasterization", true),
		chromedp.WSURLReadTimeout(starting),
	}, more...)...))
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, nil, fmt.Errorf("starting Chromium, which these tests need: %w", err)
	}
	return ctx, stop, nil
}
