package site

import (
	"os"
	"testing"
)

// What was saved just now is of another time, and no other file is.
func TestOneFileIsSavedAnew(t *testing.T) {
	files := os.DirFS(".")
	for name, anew := range map[string]bool{"saved.go": true, "module.go": false} {
		was, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		now, err := touched{files, "saved.go"}.Stat(name)
		if err != nil || now.ModTime().Equal(was.ModTime()) == anew || now.Size() != was.Size() {
			t.Errorf("%s: %v, %v", name, now, err)
		}
	}
	if took, err := module(t).Saved("hydrogen"); err != nil || took <= 0 {
		t.Errorf("a drawing takes %v to become a pack: %v", took, err)
	}
}
