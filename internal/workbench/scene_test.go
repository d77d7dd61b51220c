package workbench_test

import (
	"errors"
	"net/http"
	"testing"
)

func TestASceneIsBegunByWhoKnowsHow(t *testing.T) {
	b := open(t)
	if w := do(b, "scene", `{"name":"lantern","act":"yard"}`); w.Code != http.StatusNotFound {
		t.Errorf("where nobody knows: %d %s", w.Code, w.Body)
	}
	if acts := asked[struct{ Acts []any }](t, ask(b, "story.json")).Acts; len(acts) > 0 {
		t.Errorf("where nobody knows, the page offers %v", acts)
	}
	b.NewScene = func(name, act string) ([]string, error) {
		if name != "lantern" {
			return nil, errors.New("take small letters")
		}
		return []string{act + "/" + name}, nil
	}
	if got := asked[struct{ Files []string }](t, do(b, "scene", `{"name":"lantern","act":"yard"}`)); len(got.Files) != 1 || got.Files[0] != "yard/lantern" {
		t.Errorf("begun: %v", got)
	}
	if w := do(b, "scene", `{"name":"Lantern","act":"yard"}`); w.Code != http.StatusUnprocessableEntity || w.Body.String() != "take small letters\n" {
		t.Errorf("refused: %d %s", w.Code, w.Body)
	}
	if acts := asked[struct{ Acts []struct{ Name string } }](t, ask(b, "story.json")).Acts; len(acts) != 5 || acts[2].Name != "yard" {
		t.Errorf("the page offers %v", acts)
	}
}
