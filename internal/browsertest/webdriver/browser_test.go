package webdriver

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// program writes a shell script that stands for a driver.
func program(t *testing.T, script string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "driver")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestLaunchSaysWhatWentWrong(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, test := range []struct{ name, program, want string }{
		{"not installed", "no-such-driver", "Debian's package webkit2gtk-driver"},
		{"it ends at once", program(t, "exit 1"), "ended at once"},
		{"it says nothing", program(t, "exec sleep 60"), "does not answer"},
	} {
		t.Run(test.name, func(t *testing.T) {
			ctx, done := context.WithTimeout(t.Context(), 2*time.Second)
			defer done()
			b, err := Launch(ctx, Options{Program: test.program, Browser: "browser"})
			if err == nil {
				b.Close()
				t.Fatal("it starts")
			}
			if !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "starting WebKitGTK: ") {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "lianhua-webkit-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("settings are left: %q, %v", left, err)
	}
}

// browser talks with a driver that answers as told.
func browser(t *testing.T, status int, value any) *Browser {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(status)
		if err := json.NewEncoder(w).Encode(map[string]any{"value": value}); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(s.Close)
	return &Browser{at: s.URL}
}

func TestErrorsNameTheCommand(t *testing.T) {
	b := browser(t, http.StatusNotFound, map[string]string{"error": "no such window", "message": "it was closed"})
	err := b.Reload(t.Context())
	if err == nil || !strings.Contains(err.Error(), "/refresh: no such window: it was closed") {
		t.Errorf("got %v", err)
	}
}

func TestScriptsReturnOrFail(t *testing.T) {
	var n int
	if err := browser(t, http.StatusOK, map[string]any{"v": 7}).Evaluate(t.Context(), "return 7", &n); err != nil || n != 7 {
		t.Errorf("got %d, %v", n, err)
	}
	err := browser(t, http.StatusOK, map[string]any{"e": "TypeError: no"}).Evaluate(t.Context(), "return no()", &n)
	if err == nil || err.Error() != "TypeError: no" {
		t.Errorf("got %v", err)
	}
}
