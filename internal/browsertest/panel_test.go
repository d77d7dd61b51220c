package browsertest

import (
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"

	"lianhua/internal/site"
	"lianhua/internal/workbench/desk"
	"lianhua/scenes"
)

// panel is the workbench's panel over a copy of the story's sources, which are
// committed.
type panel struct {
	*tab
	dir string
}

func openPanel(t *testing.T, path string, v visit) panel {
	t.Helper()
	p := panel{dir: t.TempDir()}
	mux := p.desk(t)
	mux.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		fmt.Fprint(w, "event: hello\ndata: 1\n\n")
		if http.NewResponseController(w).Flush() == nil {
			<-r.Context().Done()
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	v.base, v.path = server.URL, "workbench/panel.html#"+path
	if v.clock == 0 {
		v.clock = 1
	}
	p.tab = openElsewhere(t, v)
	p.until(`document.querySelector("#panel .body")?.children.length > 0`, "document.body.innerText")
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console shows %q", wrong)
	}
	return p
}

// desk answers for a copy of the story's sources in the panel's folder, committed.
func (p panel) desk(t *testing.T) *http.ServeMux {
	t.Helper()
	root, err := site.Root()
	if err != nil {
		t.Fatal(err)
	}
	from := os.DirFS(filepath.Join(root, "assets"))
	for _, pattern := range []string{"*.toml", "page.digest", "copy/*.toml", "art/aluminium*.svg", "art/symbols.svg"} {
		names, err := fs.Glob(from, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			content, err := fs.ReadFile(from, name)
			if err != nil {
				t.Fatal(err)
			}
			p.save(t, name, string(content))
		}
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = p.dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v %s", args, err, out)
		}
	}
	d, err := desk.New(desk.Options{Assets: p.dir, Scenes: scenes.All()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	mux := http.NewServeMux()
	for at, h := range d.Handlers() {
		mux.Handle(at, h)
	}
	mux.Handle("/workbench/fonts/", http.StripPrefix("/workbench/fonts/", http.FileServer(http.Dir(filepath.Join(root, "assets", "fonts", "source")))))
	mux.HandleFunc("/icon.svg", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(root, "web", "icon.svg"))
	})
	return mux
}

func (p panel) save(t *testing.T, name, content string) {
	t.Helper()
	name = filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (p panel) file(name string) string {
	p.t.Helper()
	content, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil && !os.IsNotExist(err) {
		p.t.Fatal(err)
	}
	return string(content)
}

// comes waits until a file holds a text.
func (p panel) comes(name, text string) {
	p.t.Helper()
	for end := time.Now().Add(patience); !strings.Contains(p.file(name), text); time.Sleep(pace) {
		if time.Now().After(end) {
			p.t.Fatalf("%s does not become %q: %s; the panel shows %s", name, text, p.differs(), eval[string](p.tab, `document.querySelector("#panel").innerText`))
		}
	}
}

// differs is what has changed since the commit.
func (p panel) differs() string {
	p.t.Helper()
	cmd := exec.Command("git", "diff", "-U0")
	cmd.Dir = p.dir
	out, err := cmd.Output()
	if err != nil {
		p.t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(out)) {
		if line[0] == '+' && !strings.HasPrefix(line, "+++") || line[0] == '-' && !strings.HasPrefix(line, "---") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// group shows one of the panel's groups, by keys, as Tab and arrows lead there.
func (p panel) group(name string) {
	p.t.Helper()
	const tab = `document.querySelector("[role=tab][aria-selected=true]")`
	p.until(tab, "document.body.innerText")
	eval[any](p.tab, tab+".focus()")
	for range 8 {
		if eval[string](p.tab, `document.activeElement.id`) == "panel-"+name {
			p.until(fmt.Sprintf(`document.getElementById("panel-body").getAttribute("aria-labelledby") === %q`, "panel-"+name), `document.querySelector("#panel").innerText`)
			return
		}
		p.key("ArrowRight", "ArrowRight", 0)
	}
	p.t.Fatalf("no arrow leads to %s", name)
}

// key presses a key with modifiers: 2 is Control, 8 is Shift.
func (p panel) key(key, code string, modifiers int64) {
	p.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeKeyUp} {
		call(p.tab, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key, Code: code, Modifiers: modifiers, WindowsVirtualKeyCode: map[string]int64{"KeyZ": 90, "KeyA": 65, "ArrowRight": 39, "ArrowLeft": 37, "ArrowUp": 38, "Escape": 27}[code]})
	}
}

// types puts a text in place of a field's, as somebody at its keys does.
func (p panel) types(label, text string) {
	p.t.Helper()
	eval[any](p.tab, fmt.Sprintf(`(() => { const at = document.querySelector('#panel [aria-label=%q]'); at.scrollIntoView({ block: "center" }); at.focus(); at.select?.(); })()`, label))
	call(p.tab, input.InsertText, input.InsertTextParams{Text: text})
}

func (p panel) shows(label string) string {
	p.t.Helper()
	return eval[string](p.tab, fmt.Sprintf(`document.querySelector('#panel [aria-label=%q]').value`, label))
}

// says waits until the panel says something below a field.
func (p panel) says(label, text string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`document.querySelector('#panel [aria-label=%q]').closest(".field, form").querySelector(".said").innerText.includes(%q)`, label, text),
		fmt.Sprintf(`document.querySelector('#panel [aria-label=%q]').closest(".field, form").innerText`, label))
}
