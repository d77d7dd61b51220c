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
		if n > mostOfScene {
			t.Errorf("%s has %d lines, more than %d", scene, n, mostOfScene)
		}
	}
}
