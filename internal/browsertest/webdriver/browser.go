package webdriver

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"lianhua/internal/browsertest/process"
)

// never is longer than any test, in milliseconds.
const never = 3_600_000

// Options say how a browser is started.
type Options struct {
	Program string   // "WebKitWebDriver" where it is empty
	Browser string   // the browser's own program; empty: the first MiniBrowser that Debian has
	Env     []string // beyond the environment of this program
	Reduced bool     // the system asks for less motion
}

// Browser is a WebKitGTK that was started for tests.
type Browser struct {
	Version string // as it tells: "2.50.6", …

	client  http.Client
	at      string // the session's address
	process *process.Process
	config  string
}

// browsers is where Debian puts the small browser, for any machine and release.
const browsers = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"

// Launch starts WebKitGTK's browser and opens a session with it.
func Launch(ctx context.Context, o Options) (*Browser, error) {
	b, err := launch(ctx, o)
	if err != nil {
		return nil, fmt.Errorf("starting WebKitGTK: %w", err)
	}
	return b, nil
}

func launch(ctx context.Context, o Options) (*Browser, error) {
	if o.Program == "" {
		o.Program = "WebKitWebDriver"
	}
	program, err := exec.LookPath(o.Program)
	if err != nil {
		return nil, fmt.Errorf("%w; Debian's package webkit2gtk-driver has it", err)
	}
	if o.Browser == "" {
		found, err := filepath.Glob(browsers)
		if err != nil || len(found) == 0 {
			return nil, fmt.Errorf("there is no %s; Debian's package webkit2gtk-driver brings it: %w", browsers, errors.Join(err, os.ErrNotExist))
		}
		o.Browser = found[0]
	}
	config, err := settings(o.Reduced)
	if err != nil {
		return nil, err
	}
	b := &Browser{config: config}
	if err := b.start(ctx, program, o); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

func (b *Browser) start(ctx context.Context, program string, o Options) error {
	port, err := freePort()
	if err != nil {
		return err
	}
	cmd := exec.Command(program, "--host=127.0.0.1", "--port="+strconv.Itoa(port))
	cmd.Env = slices.Concat(os.Environ(), []string{"XDG_CONFIG_HOME=" + b.config}, o.Env)
	if b.process, err = process.Start(cmd); err != nil {
		return err
	}
	at := "http://127.0.0.1:" + strconv.Itoa(port)
	if err := b.listens(ctx, at); err != nil {
		return err
	}
	var session struct {
		SessionID    string `json:"sessionId"`
		Capabilities struct {
			BrowserVersion string `json:"browserVersion"`
		} `json:"capabilities"`
	}
	capabilities := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"webkitgtk:browserOptions": map[string]any{"binary": o.Browser, "args": []string{"--automation"}},
	}}}
	if err := b.call(ctx, http.MethodPost, at+"/session", capabilities, &session); err != nil {
		return err
	}
	b.at, b.Version = at+"/session/"+session.SessionID, session.Capabilities.BrowserVersion
	// Contexts end what lasts too long; the driver must not before.
	return b.post(ctx, "/timeouts", map[string]any{"script": never, "pageLoad": never}, nil)
}

// listens waits until the helper program answers.
func (b *Browser) listens(ctx context.Context, at string) error {
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for {
		err := b.call(ctx, http.MethodGet, at+"/status", nil, nil)
		if err == nil {
			return nil
		}
		select {
		case <-b.process.Exited():
			return errors.New("its driver ended at once")
		case <-ctx.Done():
			return fmt.Errorf("its driver does not answer: %w", errors.Join(ctx.Err(), err))
		case <-look.C:
		}
	}
}

// settings is a new folder with GTK's settings, by which a system asks for less motion.
func settings(reduced bool) (folder string, err error) {
	if folder, err = os.MkdirTemp("", "lianhua-webkit-"); err != nil {
		return "", err
	}
	text := "[Settings]\n"
	if reduced {
		text += "gtk-enable-animations=0\n"
	}
	at := filepath.Join(folder, "gtk-3.0")
	if err = os.Mkdir(at, 0o700); err == nil {
		err = os.WriteFile(filepath.Join(at, "settings.ini"), []byte(text), 0o600)
	}
	if err != nil {
		_ = os.RemoveAll(folder)
	}
	return folder, err
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// Navigate goes to an address and waits until it has loaded.
func (b *Browser) Navigate(ctx context.Context, address string) error {
	return b.post(ctx, "/url", map[string]any{"url": address}, nil)
}

// Reload loads the page anew.
func (b *Browser) Reload(ctx context.Context) error {
	return b.post(ctx, "/refresh", map[string]any{}, nil)
}

// Back goes back by one page.
func (b *Browser) Back(ctx context.Context) error {
	return b.post(ctx, "/back", map[string]any{}, nil)
}

// Resize makes the window so large, in CSS pixels; its page is smaller by its bars.
func (b *Browser) Resize(ctx context.Context, width, height int) error {
	return b.post(ctx, "/window/rect", map[string]any{"width": width, "height": height}, nil)
}

// Evaluate runs the body of an asynchronous function in the page and stores what it
// returns in value, a pointer or nil.
func (b *Browser) Evaluate(ctx context.Context, body string, value any) error {
	script := "const done = arguments[0]; (async () => {" + body + "})().then((v) => done({v}), (e) => done({e: String(e)}));"
	reply := struct {
		V any
		E string
	}{V: value}
	if err := b.post(ctx, "/execute/async", map[string]any{"script": script, "args": []any{}}, &reply); err != nil {
		return err
	}
	if reply.E != "" {
		return errors.New(reply.E)
	}
	return nil
}

// Screenshot is what the window shows of the page, as a PNG.
func (b *Browser) Screenshot(ctx context.Context) ([]byte, error) {
	var text string
	if err := b.call(ctx, http.MethodGet, b.at+"/screenshot", nil, &text); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(text)
}

// Press presses and releases a key by WebDriver's code for it.
func (b *Browser) Press(ctx context.Context, key string) error {
	return b.post(ctx, "/actions", map[string]any{"actions": []any{map[string]any{
		"type": "key", "id": "keyboard",
		"actions": []any{map[string]any{"type": "keyDown", "value": key}, map[string]any{"type": "keyUp", "value": key}},
	}}}, nil)
}

// Down is the arrow key, by WebDriver's code for it.
const Down = "\ue015"

// Close ends the browser and removes its settings.
func (b *Browser) Close() {
	defer func() { _ = os.RemoveAll(b.config) }()
	if b.process == nil {
		return
	}
	if b.at != "" {
		ctx, done := context.WithTimeout(context.Background(), process.Patience)
		defer done()
		_ = b.call(ctx, http.MethodDelete, b.at, nil, nil) // a browser that refuses is ended below
	}
	b.process.End()
}
