package archtest

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A file that has grown beyond this holds more than one concept.
const mostLines = 400

func TestFilesStaySmall(t *testing.T) {
	root := "../.."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if path != root && (strings.HasPrefix(name, ".") || slices.Contains([]string{"build", "dist", "out", "node_modules", "vendor"}, name) && filepath.Dir(path) == root) {
				return filepath.SkipDir
			}
			switch name {
			case "util", "utils", "common", "helpers", "misc":
				t.Errorf("%s: a folder is named for what it holds", path)
			}
			return nil
		}
		switch filepath.Ext(name) {
		case ".go", ".js", ".css":
		default:
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if n := bytes.Count(b, []byte{'\n'}); n > mostLines && !strings.Contains(name, "_gen") && !strings.Contains(name, ".min.") {
			t.Errorf("%s has %d lines, more than %d", path, n, mostLines)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
