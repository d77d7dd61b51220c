package desk

import (
	"io/fs"
	"net/http"
	"os/exec"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"lianhua/internal/anim"
	"lianhua/internal/story"
	"lianhua/internal/workbench/edit"
)

func TestThePanelHasAllItsWords(t *testing.T) {
	var words map[string]both
	if _, err := toml.Decode(panelWords, &words); err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`\bword\("([a-z-]+)"`)
	used := map[string]bool{"all-forms": true, "zh-of": true, "en-of": true, "undo": true, "redo": true, "slots": true}
	for _, all := range [][]string{groups, {"day", "night", "contrast"}, {"laptop", "phone", "kiosk", "wall"}, {"x", "y", "width", "height", "cx", "cy"}} {
		for _, key := range all {
			used[key] = true
		}
	}
	for u := story.Times; u <= story.Ease; u++ {
		used["unit-"+u.String()] = true
	}
	for _, ease := range anim.CurveNames() {
		used["ease-"+ease] = true
	}
	for _, role := range []string{"ground", "text", "mark", "free"} {
		used["role-"+role] = true
	}
	for _, way := range slotWays {
		used[strings.TrimPrefix(way, "data-lh-")] = true
	}
	names, err := fs.Glob(panelFolder, "panel/*.js")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	scripts := ""
	for _, name := range names {
		script, err := fs.ReadFile(panelFolder, name)
		if err != nil {
			t.Fatal(err)
		}
		scripts += string(script)
		for _, found := range named.FindAllStringSubmatch(string(script), -1) {
			used[found[1]] = true
		}
	}
	for key := range used {
		if w := words[key]; w.ZH == "" || w.EN == "" {
			t.Errorf("there are no words for %q", key)
		}
	}
	for key := range words {
		if !used[key] && !strings.Contains(scripts, `"`+key+`"`) {
			t.Errorf("nothing says %q", key)
		}
	}
	for _, file := range []string{`nothing = {`, `a = { zh = "b" }`} {
		if _, err := scripted([]byte("const all = "+wordsMark+";"), file); err == nil {
			t.Errorf("%s is taken for words", file)
		}
	}
}

func TestThePanelIsServed(t *testing.T) {
	d := open(t)
	for name, kind := range map[string]string{
		"panel.js": "text/javascript", "panel.css": "text/css", "panel.html": "text/html", "panel/panel.js": "text/javascript", "panel/words.js": "text/javascript",
	} {
		w := d.ask("GET", "/workbench/"+name, nil)
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), kind) || w.Body.Len() == 0 {
			t.Errorf("%s is %d %s", name, w.Code, w.Header())
		}
		if path.Base(name) == "words.js" && !strings.Contains(w.Body.String(), `"undo":{"zh":"撤销","en":"Undo"}`) {
			t.Errorf("the words are %s", w.Body)
		}
	}
}

func TestAValueIsSetBackToTheLastCommit(t *testing.T) {
	d := open(t)
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = d.dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("no git here: %v %s", err, out)
		}
	}
	timing, art := d.file("timing.toml"), d.file("art/aluminium.svg")
	slow := "9"
	for _, ask := range []asked{
		{Changes: []asks{{"timing.toml", edit.Path{"aluminium", "melt", "hold"}, &slow, nil}}},
		one("art/aluminium.svg", "ring/width", "9", "424.1"),
	} {
		if w := d.ask("POST", Path+"edit", ask); w.Code != http.StatusOK {
			t.Fatalf("got %d %s", w.Code, w.Body)
		}
	}
	if v := d.values(); !v.Committed || v.Beats[0].Hold.Head != nil || *v.Beats[0].Hold.Text != "9" {
		t.Errorf("the beat is %+v", v.Beats[0])
	}
	seen := "8"
	if w := d.ask("POST", Path+"reset", asked{Changes: []asks{{"timing.toml", edit.Path{"aluminium", "melt", "hold"}, nil, &seen}}}); w.Code != http.StatusConflict {
		t.Errorf("what was not seen is set back: %d %s", w.Code, w.Body)
	}
	ask := asked{Changes: []asks{{"timing.toml", edit.Path{"aluminium", "melt", "hold"}, nil, &slow}, {"art/aluminium.svg", edit.Path{"ring", "width"}, nil, &slow}}}
	if w := d.ask("POST", Path+"reset", ask); w.Code != http.StatusOK || d.file("timing.toml") != timing || d.file("art/aluminium.svg") != art {
		t.Errorf("set back, got %d %s", w.Code, w.Body)
	}
	if w := d.ask("POST", Path+"undo", asked{}); w.Code != http.StatusOK || !strings.Contains(d.file("timing.toml"), "hold = \"9\"") {
		t.Errorf("undone, got %d %s", w.Code, w.Body)
	}
}
