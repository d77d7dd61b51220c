package archtest

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mostOfScene is how many lines a scene takes that shows a drawing: what it takes
// beyond is outlines typed into Go, or what several scenes need.
const mostOfScene = 500

// longer are scenes that count by more than slots: lines laid out in perspective, and
// metal between two banks. What another scene needs of that is to move to package
// storyboard.
var longer = map[string]int{"scenes/aluminium": 960}

func TestScenesThatShowADrawingAreShort(t *testing.T) {
	for _, p := range list(t, nil, "./scenes/...") {
		if !slices.Contains(p.Imports, module+"internal/storyboard") {
			continue
		}
		files, err := filepath.Glob(filepath.Join(p.Dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			n += bytes.Count(text, []byte("\n"))
		}
		scene := strings.TrimPrefix(p.ImportPath, module)
		if most := max(mostOfScene, longer[scene]); n > most {
			t.Errorf("%s has %d lines, more than %d", scene, n, most)
		}
	}
}
