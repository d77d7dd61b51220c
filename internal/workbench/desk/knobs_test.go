package desk

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/workbench/edit"
)

const ringFile = "knobs/aluminium.toml"

func (d desk) turn(text *string, path ...string) int {
	d.Helper()
	return d.ask("POST", Path+"edit", asked{Changes: []asks{{ringFile, path, text, d.stands(path)}}}).Code
}

// stands is what the desk says of a knob.
func (d desk) stands(path edit.Path) *string {
	d.Helper()
	for _, k := range d.values().Knobs {
		for _, f := range k.Forms {
			if f.Value.Path.String() == path.String() {
				return f.Value.Text
			}
		}
	}
	d.Fatalf("there is no knob %v", path)
	return nil
}

func TestAKnobIsWrittenWhereItBelongs(t *testing.T) {
	d := open(t)
	v := d.values()
	if len(v.Knobs) < 5 || v.Knobs[0].Name != "ring" || v.Knobs[0].Unit != "times" || v.Knobs[0].Own != "1" || len(v.Knobs[0].Forms) != 5 || *v.Knobs[0].Forms[1].Value.Max != 1.3 {
		t.Fatalf("the knobs are %+v", v.Knobs)
	}
	more, all, slow := "1.2", "1.1", "0.88"
	for _, step := range []struct {
		text *string
		path edit.Path
		want string
	}{
		{&more, edit.Path{"phone", "ring"}, "[phone]\nring = 1.2\n"},
		{&slow, edit.Path{"pour"}, "pour = 0.88\n\n[phone]\nring = 1.2\n"},
		{&all, edit.Path{"ring"}, "ring = 1.1\npour = 0.88\n\n[phone]\nring = 1.2\n"},
		{&all, edit.Path{"kiosk", "ring"}, "ring = 1.1\npour = 0.88\n\n[phone]\nring = 1.2\n\n[kiosk]\nring = 1.1\n"},
		{nil, edit.Path{"pour"}, "ring = 1.1\n\n[phone]\nring = 1.2\n\n[kiosk]\nring = 1.1\n"},
	} {
		if code := d.turn(step.text, step.path...); code != http.StatusOK || d.file(ringFile) != step.want {
			t.Errorf("%v answers %d and writes\n%s", step.path, code, d.file(ringFile))
		}
	}
	for _, k := range d.values().Knobs[:1] {
		if laptop := k.Forms[2]; laptop.Form != "laptop" || laptop.Value.Own != "1.1" || laptop.Value.Text != nil {
			t.Errorf("where it has no value of its own it is %+v", laptop)
		}
	}
	for range 5 {
		if w := d.ask("POST", Path+"undo", asked{}); w.Code != http.StatusOK {
			t.Fatalf("undone, got %d %s", w.Code, w.Body)
		}
	}
	if _, err := os.Stat(filepath.Join(d.dir, ringFile)); !os.IsNotExist(err) {
		t.Error("the file is left, with nothing in it")
	}
}

func TestAFileOfKnobsGoesWithItsLast(t *testing.T) {
	d := open(t)
	more := "1.2"
	for _, path := range []edit.Path{{"ring"}, {"phone", "ring"}} {
		if d.turn(&more, path...) != http.StatusOK || d.turn(nil, path...) != http.StatusOK {
			t.Fatal("it cannot be turned and turned back")
		}
		if _, err := os.Stat(filepath.Join(d.dir, ringFile)); !os.IsNotExist(err) {
			t.Errorf("it holds %q", d.file(ringFile))
		}
	}
	if w := d.ask("POST", Path+"undo", asked{}); w.Code != http.StatusOK || d.file(ringFile) != "[phone]\nring = 1.2\n" {
		t.Errorf("undone, got %d %s", w.Code, w.Body)
	}
}

func TestAKnobIsRefused(t *testing.T) {
	d := open(t)
	far := "9"
	w := d.ask("POST", Path+"edit", asked{Changes: []asks{{ringFile, edit.Path{"phone", "ring"}, &far, nil}}})
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "ring is 9, and goes from 0.7 to 1.3 times") || !strings.Contains(w.Body.String(), "ring = 1, its own value") {
		t.Errorf("too far, got %d %s", w.Code, w.Body)
	}
	for _, path := range []edit.Path{{"lines"}, {"hall", "ring"}, {"phone", "kiosk", "ring"}, {"aluminium.lines"}} {
		one := "1"
		if w := d.ask("POST", Path+"edit", asked{Changes: []asks{{ringFile, path, &one, nil}}}); w.Code != http.StatusBadRequest {
			t.Errorf("%v: got %d %s", path, w.Code, w.Body)
		}
	}
	words := "large"
	if w := d.ask("POST", Path+"edit", asked{Changes: []asks{{ringFile, edit.Path{"ring"}, &words, nil}}}); w.Code != http.StatusBadRequest {
		t.Errorf("no number, got %d %s", w.Code, w.Body)
	}
}

func TestAnEaseIsChosenByItsName(t *testing.T) {
	d := open(t)
	const file = "knobs/hydrogen.toml"
	ask := func(text string) (int, string) {
		w := d.ask("POST", Path+"edit", asked{Changes: []asks{{file, edit.Path{"plates-ease"}, &text, nil}}})
		return w.Code, w.Body.String()
	}
	if code, said := ask("cubic-inout"); code != http.StatusBadRequest || !strings.Contains(said, "is no ease: there are linear, quad-in, ") {
		t.Errorf("an unknown one, got %d %s", code, said)
	}
	if code, said := ask("2"); code != http.StatusBadRequest {
		t.Errorf("a number, got %d %s", code, said)
	}
	if code, said := ask("quad-in"); code != http.StatusOK || d.file(file) != "plates-ease = \"quad-in\"\n" {
		t.Errorf("got %d %s, and the file holds %q", code, said, d.file(file))
	}
}
