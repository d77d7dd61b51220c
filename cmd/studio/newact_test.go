package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestANewSceneStandsAtTheEndOfItsAct(t *testing.T) {
	dir := project(t)
	list, err := os.ReadFile("../../" + acts)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, acts), list, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	if code, said := run("new", "scene", "lantern", "-figure", "aluminium.lines", "-act", "nope", "-dir", dir); code == 0 || !strings.Contains(said, "choose from chain") {
		t.Errorf("an act that there is not gives %d: %s", code, said)
	}
	if code, said := run("new", "scene", "lantern", "-figure", "aluminium.lines", "-act", "yard", "-dir", dir); code != 0 {
		t.Fatal(said)
	}
	for name, want := range map[string]string{
		contents: "\t\twater.New(),\n\t\tlantern.New(),\n\t\tcleanup.New(),\n",
		acts:     "{Scene: \"water\", Weight: medium},\n\t\t\t{Scene: \"lantern\", Weight: small},\n\t\t}},\n",
		signs:    "\n\n[lantern]\nzh = ",
	} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s lacks %q: %s", name, want, text)
		}
	}
	if code, said := run("compile", "-assets", filepath.Join(dir, "assets")); code != 0 {
		t.Error(said)
	}
}
