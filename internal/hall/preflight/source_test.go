package preflight

import (
	"crypto/x509"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A source is asked as the player will ask it, and what is wrong with it is told in its kind.
func TestSources(t *testing.T) {
	s := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/packs/timestamp.json":
			_, _ = w.Write([]byte("{}"))
		case "/down/timestamp.json":
			w.WriteHeader(http.StatusServiceUnavailable)
		case "/cut/timestamp.json":
			w.Header().Set("Content-Length", "100")
			_, _ = w.Write([]byte("{"))
		default:
			http.NotFound(w, r)
		}
	}))
	defer s.Close()
	s.Config.ErrorLog = nil
	trusted := x509.NewCertPool()
	trusted.AddCert(s.Certificate())
	gone := httptest.NewServer(nil)
	gone.Close()
	stick := t.TempDir()
	if err := os.WriteFile(filepath.Join(stick, stateFile), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	hour, years := time.Hour, 100*365*24*time.Hour // httptest's certificate holds until 2084
	for _, c := range []struct {
		source      string
		authorities *x509.CertPool
		off         time.Duration
		right       bool
		detail      string
		remedy      string
	}{
		{s.URL + "/packs", trusted, 0, true, "has packs", ""},
		{s.URL + "/packs/", trusted, 4 * time.Minute, true, "has packs", ""},
		{s.URL + "/packs", trusted, hour, false, "1h0m0s from that of 127.0.0.1", "set-ntp"},
		{s.URL + "/packs", trusted, -hour, false, "1h0m0s from", "set-ntp"},
		{s.URL + "/packs", trusted, years, false, "certificate has expired", "set this machine's clock"},
		{s.URL + "/packs", x509.NewCertPool(), 0, false, "unknown authority", "ca-certificates"},
		{strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/packs", trusted, 0, false, "localhost", "another host"},
		{s.URL, trusted, 0, false, "has no timestamp.json", "studio packs publish"},
		{s.URL + "/down", trusted, 0, false, "503", "asks again"},
		{s.URL + "/cut", trusted, 0, false, "unexpected EOF", "network"},
		{gone.URL, nil, 0, false, "refused", "network"},
		{stick, nil, 0, true, "has packs", ""},
		{filepath.Join(stick, "gone"), nil, 0, true, "no packs now", ""},
	} {
		f := Source(t.Context(), c.source, c.authorities, func() time.Time { return time.Now().Add(c.off) })
		expect(t, f, c.right, c.detail)
		if !strings.Contains(f.Remedy, c.remedy) || !c.right && f.Chinese == "" {
			t.Errorf("%s: the remedy is %q, %q", c.source, f.Remedy, f.Chinese)
		}
	}
}

func TestScreens(t *testing.T) {
	for _, c := range []struct {
		width, height, rotation int
		right, told             bool
		detail                  string
	}{
		{1920, 1080, 0, true, false, "1920 × 1080"},
		{3840, 2160, 90, true, false, "by 90°"},
		{1080, 1920, 0, true, true, "upright"},
		{1080, 1920, 90, false, true, "on its side"},
		{1080, 1920, 270, false, true, "on its side"},
		{1920, 1080, 180, true, true, "upside down"},
		{640, 480, 0, false, true, "too small"},
		{480, 854, 90, false, true, "too small"},
		{1280, 720, 0, true, false, "1280 × 720"},
	} {
		f := Screen(c.width, c.height, c.rotation)
		expect(t, f, c.right, c.detail)
		if (f.Chinese != "") != c.told {
			t.Errorf("%+v: in Chinese %q", c, f.Chinese)
		}
	}
}

func TestRoom(t *testing.T) {
	dir := t.TempDir()
	expect(t, Room(dir, 1), true, "MB are free at "+dir)
	full := Room(dir, 1<<62)
	expect(t, full, false, "may need")
	if !strings.Contains(full.Chinese, "MB") {
		t.Errorf("in Chinese %q", full.Chinese)
	}
	expect(t, Room(filepath.Join(dir, "gone"), 1), false, "gone")
}
