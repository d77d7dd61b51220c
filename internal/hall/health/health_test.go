package health

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// screen is a hall's screen whose time passes by hand.
type screen struct {
	*Health
	now         time.Time
	shows, owed bool
	refused     int64
}

func newScreen() *screen {
	s := &screen{now: time.Date(2026, 5, 3, 10, 0, 0, 0, time.UTC), shows: true}
	s.Health = New(Player{
		Version: "v1.2.3 0123abcd", Shows: func() bool { return s.shows }, Owed: func() bool { return s.owed }, Now: func() time.Time { return s.now },
		Refused: func() int64 { return s.refused },
		Sensors: fstest.MapFS{
			"thermal_zone0/type": {Data: []byte("x86_pkg_temp\n")}, "thermal_zone0/temp": {Data: []byte("61500\n")},
			"thermal_zone1/type": {Data: []byte("asleep\n")}, "thermal_zone1/temp": {Data: []byte("")},
			"cooling_device0/type": {Data: []byte("fan\n")},
		},
	})
	return s
}

func (s *screen) read(t *testing.T) map[string]float64 {
	t.Helper()
	var text bytes.Buffer
	s.Write(&text)
	all, err := Read(&text)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func expect(t *testing.T, got, want map[string]float64) {
	t.Helper()
	for name, v := range want {
		if g, told := got[name]; !told || g != v {
			t.Errorf("%s is %v (told %v), want %v", name, g, told, v)
		}
	}
}

func TestItTellsWhatHappened(t *testing.T) {
	s := newScreen()
	expect(t, s.read(t), map[string]float64{
		"lianhua_up": 1, "lianhua_frames_total": 0, "lianhua_visits_total": 0, "lianhua_panics_total": 0, "lianhua_last_panic_timestamp_seconds": 0,
		"lianhua_settings_refused": 0, "lianhua_frame_owed": 0, "lianhua_since_frame_seconds": 0, "lianhua_frame_interval_seconds_count": 0,
		`lianhua_info{version="v1.2.3 0123abcd"}`: 1, `lianhua_temperature_celsius{zone="thermal_zone0",type="x86_pkg_temp"}`: 61.5,
	})
	s.refused = 2
	s.Took("aa")
	s.Took("bb")
	s.now = s.now.Add(time.Hour) // still until then: no frame's time
	for range 4 {
		s.Drew(true)
		s.now = s.now.Add(20 * time.Millisecond)
	}
	s.Drew(false) // the picture comes to rest
	s.now = s.now.Add(3 * time.Second)
	s.Visited(3)
	s.Panicked()
	s.shows, s.owed = false, true
	got := s.read(t)
	expect(t, got, map[string]float64{
		"lianhua_up": 0, "lianhua_frames_total": 5, "lianhua_visits_total": 3, "lianhua_panics_total": 1, "lianhua_last_panic_timestamp_seconds": float64(s.now.Unix()),
		"lianhua_settings_refused": 2, "lianhua_frame_owed": 1, "lianhua_since_frame_seconds": 3,
		"lianhua_frame_interval_seconds_count": 3, "lianhua_frame_interval_seconds_sum": 0.06,
		`lianhua_frame_interval_seconds_bucket{le="0.0175"}`: 0, `lianhua_frame_interval_seconds_bucket{le="0.034"}`: 3,
		`lianhua_story_info{digest="bb"}`: 1, "lianhua_story_taken_timestamp_seconds": float64(time.Date(2026, 5, 3, 10, 0, 0, 0, time.UTC).Unix()),
	})
	for name := range got {
		if strings.Contains(name, `"aa"`) || strings.Contains(name, "thermal_zone1") || strings.Contains(name, "cooling") {
			t.Errorf("%s is told", name)
		}
	}
	runtime.GC()
	if live := s.read(t)["lianhua_heap_live_bytes"]; live < 1e4 || live > 1e9 {
		t.Errorf("the heap in use is %v", live)
	}
	for _, name := range []string{"process_resident_memory_bytes", "process_start_time_seconds", "go_memstats_heap_inuse_bytes"} {
		if got[name] <= 0 {
			t.Errorf("%s is %v", name, got[name])
		}
	}
}

func TestAMachineWithoutSensors(t *testing.T) {
	s := newScreen()
	s.player.Sensors = nil
	for name := range s.read(t) {
		if strings.Contains(name, "temperature") {
			t.Errorf("%s is told", name)
		}
	}
}

// A frame tells nothing that costs memory.
func TestAFrameAllocatesNothing(t *testing.T) {
	s := newScreen()
	s.player.Now = time.Now
	if n := testing.AllocsPerRun(1000, func() { s.Drew(true) }); n > 0 {
		t.Errorf("%v allocations in a frame", n)
	}
}

// told is what the log is told, in turn.
type told chan string

func (l told) log(text string) { l <- text }

func get(t *testing.T, address, path, method string) (*http.Response, string) {
	t.Helper()
	q, err := http.NewRequest(method, "http://"+address+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.DefaultClient.Do(q)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r, string(body)
}

// A port that another program has is told once, tried again, and had when it is free;
// the end of the player gives it back.
func TestItIsServedWhenThePortIsFree(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := taken.Addr().String()
	s := newScreen()
	ctx, end := context.WithCancel(context.Background())
	log, again, done := make(told, 9), make(chan time.Time), make(chan struct{})
	go func() {
		defer close(done)
		s.Serve(ctx, address, again, log.log)
	}()
	if line := <-log; !strings.Contains(line, address) || !strings.Contains(line, "tried again") {
		t.Errorf("told %q", line)
	}
	again <- time.Time{} // and in vain
	again <- time.Time{} // which it awaits: the first has been in vain
	taken.Close()
	select {
	case again <- time.Time{}:
		if line := <-log; !strings.Contains(line, "now") {
			t.Errorf("told %q", line)
		}
	case line := <-log: // the last one came after the port was free
		if !strings.Contains(line, "now") {
			t.Errorf("told %q", line)
		}
	}
	for range 2 {
		s.Drew(true)
	}
	r, body := get(t, address, Path, http.MethodGet)
	all, err := Read(strings.NewReader(body))
	if err != nil || r.StatusCode != http.StatusOK || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/plain; version=0.0.4") || all["lianhua_frames_total"] != 2 {
		t.Errorf("%v, %v, %s, frames %v", err, r.Status, r.Header, all["lianhua_frames_total"])
	}
	for _, c := range []struct {
		method, path string
		want         int
	}{{http.MethodPost, Path, 405}, {http.MethodGet, "/", 404}, {http.MethodGet, "/debug/pprof/", 404}} {
		if r, _ := get(t, address, c.path, c.method); r.StatusCode != c.want {
			t.Errorf("%s %s: %s", c.method, c.path, r.Status)
		}
	}
	end()
	<-done
	if l, err := net.Listen("tcp", address); err != nil {
		t.Errorf("the port is not given back: %v", err)
	} else {
		l.Close()
	}
	if len(log) > 0 {
		t.Errorf("told further %q", <-log)
	}
}

// Each metric says what kind it is, once, before its samples.
func TestKindsAreTold(t *testing.T) {
	var text bytes.Buffer
	s := newScreen()
	s.Took("aa")
	s.Write(&text)
	kinds := map[string]string{}
	for line := range strings.Lines(text.String()) {
		if kind, is := strings.CutPrefix(line, "# TYPE "); is {
			name, kind, _ := strings.Cut(strings.TrimSpace(kind), " ")
			if kinds[name] != "" {
				t.Errorf("the kind of %s is told twice", name)
			}
			kinds[name] = kind
		} else if !strings.HasPrefix(line, "#") {
			name, _, _ := strings.Cut(line, " ")
			name, _, _ = strings.Cut(name, "{")
			if !slices.ContainsFunc([]string{"", "_bucket", "_sum", "_count"}, func(end string) bool { return kinds[strings.TrimSuffix(name, end)] != "" }) {
				t.Errorf("of %s no kind is told", name)
			}
		}
	}
	for name, want := range map[string]string{"lianhua_frames_total": "counter", "lianhua_up": "gauge", "lianhua_frame_interval_seconds": "histogram", "lianhua_story_info": "gauge"} {
		if kinds[name] != want {
			t.Errorf("%s is a %q, want %s", name, kinds[name], want)
		}
	}
}

func TestWhatIsNoSampleIsRefused(t *testing.T) {
	for _, text := range []string{"a", "a b", "a 1\na 2", " 1"} {
		if all, err := Read(strings.NewReader("ok 1\n" + text)); err == nil {
			t.Errorf("%q reads as %v", text, all)
		} else if !strings.Contains(err.Error(), "line ") {
			t.Errorf("%q: %v", text, err)
		}
	}
	if all, err := Read(strings.NewReader("# HELP a b\na{b=\"c d\"} +Inf\n")); err != nil || fmt.Sprint(all[`a{b="c d"}`]) != "+Inf" {
		t.Errorf("%v, %v", all, err)
	}
}
