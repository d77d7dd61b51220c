package workbench_test

import (
	"math"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

type laid struct {
	File   string
	Design [2]float64
	Scale  float64
	Slots  []struct {
		ID  string
		Box [4]float64
		At  [2]float64
	}
}

// What the page draws over a picture is what stands in the file, laid as the picture is.
func TestSlotsLieWhereTheirFileHasThem(t *testing.T) {
	b := open(t)
	s, _ := sources()
	for query, want := range map[string]struct {
		file       string
		scale      float64
		own, other string // a slot that the language has, and one that it has not
	}{
		"scene=aluminium&form=laptop&lang=en": {"art/aluminium.svg", 1, "alloy-note.en", "alloy-note"},
		"scene=aluminium&form=phone&lang=zh":  {"art/aluminium.phone.svg", 1, "firms-grid", "firms-grid.en"},
		"scene=aluminium&form=wall&lang=en":   {"art/aluminium.svg", 2.4, "primary.en", "primary"}, // as high as its design, and wider
	} {
		got := asked[laid](t, ask(b, "slots.json?"+query))
		if got.File != want.file || math.Abs(got.Scale-want.scale) > 1e-9 || len(got.Slots) < 20 {
			t.Errorf("%s: %s at %g with %d slots, want %s at %g", query, got.File, got.Scale, len(got.Slots), want.file, want.scale)
		}
		svg, err := os.ReadFile(filepath.Join(s.module.Root, "assets", got.File))
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, slot := range got.Slots {
			seen[slot.ID] = true
			rect := regexp.MustCompile(`<rect id="` + regexp.QuoteMeta(slot.ID) + `" x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"`).FindSubmatch(svg)
			for i := range 4 {
				if rect == nil {
					break
				}
				if n, err := strconv.ParseFloat(string(rect[i+1]), 64); err != nil || math.Abs(n-slot.Box[i]) > 0.1 {
					t.Errorf("%s: %s has %v, its file %s", query, slot.ID, slot.Box, rect[0])
					break
				}
			}
		}
		if !seen[want.own] || seen[want.other] {
			t.Errorf("%s: %s is there: %v, %s: %v", query, want.own, seen[want.own], want.other, seen[want.other])
		}
	}
	if got := asked[laid](t, ask(b, "slots.json?scene=aluminium&form=wall")); got.Slots[0].At == [2]float64{} {
		t.Error("on a wall the drawing begins in the corner, though it is narrower")
	}
}

// A slot that is dragged is seen where its file would have it.
func TestAPictureShowsASlotAsItIsDragged(t *testing.T) {
	c := commit(t)
	c.take(t, false)
	const query = "picture.png?scene=aluminium&beat=4&form=laptop&lang=en&theme=day&width=720"
	before := decoded(t, ask(c, query))
	dragged := decoded(t, ask(c, query+"&slot=alloy&box=700,130,320,24"))
	if equal(before, dragged) {
		t.Error("dragged, it is seen where it was")
	}
	if !equal(before, decoded(t, ask(c, query))) {
		t.Error("the drawing has kept what was only asked for")
	}
	c.change(t, "assets/art/aluminium.svg", `<rect id="alloy" x="836" y="100" width="300"`, `<rect id="alloy" x="700" y="130" width="320"`)
	c.take(t, false)
	if !equal(dragged, decoded(t, ask(c, query))) {
		t.Error("dragged, it is seen elsewhere than its file then has it")
	}
	if !equal(dragged, decoded(t, ask(c, query+"&slot=nothing&box=1,2,3,4"))) {
		t.Error("a slot that there is not changes the picture")
	}
	for _, box := range []string{"", "1,2,3", "1,2,3,x", "1,2,-3,4", "NaN,2,3,4"} {
		if w := ask(c, query+"&slot=alloy&box="+box); w.Code != http.StatusBadRequest {
			t.Errorf("the box %q: %d", box, w.Code)
		}
	}
}
