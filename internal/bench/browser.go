package bench

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"lianhua/internal/testenv"
	"strings"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

//go:embed probe.js
var probe string

// The area of every measurement, in CSS pixels, one device pixel to each.
const (
	Width  = 1440
	Height = 900
)

// Browser is a Chromium that ends with Close.
type Browser struct {
	ctx  context.Context
	stop context.CancelFunc
}

// OpenBrowser starts a Chromium with a profile of its own and a GPU in software,
// so that figures from machines with and without a GPU can be compared.
func OpenBrowser(ctx context.Context) (*Browser, error) {
	ctx, stop := chromedp.NewContext(ctx, chromedp.WithAllocatorOptions(append(testenv.Chromium(),
		// Without a GPU, the CPU fills a 2D canvas in a hundredth of the time.
		chromedp.Flag("disable-accelerated-2d-canvas", true),
		// The story's own language, or its page would change to another.
		chromedp.Flag("accept-lang", "zh-CN"),
	)...), chromedp.WithErrorf(func(string, ...any) {}))
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, fmt.Errorf("starting Chromium (it must be on the PATH, and \"studio test\" installs it): %w", err)
	}
	return &Browser{ctx: ctx, stop: stop}, nil
}

// Close ends the browser and waits until it is gone, up to ten seconds.
func (b *Browser) Close() {
	limited, release := context.WithTimeout(b.ctx, 10*time.Second)
	defer release()
	// Where it does not close by itself it is killed.
	if err := chromedp.Cancel(limited); err != nil {
		b.stop()
	}
	b.stop()
}

// Line is a network connection.
type Line struct {
	Bits    float64 // a second, down; 0: as fast as the machine is
	Latency time.Duration
}

// Page is an open page with the probe in it.
type Page struct {
	ctx  context.Context
	stop []context.CancelFunc
}

// Open opens an address in a tab that shares no cache with any other, with the
// probe of frames in it and the scripts after it. The page ends with Close, and by
// itself when it takes longer than most.
func (b *Browser) Open(address string, line Line, most time.Duration, scripts ...string) (*Page, error) {
	source := strings.Join(append([]string{probe}, scripts...), "\n")
	return b.open(address, most, func(p *Page) error {
		if err := chromedp.Do(p.ctx, chromedp.EmulateViewport(Width, Height)); err != nil {
			return err
		}
		if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source}); err != nil {
			return err
		}
		if _, err := chromedp.Call(p.ctx, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}); err != nil {
			return err
		}
		return p.connect(line)
	})
}

// open prepares a tab and begins to load an address; it does not wait for it.
func (b *Browser) open(address string, most time.Duration, prepare func(*Page) error) (*Page, error) {
	ctx, stop := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	p := &Page{ctx: ctx, stop: []context.CancelFunc{stop}}
	// The first action makes the tab, and must outlive the limit.
	err := chromedp.Do(ctx)
	if err == nil {
		var release context.CancelFunc
		p.ctx, release = context.WithTimeout(ctx, most)
		p.stop = append(p.stop, release)
		err = prepare(p)
	}
	if err == nil {
		err = p.load(address)
	}
	if err != nil {
		p.Close()
		return nil, fmt.Errorf("opening %s: %w", address, err)
	}
	return p, nil
}

// load goes to an address and returns when its document has begun to come:
// what waits for more does so in the page, where no time is lost.
func (p *Page) load(address string) error {
	got, err := chromedp.Call(p.ctx, page.Navigate, page.NavigateParams{URL: address})
	if err == nil && got.ErrorText != "" {
		err = errors.New(got.ErrorText)
	}
	return err
}

// connect makes the page's connection as slow as the line.
func (p *Page) connect(line Line) error {
	if line.Bits == 0 {
		return nil
	}
	if _, err := chromedp.Call(p.ctx, network.Enable, network.EnableParams{}); err != nil {
		return err
	}
	_, err := chromedp.Call(p.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{
			Latency: float64(line.Latency.Milliseconds()), DownloadThroughput: line.Bits / 8, UploadThroughput: line.Bits / 8,
		}},
	})
	return err
}

// Close closes the page.
func (p *Page) Close() {
	for i := len(p.stop) - 1; i >= 0; i-- {
		p.stop[i]()
	}
}

// Ask evaluates a script in the page, waits for its promise, and returns what it
// gives.
func Ask[T any](p *Page, script string) (T, error) {
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		return v, fmt.Errorf("%s: %w", script, err)
	}
	return v, nil
}

// busy is the processor time that the page's main thread has spent in scripts,
// in milliseconds: other than wall time it does not grow while others have the
// processor.
func (p *Page) busy() (float64, error) { return p.spent("ScriptDuration") }

// spent is a time that the browser adds up, by its name in the protocol's domain
// Performance, in milliseconds.
func (p *Page) spent(name string) (float64, error) {
	res, err := chromedp.Call(p.ctx, performance.GetMetrics, struct{}{})
	if err != nil {
		return 0, fmt.Errorf("asking for %s: %w", name, err)
	}
	for _, m := range res.Metrics {
		if m.Name == name {
			return m.Value * 1000, nil
		}
	}
	return 0, fmt.Errorf("the browser does not tell %s", name)
}

// wait lets a page run for a while.
func (p *Page) wait(d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-p.ctx.Done():
		return p.ctx.Err()
	}
}
