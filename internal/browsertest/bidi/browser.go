package bidi

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lianhua/internal/browsertest/process"
)

// Options say how a browser is started.
type Options struct {
	Program string         // "firefox-esr" where it is empty
	Prefs   map[string]any // beyond those that keep it quiet: bool, int or string
	Env     []string       // beyond the environment of this program
	Log     io.Writer      // receives what the browser prints; nil: nothing
}

// Browser is a Firefox that was started for tests.
type Browser struct {
	*Conn
	Version string // as it tells: "153.7.0", …

	process *process.Process
	profile string
	chrome  string // the browser's own window, where preferences can be set
}

// Launch starts Firefox without a window and opens a session with it.
func Launch(ctx context.Context, o Options) (*Browser, error) {
	b, err := launch(ctx, o)
	if err != nil {
		return nil, fmt.Errorf("starting Firefox: %w", err)
	}
	return b, nil
}

func launch(ctx context.Context, o Options) (*Browser, error) {
	if o.Program == "" {
		o.Program = "firefox-esr"
	}
	program, err := exec.LookPath(o.Program)
	if err != nil {
		return nil, fmt.Errorf("%w; Debian's package firefox-esr has it", err)
	}
	profile, err := os.MkdirTemp("", "lianhua-firefox-")
	if err != nil {
		return nil, err
	}
	b := &Browser{profile: profile}
	if err := b.start(ctx, program, o); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

func (b *Browser) start(ctx context.Context, program string, o Options) error {
	text, err := preferences(o.Prefs)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(b.profile, "user.js"), text, 0o600); err != nil {
		return err
	}
	said := &listener{log: o.Log, address: make(chan string, 1)}
	cmd := exec.Command(program, "--headless", "--no-remote", "--profile", b.profile,
		"--remote-debugging-port=0", "--remote-allow-system-access", "about:blank")
	cmd.Env = slices.Concat(os.Environ(), []string{"MOZ_HEADLESS_WIDTH=1920", "MOZ_HEADLESS_HEIGHT=1300", "MOZ_CRASHREPORTER_DISABLE=1"}, o.Env)
	cmd.Stderr = said
	if b.process, err = process.Start(cmd); err != nil {
		return err
	}
	var address string
	select {
	case address = <-said.address:
	case <-b.process.Exited():
		return fmt.Errorf("it ended at once, saying %q", said.words())
	case <-ctx.Done():
		return fmt.Errorf("it did not tell where it listens: %w; it said %q", ctx.Err(), said.words())
	}
	if b.Conn, err = Dial(ctx, address+"/session"); err != nil {
		return err
	}
	return b.open(ctx)
}

// open begins a session and finds the browser's own window.
func (b *Browser) open(ctx context.Context) error {
	var session struct {
		Capabilities struct {
			BrowserVersion string `json:"browserVersion"`
		} `json:"capabilities"`
	}
	if err := b.Call(ctx, "session.new", map[string]any{"capabilities": map[string]any{}}, &session); err != nil {
		return err
	}
	b.Version = session.Capabilities.BrowserVersion
	var tree struct {
		Contexts []struct {
			Context string `json:"context"`
		} `json:"contexts"`
	}
	if err := b.Call(ctx, "browsingContext.getTree", map[string]any{"moz:scope": "chrome", "maxDepth": 0}, &tree); err != nil {
		return err
	}
	if len(tree.Contexts) == 0 {
		return errors.New("it has no window")
	}
	b.chrome = tree.Contexts[0].Context
	return nil
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() {
	if b.Conn != nil {
		ctx, done := context.WithTimeout(context.Background(), process.Patience)
		defer done()
		_ = b.Call(ctx, "browser.close", nil, nil) // a browser that refuses is ended below
		if b.process != nil {
			select {
			case <-b.process.Exited():
			case <-ctx.Done():
			}
		}
		b.Conn.Close()
	}
	if b.process != nil {
		b.process.End()
	}
	// Its last children may still write there for a moment.
	for range 50 {
		if os.RemoveAll(b.profile) == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// SetPref sets a preference of the running browser, for all tabs: a bool, an int
// or a string.
func (b *Browser) SetPref(ctx context.Context, name string, value any) error {
	kind := ""
	switch value.(type) {
	case bool:
		kind = "Bool"
	case int:
		kind = "Int"
	case string:
		kind = "String"
	default:
		return fmt.Errorf("preference %s: a %T cannot be one", name, value)
	}
	return b.own(ctx, fmt.Sprintf("Services.prefs.set%sPref(%s, %s)", kind, quote(name), quote(value)))
}

// ClearPref gives a preference its default again.
func (b *Browser) ClearPref(ctx context.Context, name string) error {
	return b.own(ctx, fmt.Sprintf("Services.prefs.clearUserPref(%s)", quote(name)))
}

// own runs a script in the browser's own window.
func (b *Browser) own(ctx context.Context, script string) error {
	_, err := evaluate(ctx, b.Conn, b.chrome, script)
	return err
}

// quote writes a string, a number or a truth value as a script does.
func quote(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return "undefined"
	}
	return string(text)
}

// preferences is the text of a profile's user.js.
func preferences(more map[string]any) ([]byte, error) {
	all := quiet()
	for name, value := range more {
		all[name] = value
	}
	var text strings.Builder
	for name, value := range all {
		switch value.(type) {
		case bool, int, string:
		default:
			return nil, fmt.Errorf("preference %s: a %T cannot be one", name, value)
		}
		fmt.Fprintf(&text, "user_pref(%s, %s);\n", quote(name), quote(value))
	}
	return []byte(text.String()), nil
}
