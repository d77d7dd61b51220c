package browsertest

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// What all tests share, made once by TestMain.
var (
	siteDir string
	browser context.Context
	firefox firefoxBrowser // starts with the first test that needs it
	still   calmed         // so does this one
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "lianhua-site-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	siteDir = dir
	build := exec.Command("go", "run", "./cmd/studio", "build", "-fast", "-out", dir)
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the site: %v\n%s", err, out)
		return 1
	}
	ctx, stop, err := chromium()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer stop()
	browser = ctx
	defer firefox.end()
	defer still.end()
	return m.Run()
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
		chromedp.WSURLReadTimeout(2 * time.Minute),
	}, more...)...))
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, nil, fmt.Errorf("starting Chromium, which these tests need: %w", err)
	}
	return ctx, stop, nil
}

// site serves the built files and counts who asks for what.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int
}

func serve(t *testing.T) *site {
	s := &site{asked: map[string]int{}}
	files := http.FileServer(http.Dir(siteDir))
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked[r.URL.Path]++
		s.mu.Unlock()
		w.Header().Set("Cache-Control", "no-cache") // as the studio serves, and careful hosts do
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// requests tells how often each file was asked for.
func (s *site) requests() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.asked)
}
