package workbench_test

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

type comesFrom struct {
	Drawn, Named []string
	Drawing      string
}

// A mark leads to the line of Go that appends it, and to that of its drawing.
func TestMarkTellsWhereItComesFrom(t *testing.T) {
	b := open(t)
	s, _ := sources()
	// line is what stands at a place that is told as file:line.
	line := func(place string) string {
		file, number, ok := strings.Cut(place, ":")
		n, err := strconv.Atoi(number)
		if !ok || err != nil {
			t.Errorf("the place %q is no file:line", place)
			return ""
		}
		content, err := os.ReadFile(filepath.Join(s.module.Root, filepath.FromSlash(file)))
		lines := strings.Split(string(content), "\n")
		if err != nil || n < 1 || n > len(lines) {
			t.Errorf("the place %q is nowhere: %v", place, err)
			return ""
		}
		return lines[n-1]
	}
	for query, want := range map[string]struct{ file, drawn, named, drawing string }{
		// What a scene's own code draws, in a package of its own.
		"scene=hydrogen&form=laptop&mark=pearls-line/glint.1": {file: "scenes/hydrogen/drops/", drawn: `l\.Dots\(`},
		// A layer, of which the scene knows the name.
		"scene=hydrogen&form=phone&mark=membrane/sheet.1": {file: "internal/storyboard/board.go", drawn: `l\.Sheet\(`, named: `"membrane"`, drawing: `inkscape:label="membrane"|data-lh-layer="membrane"`},
		// Words in a slot of the language.
		"scene=aluminium&form=laptop&lang=en&mark=alloy-note/line.1": {file: "internal/", drawn: `\(`, named: `"alloy-note"`, drawing: `id="alloy-note\.en"`},
	} {
		got := asked[comesFrom](t, ask(b, "origin.json?"+query))
		if len(got.Drawn) == 0 || !strings.HasPrefix(got.Drawn[0], want.file) {
			t.Errorf("%s: drawn by %q, want %s", query, got.Drawn, want.file)
			continue
		}
		if at := line(got.Drawn[0]); !regexp.MustCompile(want.drawn).MatchString(at) {
			t.Errorf("%s: at %s stands %q", query, got.Drawn[0], at)
		}
		if (want.named == "") != (len(got.Named) == 0) || (want.drawing == "") != (got.Drawing == "") {
			t.Errorf("%s: named by %q, drawn in %q", query, got.Named, got.Drawing)
			continue
		}
		for _, place := range got.Named {
			if at := line(place); !strings.HasPrefix(place, "scenes/") || !strings.Contains(at, want.named) {
				t.Errorf("%s: at %s stands %q", query, place, at)
			}
		}
		if want.drawing == "" {
			continue
		}
		if at := line(got.Drawing); !regexp.MustCompile(want.drawing).MatchString(at) {
			t.Errorf("%s: at %s stands %q", query, got.Drawing, at)
		}
	}
	if w := ask(b, "origin.json?scene=hydrogen&mark=dragon"); w.Code != http.StatusNotFound {
		t.Errorf("a mark that there is not: %d %s", w.Code, w.Body)
	}
}

// Who asks where marks come from sees the picture that all others see.
func TestWatchedPictureIsTheSame(t *testing.T) {
	b := open(t)
	const query = "scene=water&form=laptop&lang=zh"
	first := ask(b, "marks.json?"+query).Body.String()
	ask(b, "origin.json?"+query+"&mark=title.1")
	if ask(b, "marks.json?"+query).Body.String() != first {
		t.Error("the marks are others after one was asked for")
	}
}
