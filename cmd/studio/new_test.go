package main

import (
	"bytes"
	"encoding/json"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// project is a folder with the assets and the table of contents.
func project(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	copyAssets(t, filepath.Join(dir, "assets"), nil)
	list, err := os.ReadFile("../../" + contents)
	if err == nil {
		err = os.Mkdir(filepath.Join(dir, "scenes"), 0o755)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, contents), list, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func run(args ...string) (code int, said string) {
	var out bytes.Buffer
	code = dispatch(args, &out, &out)
	return code, out.String()
}

// What studio new writes is whole: its words and drawings compile, its storyboard
// finds in them what it names, and its own test holds.
func TestANewSceneDraws(t *testing.T) {
	dir := project(t)
	if code, said := run("new", "scene", "lantern", "-figure", "aluminium.lines", "-dir", dir); code != 0 {
		t.Fatal(said)
	}
	list, err := os.ReadFile(filepath.Join(dir, contents))
	if err != nil || !strings.Contains(string(list), "lantern.New(),\n\t}\n") || !strings.Contains(string(list), `"lianhua/scenes/lantern"`) {
		t.Errorf("the table of contents is\n%s", list)
	}
	if code, said := run("compile", "-assets", filepath.Join(dir, "assets")); code != 0 {
		t.Fatal(said)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"scenes/lantern/scene.go", "scenes/lantern/scene_test.go", contents} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if tidy, err := format.Source(text); err != nil || !bytes.Equal(tidy, text) {
			t.Errorf("%s is not as gofmt has it: %v", name, err)
		}
	}
	over := map[string]string{}
	for _, name := range []string{"assets/story.lh", "assets/art/lantern.art", "scenes/lantern/scene.go", "scenes/lantern/scene_test.go", contents} {
		over[filepath.Join(root, name)] = filepath.Join(dir, name)
	}
	file := filepath.Join(dir, "overlay.json")
	text, err := json.Marshal(map[string]any{"Replace": over})
	if err == nil {
		err = os.WriteFile(file, text, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "lantern.test")
	for _, args := range [][]string{{"go", "build", "-overlay", file, "./scenes"}, {"go", "test", "-c", "-vet=off", "-overlay", file, "-o", program, "./scenes/lantern"}, {program}} {
		step := exec.Command(args[0], args[1:]...)
		step.Dir = root
		if said, err := step.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v: %s", args, err, said)
		}
	}
}

func TestANewSceneTakesNoPlaceThatIsTaken(t *testing.T) {
	dir := project(t)
	before, err := os.ReadFile(filepath.Join(dir, contents))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"new", "scene", "cover", "-dir", dir}, "is there already"},
		{[]string{"new", "scene", "Lantern", "-dir", dir}, "small letters"},
		{[]string{"new", "scene", "func", "-dir", dir}, "small letters"},
		{[]string{"new", "scene", "lantern", "-figure", "no.such", "-dir", dir}, "no figure"},
		{[]string{"new", "lantern"}, "scene NAME"},
	} {
		if code, said := run(test.args...); code == 0 || !strings.Contains(said, test.want) {
			t.Errorf("%v gives %d: %s", test.args, code, said)
		}
	}
	after, err := os.ReadFile(filepath.Join(dir, contents))
	if err != nil || !bytes.Equal(before, after) {
		t.Error("the table of contents has changed")
	}
	if _, err := os.Stat(filepath.Join(dir, "scenes", "lantern")); err == nil {
		t.Error("something is written")
	}
}
