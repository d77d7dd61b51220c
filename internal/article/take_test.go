package article

import (
	"strings"
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/dataset"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// aside is what a page offers to take away from a scene.
func aside(t *testing.T, page, scene string) string {
	t.Helper()
	_, rest, _ := strings.Cut(page, `<aside class="take" data-scene="`+scene+`"`)
	text, _, ok := strings.Cut(rest, "</aside>")
	if !ok {
		t.Fatalf("%s has nothing to take away", scene)
	}
	return text
}

// plain is what a reader sees of markup.
func plain(markup string) string {
	var out strings.Builder
	for i, piece := range strings.Split(markup, "<") {
		_, text, _ := strings.Cut(piece, ">")
		if i == 0 {
			text = piece
		}
		out.WriteString(text)
	}
	return out.String()
}

func TestCitationsReadWellWithoutScripts(t *testing.T) {
	bundle, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	faces, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ address, zh, en string }{
		{"", "链画. 一户一顶，铺满一面山坡[EB/OL].", "Lianhua. (n.d.). One roof a household, a hillside of them [Data set]."},
		{
			"https://example.org/l/", "链画. 一户一顶，铺满一面山坡[EB/OL]. https://example.org/l/households/.",
			"Lianhua. (n.d.). One roof a household, a hillside of them [Data set]. https://example.org/l/en/households/",
		},
	} {
		a, err := New(bundle, faces, scenes.All(), assets.Pack, story.EN, dataset.Site{Address: test.address})
		if err != nil {
			t.Fatal(err)
		}
		page, err := a.Page("{{opening}}{{others}}", Frame{Root: "../"})
		if err != nil {
			t.Fatal(err)
		}
		take := aside(t, page, "households")
		for style, want := range map[string]string{"gbt7714": test.zh, "english": test.en} {
			_, rest, _ := strings.Cut(take, `<p class="cite" data-style="`+style+`" lang="`)
			_, rest, _ = strings.Cut(rest, ">")
			cite, _, _ := strings.Cut(rest, "</p>")
			if got := plain(cite); got != want {
				t.Errorf("%s reads %q, want %q", style, got, want)
			}
			if strings.Count(cite, `<span class="accessed"`) != 1 || strings.Count(cite, `<span class="address"`) != 1 {
				t.Errorf("%s lacks its places: %s", style, cite)
			}
			// A script makes the address from the page's where it is not known.
			if known := test.address != ""; known == strings.Contains(cite, `class="address" data-form=`) || !strings.Contains(cite, `data-page="../`) {
				t.Errorf("with the address %q: %s", test.address, cite)
			}
		}
		for _, name := range []string{"../data/households.csv", "../data/households.json"} {
			if !strings.Contains(take, `href="`+name+`" download`) {
				t.Errorf("no %s in %s", name, take)
			}
		}
		if all := aside(t, page, "sources"); !strings.Contains(all, "data/lianhua-figures.zip") || !strings.Contains(all, "data/figures.json") {
			t.Errorf("the sources give %s", all)
		}
		if cover := aside(t, page, "cover"); strings.Contains(cover, "data/") {
			t.Errorf("the cover has no figures, and gives %s", cover)
		}
	}
}
