package archtest

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mostOfScene is how many lines a scene takes that shows a drawing, all that can be tuned
// of it among them: what it takes beyond is outlines typed into Go, what several scenes
// need, or a part that stands by itself: a package in the scene's folder.
const mostOfScene = 500

func TestScenesThatShowADrawingAreShort(t *testing.T) {
	for _, p := range list(t, nil, "./scenes/...") {
		scene := strings.TrimPrefix(p.ImportPath, module)
		if _, isPart := partOf(scene); isPart || !slices.Contains(p.Imports, module+"internal/storyboard") {
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
		if n > mostOfScene {
			t.Errorf("%s has %d lines, more than %d", scene, n, mostOfScene)
		}
	}
}

// partOf is the scene that a package below scenes/ belongs to, and whether it is a part
// of that: a package in the scene's folder.
func partOf(own string) (scene string, isPart bool) {
	name, part, _ := strings.Cut(strings.TrimPrefix(own, "scenes/"), "/")
	return "scenes/" + name, part != ""
}

// TestScenesStandAlone fails where a scene or its part knows another's folder, or a part
// its scene: what scenes share belongs to package storyboard.
func TestScenesStandAlone(t *testing.T) {
	for _, p := range list(t, nil, "./scenes/...") {
		own := strings.TrimPrefix(p.ImportPath, module)
		if own == "scenes" {
			continue // the table of contents
		}
		scene, isPart := partOf(own)
		if isPart && (p.Doc == "" || strings.Count(own, "/") > 2) {
			t.Errorf("%s: a part of a scene says what it is, and has no parts", own)
		}
		for _, imp := range p.Imports {
			if ours := strings.TrimPrefix(imp, module); strings.HasPrefix(ours, "scenes") && !strings.HasPrefix(ours, scene+"/") {
				t.Errorf("%s imports %s: what scenes share belongs to internal/storyboard", own, ours)
			}
		}
	}
}
