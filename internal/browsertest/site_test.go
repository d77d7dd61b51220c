package browsertest

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/site"
)

// built is the site as the studio serves it, and the folder that has it.
var built struct {
	once  sync.Once
	parts []build.File
	dir   string
	err   error
}

func TestMain(m *testing.M) { os.Exit(run(m)) }

// aside is how many tests run side by side, if go test is not told otherwise: they
// wait for frames and fades about as long as they keep a processor busy.
const aside = 3

func run(m *testing.M) int {
	flag.Parse()
	told := false
	flag.Visit(func(f *flag.Flag) { told = told || f.Name == "test.parallel" })
	if !told {
		if err := flag.Set("test.parallel", strconv.Itoa(aside)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	defer func() { os.RemoveAll(built.dir) }()
	defer endBrowsers()
	return m.Run()
}

// siteDir is the folder of the site. The first test that asks makes it, in this
// process: what is read for that, go test takes for what the tests depend on, but
// only while they run.
func siteDir(t *testing.T) string {
	t.Helper()
	built.once.Do(func() { built.err = makeSite() })
	if built.err != nil {
		t.Fatalf("making the site: %v", built.err)
	}
	return built.dir
}

// TestTheSiteIsThere needs no browser: what the tests of the page depend on, package
// site's test asks of this one.
func TestTheSiteIsThere(t *testing.T) {
	t.Parallel()
	for _, name := range []string{build.PageName, build.PlayerName, build.StoryName} {
		if info, err := os.Stat(filepath.Join(siteDir(t), name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func makeSite() error {
	root, err := site.Root()
	if err != nil {
		return err
	}
	parts, err := site.Module{Root: root}.Plain(context.Background())
	if err != nil {
		return err
	}
	if built.dir, err = os.MkdirTemp("", "lianhua-site-"); err != nil {
		return err
	}
	built.parts = parts
	return build.Write(built.dir, parts)
}

// origin serves the built files and counts who asks for what.
type origin struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int
}

func serve(t *testing.T) *origin {
	s := &origin{asked: map[string]int{}}
	files := http.FileServer(http.Dir(siteDir(t)))
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
func (s *origin) requests() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.asked)
}
