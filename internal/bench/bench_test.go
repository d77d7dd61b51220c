package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lianhua/internal/build"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-12 }

func TestQuantiles(t *testing.T) {
	hundred := make(Sample, 100)
	for i := range hundred {
		hundred[len(hundred)-1-i] = float64(i + 1) // 100 down to 1
	}
	for _, c := range []struct {
		s    Sample
		q    float64
		want float64
	}{
		{Sample{7}, 0.5, 7},
		{Sample{7}, 0.95, 7},
		{Sample{3, 1, 2}, 0.5, 2},
		{Sample{4, 1, 3, 2}, 0.5, 2.5},
		{Sample{4, 1, 3, 2}, 0, 1},
		{Sample{4, 1, 3, 2}, 1, 4},
		{hundred, 0.5, 50.5},
		{hundred, 0.95, 95.05},
	} {
		before := slices.Clone(c.s)
		if got := c.s.Quantile(c.q); !near(got, c.want) {
			t.Errorf("quantile %g of %v is %g, want %g", c.q, c.s, got, c.want)
		}
		if !slices.Equal(before, c.s) {
			t.Errorf("the sample's order was changed")
		}
	}
	for _, q := range []float64{-0.1, 1.1, math.NaN()} {
		if got := (Sample{1, 2}).Quantile(q); !math.IsNaN(got) {
			t.Errorf("quantile %g is %g, want NaN", q, got)
		}
	}
	if got := (Sample{}).Median(); !math.IsNaN(got) {
		t.Errorf("the median of nothing is %g", got)
	}
}

func TestRoundsTurn(t *testing.T) {
	const n = 3
	var at [n][n]int
	for round := range n {
		for place, who := range Turned(n, round) {
			at[who][place]++
		}
	}
	for who := range at {
		for place, times := range at[who] {
			if times != 1 {
				t.Errorf("%d stood %d times at place %d", who, times, place)
			}
		}
	}
}

func TestParseFrames(t *testing.T) {
	f, err := parseFrames(`{"ms":[1.5,2],"draws":[3,4],"vertices":[30,40],"seconds":0.5}`)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(f.MS, Sample{1.5, 2}) || !slices.Equal(f.Draws, Sample{3, 4}) || !slices.Equal(f.Vertices, Sample{30, 40}) || f.Seconds != 0.5 {
		t.Errorf("read %+v", f)
	}
	for _, text := range []string{"", "[]", `{"ms":[1],"draws":[],"vertices":[1]}`, `{"ms":"fast"}`} {
		if f, err := parseFrames(text); err == nil {
			t.Errorf("%q was read as %+v", text, f)
		}
	}
}

func TestFramesAddUp(t *testing.T) {
	f := Frames{MS: Sample{1, 1, 1}, Seconds: 1, CPU: 2}
	f.add(Frames{MS: Sample{5}, Seconds: 2, CPU: 6})
	if len(f.MS) != 4 || f.Seconds != 3 || f.CPU != 3 {
		t.Errorf("added up to %+v", f)
	}
	var none Frames
	none.add(Frames{})
	if none.CPU != 0 {
		t.Errorf("nothing takes %g", none.CPU)
	}
}

func TestParseMachine(t *testing.T) {
	if got := parseLoad("0.52 1.25 2.00 3/512 4711\n"); got != "0.52 1.25 2.00" {
		t.Errorf("load %q", got)
	}
	if got := parseLoad("what"); got != "unknown" {
		t.Errorf("load %q", got)
	}
	if got := parseProcessor("processor\t: 0\nmodel name\t: Abacus 9\nmodel name\t: Other\n"); got != ", Abacus 9" {
		t.Errorf("processor %q", got)
	}
	if got := parseProcessor(""); got != "" {
		t.Errorf("processor %q", got)
	}
}

func TestSectionSaysWhatIsMissing(t *testing.T) {
	s := Section{Name: "x", Title: "t", Columns: []Column{{"a", "ms", 1}}, Rows: []Row{{Name: "r", Values: Numbers(math.NaN())}}, Failed: "no browser\nat all"}
	var text bytes.Buffer
	if err := s.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "NOT MEASURED: no browser") || !strings.Contains(text.String(), "r   -") {
		t.Errorf("printed %q", text.String())
	}
	r := Report{Sections: []Section{s}}
	text.Reset()
	if err := r.WriteJSON(&text); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Sections []struct {
			Rows   []struct{ Values []*float64 }
			Failed string
		}
	}
	if err := json.Unmarshal(text.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	if read.Sections[0].Rows[0].Values[0] != nil || read.Sections[0].Failed == "" {
		t.Errorf("wrote %s", text.String())
	}
}

func TestJudgeComparesMedians(t *testing.T) {
	s := Section{Rows: []Row{{Name: "own", Values: Numbers(2)}, {Name: "peer", Values: Numbers(5)}}}
	s.judge()
	if s.Rows[1].Remark != "2.5 times" || s.Rows[0].Remark != "" {
		t.Errorf("judged %q and %q", s.Rows[0].Remark, s.Rows[1].Remark)
	}
}

func TestBytesAgainstTheBudget(t *testing.T) {
	wasm := build.NewFile(build.PlayerName, make([]byte, 9_000_000))
	wasm.Brotli = make([]byte, build.Budget+1)
	s := Bytes([]build.File{wasm, build.NewFile("picture.svg", []byte("<svg/>"))})
	sum := s.Rows[1]
	if sum.Values[0] != 9_000_000 || sum.Values[1] != build.Budget+1 || !strings.HasPrefix(sum.Remark, "ABOVE") {
		t.Errorf("the sum is %+v", sum)
	}
	if s.Rows[2].Values[0] != 6 {
		t.Errorf("on demand: %+v", s.Rows[2])
	}
}

func TestHost(t *testing.T) {
	peers := t.TempDir()
	if err := os.WriteFile(filepath.Join(peers, "peer.js"), []byte("peer"), 0o644); err != nil {
		t.Fatal(err)
	}
	packed := build.NewFile("a.js", []byte("raw"))
	packed.Brotli = []byte("br")
	h := handler([]build.File{build.NewFile("index.html", []byte("home")), build.NewFile("en/index.html", []byte("home, en")), lasting("lasting.js", []byte("lasting")), packed}, peers)
	for _, c := range []struct {
		path, encoding, want, wantEncoding string
		code                               int
	}{
		{"/", "", "home", "", 200},
		{"/en/", "", "home, en", "", 200},
		{"/a.js", "", "raw", "", 200},
		{"/a.js", "gzip, br", "br", "br", 200},
		{"/peers/peer.js", "", "peer", "", 200},
		{"/bench/page.css", "", "canvas", "", 200},
		{"/bench/none.js", "", "", "", 404},
		{"/lasting.js", "", "lasting", "", 200},
		{"/none", "", "", "", 404},
	} {
		r := httptest.NewRequest(http.MethodGet, c.path, nil)
		r.Header.Set("Accept-Encoding", c.encoding)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.want) || w.Header().Get("Content-Encoding") != c.wantEncoding {
			t.Errorf("%s: %d, %q as %q", c.path, w.Code, w.Body, w.Header().Get("Content-Encoding"))
		}
		if kept := w.Code == 200 && c.path == "/lasting.js"; kept != strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: Cache-Control is %q", c.path, w.Header().Get("Cache-Control"))
		}
		if w.Header().Get("Cross-Origin-Opener-Policy") == "" {
			t.Errorf("%s is not isolated", c.path)
		}
	}
}

func TestHostServesAndEnds(t *testing.T) {
	h, err := Serve([]build.File{build.NewFile("index.html", []byte("home"))}, "")
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Timeout: 5 * time.Second}
	res, err := client.Get(h.Address + "/")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil || string(body) != "home" {
		t.Errorf("served %q, %v", body, err)
	}
	sent, err := h.Settled(context.Background())
	if err != nil || sent != 4 {
		t.Errorf("it counts %g bytes, %v", sent, err)
	}
	h.Reset()
	if h.sent != 0 {
		t.Errorf("counted anew it has sent %d bytes", h.sent)
	}
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := client.Get(h.Address + "/"); err == nil {
		t.Error("it still serves")
	}
}

func TestWithoutNPM(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := InstallPeers(context.Background(), t.TempDir()); !errors.Is(err, ErrNoNPM) {
		t.Errorf("the error is %v", err)
	}
}

func TestNPMThatFailsIsQuoted(t *testing.T) {
	bin, dir := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "npm"), []byte("#!/bin/sh\necho no such version\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	if _, err := InstallPeers(context.Background(), dir); err == nil || !strings.Contains(err.Error(), "no such version") {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "installed")); err == nil {
		t.Error("what failed counts as installed")
	}
}

// The lock file pins each peer by its digest.
func TestPeersArePinned(t *testing.T) {
	text, err := peers.ReadFile("peers/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	var lock struct {
		Packages map[string]struct{ Version, Integrity string }
	}
	if err := json.Unmarshal(text, &lock); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pixi.js", "echarts", "esbuild"} {
		if lock.Packages["node_modules/"+name].Version == "" {
			t.Errorf("%s is not locked", name)
		}
	}
	for name, p := range lock.Packages {
		if name != "" && !strings.HasPrefix(p.Integrity, "sha512-") {
			t.Errorf("%s has no digest", name)
		}
	}
}
