package stage_test

import (
	"slices"
	"testing"

	"lianhua/assets"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// A story that comes with other words shares what was made of the drawings; one with
// another colour makes its own where the colour is.
func TestDrawingsAreMadeOnceForStoriesOfTheSameColours(t *testing.T) {
	shown := func(change func(*story.Records)) *stage.Production {
		b, err := story.Decode(assets.Story)
		if err != nil {
			t.Fatal(err)
		}
		r := b.Records()
		change(&r)
		if b, err = story.New(r); err != nil {
			t.Fatal(err)
		}
		p, err := stage.Produce(b, []stage.Scene{still{"hydrogen", "J08"}})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	art := func(p *stage.Production, theme string) *stage.Art {
		i, _ := p.Theme(theme)
		v := p.View(0, story.ZH, p.Themes[i], nil, geom.R(0, 0, 360, 640))
		if v.Art == nil {
			t.Fatal("there is no drawing")
		}
		return v.Art
	}
	first := shown(func(*story.Records) {})
	if err := first.Hang(assets.Pack); err != nil {
		t.Fatal(err)
	}
	day, night := art(first, "day"), art(first, "night")
	words := shown(func(r *story.Records) { r.Figures[0].Period.ZH += "。" })
	coloured := shown(func(r *story.Records) {
		r.Themes = slices.Clone(r.Themes)
		for i := range r.Themes {
			if r.Themes[i].Name == "day" {
				r.Themes[i].Colors = slices.Clone(r.Themes[i].Colors)
				for k := range r.Themes[i].Colors {
					r.Themes[i].Colors[k].RGBA ^= 0x01010100
				}
			}
		}
	})
	for _, p := range []*stage.Production{words, coloured} {
		if err := p.HangAs(first); err != nil {
			t.Fatal(err)
		}
	}
	if art(words, "day") != day || art(words, "night") != night {
		t.Error("with other words the drawings are made once more")
	}
	if art(coloured, "day") == day || art(coloured, "night") != night {
		t.Error("with another colour by day, that is not seen by day, or makes the night anew")
	}
}
