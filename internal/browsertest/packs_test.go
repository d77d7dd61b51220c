package browsertest

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"lianhua/internal/art"
	"lianhua/internal/build"
	"lianhua/internal/build/publish"
	"lianhua/internal/geom"
	"lianhua/scenes"
)

// drawnHost is a host of the site as hosts have it, on which every scene has
// drawings: a square; or what the scene is given in their place.
func drawnHost(t *testing.T, other map[string][]byte) *faulty {
	t.Helper()
	shape := art.Shape{M: geom.Identity(), Clip: -1, Paint: art.Paint{Opacity: 1}}
	shape.Path.Rect(geom.Rect{X: 10, Y: 10, W: 100, H: 100})
	square := art.Encode(&art.Set{Drawings: []art.Drawing{{
		Name: "square", Width: 1440, Height: 900, Colors: []string{"ink"},
		Layers: []art.Layer{{Name: "ground", Parent: -1, Clip: -1, Items: []art.Item{{Layer: -1, Shape: shape}}}},
	}}})
	parts := slices.DeleteFunc(asBuilt(t), func(p build.File) bool {
		_, pack := build.PackOf(p.Name)
		return pack
	})
	for _, scene := range order() {
		pack := square
		if p, ok := other[scene]; ok {
			pack = p
		}
		parts = append(parts, build.NewFile(build.PackName(scene), pack))
	}
	parts, err := publish.Files(parts)
	if err != nil {
		t.Fatal(err)
	}
	h := hostOf(t, parts)
	h.fails("sw.js", always(status(http.StatusNotFound))...) // its fetches would be counted
	return h
}

// order is that of the scenes in the story.
func order() []string {
	var names []string
	for _, s := range scenes.All() {
		names = append(names, s.Name())
	}
	return names
}

// packs are the scenes whose packs were asked for, in the order of the answers.
func (h *faulty) packs() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	var out []string
	for _, r := range h.asked {
		if scene, ok := build.PackOf(r.name); ok {
			out = append(out, scene)
		}
	}
	return out
}

// Drawings come in the order in which a reader wants them: those of the scene that
// the address names before the story begins, of the scenes after it, of those before.
func TestDrawingsComeAheadOfTheReader(t *testing.T) {
	t.Parallel()
	h := drawnHost(t, nil)
	story := order()
	at := slices.Index(story, "hydrogen")
	if at < 1 || at == len(story)-1 {
		t.Fatalf("hydrogen stands at an end of %q", story)
	}
	p := open(t, visit{base: h.URL, path: "en/#hydrogen/2", generous: true})
	p.ready()
	if got := h.packs(); len(got) == 0 || got[0] != "hydrogen" {
		t.Errorf("before the story began, the drawings of %q have come", got)
	}
	before := slices.Clone(story[:at])
	slices.Reverse(before)
	want := slices.Concat(story[at:], before)
	h.until("all drawings", func() bool { return len(h.packs()) >= len(want) })
	if got := h.packs(); !slices.Equal(got, want) {
		t.Errorf("drawings come as %q, want %q", got, want)
	}
	if got := strings.Join(p.complaints(), "\n"); strings.Contains(got, "drawings") {
		t.Errorf("the console complains: %s", got)
	}
}

// A reader who saves data pays for the scene at hand and the next; the contents show
// the others by the article's small pictures.
func TestWhoSavesDataGetsTheNextDrawingsOnly(t *testing.T) {
	t.Parallel()
	h := drawnHost(t, nil)
	story := order()
	p := open(t, visit{base: h.URL, path: "en/", media: calm})
	p.ready()
	h.until("the drawings at hand and the next", func() bool { return len(h.packs()) >= 2 })
	eval[bool](p, `lianhua.goto("#water/1")`)
	p.settled()
	h.until("those where the reader is", func() bool { return len(h.packs()) >= 4 })
	at := slices.Index(story, "water")
	if got, want := slices.Sorted(slices.Values(h.packs())), slices.Sorted(slices.Values([]string{story[0], story[1], story[at], story[at+1]})); !slices.Equal(got, want) {
		t.Errorf("the drawings of %q come, want %q", got, want)
	}
	eval[bool](p, `(document.getElementById("to-contents").click(), true)`)
	small := func(scene string) string {
		return `document.querySelector('.mark[data-id="contents/` + scene + `"] > picture img')`
	}
	p.until(small("aluminium")+` === null && `+small("sources")+`?.naturalWidth > 0`, `document.getElementById("marks")?.innerHTML`)
	if got := eval[string](p, small("sources")+".currentSrc"); !strings.Contains(got, ".small.") {
		t.Errorf("in the contents stands %s", got)
	}
	p.settled()
	if got := len(h.packs()); got != 4 {
		t.Errorf("the contents fetch drawings: %q", h.packs())
	}
}

// What does not come, or is not what it should be, is no reason not to begin; it is
// asked for again when the reader is there.
func TestAStoryBeginsWithoutItsDrawings(t *testing.T) {
	t.Parallel()
	h := drawnHost(t, map[string][]byte{"cover": []byte("rubbish that the build holds to be a pack")})
	h.fails(build.PackName("hydrogen"), always(status(http.StatusInternalServerError))[:4]...)
	p := open(t, visit{base: h.URL, path: "en/", before: impatient, generous: true})
	p.ready()
	p.says("drawings of cover", "does not begin as a pack")
	h.until("all drawings but those that fail", func() bool {
		return strings.Count(strings.Join(h.packs(), " "), "hydrogen") == 4 && slices.Contains(h.packs(), order()[len(order())-1])
	})
	// Meanwhile the article's picture stands where they will.
	release := make(chan struct{})
	h.fails(build.PackName("hydrogen"), func(w *answer, r *http.Request, part build.File) {
		<-release
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(part.Content))
	})
	standsIn := `(() => {
		const b = document.querySelector("#hydrogen figure img").getBoundingClientRect();
		return getComputedStyle(document.querySelector("#hydrogen .text")).clipPath === "none" && b.width > innerWidth / 2 && b.top > 0 && b.bottom < innerHeight;
	})()`
	eval[bool](p, `lianhua.goto("#hydrogen/1")`)
	p.until(standsIn, `document.getElementById("hydrogen").className`)
	if !eval[bool](p, `(document.getElementById("hydrogen-title").focus(), document.activeElement.id === "hydrogen-title" && `+standsIn+`)`) {
		t.Error("the keys have no heading to stand on while the drawings are late")
	}
	close(release)
	p.until(`!`+standsIn, `document.getElementById("hydrogen").className`)
	h.until("the drawings that failed", func() bool { return strings.Count(strings.Join(h.packs(), " "), "hydrogen") == 5 })
	p.until(`lianhua.state().scene === "hydrogen"`, `lianhua.state()`)
}
