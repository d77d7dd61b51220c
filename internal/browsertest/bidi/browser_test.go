package bidi

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// program writes a shell script that stands for a browser.
func program(t *testing.T, script string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "firefox")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestLaunchSaysWhatWentWrong(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, test := range []struct{ name, program, want string }{
		{"not installed", "no-such-firefox", "Debian's package firefox-esr"},
		{"it ends at once", program(t, "echo no display >&2; exit 1"), "no display"},
		{"it says nothing", program(t, "echo hello >&2; exec sleep 60"), "hello"},
		{"nobody listens", program(t, "echo '"+announces+"ws://127.0.0.1:1' >&2; exec sleep 60"), "127.0.0.1:1/session"},
	} {
		t.Run(test.name, func(t *testing.T) {
			ctx, done := context.WithTimeout(t.Context(), 2*time.Second)
			defer done()
			b, err := Launch(ctx, Options{Program: test.program})
			if err == nil {
				b.Close()
				t.Fatal("it starts")
			}
			if !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "starting Firefox: ") {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "lianhua-firefox-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("profiles are left: %q, %v", left, err)
	}
}

func TestPreferencesAreWrittenAsFirefoxReadsThem(t *testing.T) {
	text, err := preferences(map[string]any{"a.b": true, "c": 7, "d": `say "no"`})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`user_pref("a.b", true);`, `user_pref("c", 7);`, `user_pref("d", "say \"no\"");`, `user_pref("webgl.force-enabled", true);`} {
		if !strings.Contains(string(text), want+"\n") {
			t.Errorf("%s is missing", want)
		}
	}
	if _, err := preferences(map[string]any{"a": 1.5}); err == nil {
		t.Error("a fraction is no preference")
	}
}

func TestListenerFindsTheAddressInPieces(t *testing.T) {
	l := &listener{address: make(chan string, 1)}
	for _, piece := range []string{"hello\nWebDriver BiDi ", "listening on ws://127.0.0.1:4", "2\r\nbye"} {
		if n, err := l.Write([]byte(piece)); n != len(piece) || err != nil {
			t.Fatal(n, err)
		}
	}
	if got := <-l.address; got != "ws://127.0.0.1:42" {
		t.Errorf("got %q", got)
	}
	if got := l.words(); !strings.HasSuffix(got, "\nbye") {
		t.Errorf("it remembers %q", got)
	}
}
