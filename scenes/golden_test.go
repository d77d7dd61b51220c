package scenes_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/golden/kept"
	"lianhua/scenes"
)

var regen = flag.Bool("regen", false, "write the goldens anew")

const goldens = "testdata/golden"

// outPath is where a failed picture is left: a folder that git ignores.
func outPath(golden string) string {
	return filepath.Join("..", "out", "goldens", strings.TrimPrefix(golden, goldens))
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// The room that goldens may take, in bytes: what all scenes of the story may
// have, and the even share of each.
const (
	mostGoldens = 12 << 20
	allScenes   = 19
	mostOfScene = mostGoldens / allScenes
)

// Goldens that nobody can review are none, nor are those that no test reads.
func TestGoldensStayReviewable(t *testing.T) {
	known := map[string]bool{}
	for _, s := range scenes.All() {
		known[s.Name()] = true
	}
	size := map[string]int64{}
	err := filepath.WalkDir(goldens, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(goldens, path)
		if err != nil {
			return err
		}
		scene := filepath.ToSlash(filepath.Dir(rel))
		if !known[scene] || !slices.Contains(kept.Names(), filepath.Base(path)) {
			t.Errorf("%s is no golden of any scene: remove it", path)
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		size[scene] += info.Size()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sum := int64(0)
	for _, n := range size {
		sum += n
	}
	if mean := sum / int64(len(size)); mean > mostOfScene {
		t.Errorf("the goldens of a scene weigh %d KB by the mean, more than the %d that fit %d scenes into the limit: %v", mean>>10, mostOfScene>>10, allScenes, size)
	}
}
