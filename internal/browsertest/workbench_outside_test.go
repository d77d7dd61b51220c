package browsertest

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/build/live"
)

// served answers at an address until it is told to stop; an empty one is chosen.
func served(t *testing.T, address string, h http.Handler) (at string, stop func()) {
	t.Helper()
	if address == "" {
		address = "127.0.0.1:0"
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: h}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = server.Serve(listener) // ends with the server
	}()
	return listener.Addr().String(), func() { server.Close(); <-ended }
}

// TestWorkbenchesFollowWhatOthersDo has two workbenches open while another one, an editor
// that renames, and git change the files, and while the server is away: both show what
// stands in the files, and nothing is written that nobody meant.
func TestWorkbenchesFollowWhatOthersDo(t *testing.T) {
	t.Parallel()
	p := panel{dir: t.TempDir()}
	mux := p.desk(t)
	var dev live.Server
	mux.Handle("/events", &dev)
	at, stop := served(t, "", mux)
	t.Cleanup(func() { stop() })
	open := func() *tab {
		tab := openElsewhere(t, visit{base: "http://" + at, path: "workbench/panel.html#aluminium/en", width: 340, height: 900, clock: 1})
		tab.until(`document.querySelector("#panel .body")?.children.length > 0`, "document.body.innerText")
		return tab
	}
	p.tab = open()
	q := panel{tab: open(), dir: p.dir}
	const seconds = "Seconds that “roll” moves"
	both := func(value string) {
		t.Helper()
		dev.Publish(nil, "story")
		for _, it := range []panel{p, q} {
			it.until(fmt.Sprintf(`document.querySelector('[aria-label=%q]')?.value === %q`, seconds, value), `document.querySelector("#panel").innerText`)
		}
	}
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org"}, args...)...)
		cmd.Dir = p.dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v %s", args, err, out)
		}
	}
	const timing = "timing.toml"
	takes := func(duration string) string { return "[aluminium.roll]\nduration = \"" + duration + "\"\n" }

	p.types(seconds, "5.5")
	p.comes(timing, takes("5.5"))
	both("5.5")
	// An editor that writes beside the file and renames.
	p.save(t, timing+"~", strings.Replace(p.file(timing), takes("5.5"), takes("6.5"), 1))
	if err := os.Rename(filepath.Join(p.dir, timing+"~"), filepath.Join(p.dir, timing)); err != nil {
		t.Fatal(err)
	}
	both("6.5")
	// The other one goes on from there.
	q.types(seconds, "7.5")
	q.comes(timing, takes("7.5"))
	both("7.5")
	// Twenty files change at once.
	copies, err := filepath.Glob(filepath.Join(p.dir, "copy", "*.toml"))
	if err != nil || len(copies) < 20 {
		t.Fatalf("%d files of words: %v", len(copies), err)
	}
	for _, name := range copies {
		name = "copy/" + filepath.Base(name)
		p.save(t, name, p.file(name)+"# gone over\n")
	}
	git("commit", "-qam", "second")
	git("checkout", "-q", "HEAD~1")
	both("")
	if got := p.differs(); got != "" {
		t.Errorf("a checkout leaves the files other than the commit: %s", got)
	}
	git("checkout", "-q", "-")
	both("7.5")

	// Without a server nothing is written, and that is said; with it, what changed meanwhile is there.
	stop()
	p.types(seconds, "4.5")
	p.says(seconds, "Nothing was written")
	if got := p.differs(); got != "" {
		t.Errorf("without a server, %s", got)
	}
	p.save(t, timing, strings.Replace(p.file(timing), takes("7.5"), takes("8.5"), 1))
	_, stop = served(t, at, mux)
	q.until(fmt.Sprintf(`document.querySelector('[aria-label=%q]')?.value === "8.5"`, seconds), `document.querySelector("#panel").innerText`)
	q.types(seconds, "3.5")
	q.comes(timing, takes("3.5"))
}
