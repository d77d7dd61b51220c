package stage_test

import (
	"strings"
	"testing"

	"lianhua/assets"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// scale is a palette of one colour and one scale beside the story's.
type scale struct{ stage.Palette }

func (p scale) Tones(name string) []uint32 {
	if name == "slate" {
		return []uint32{0x000000FF, 0x808080FF, 0xFF0000FF}
	}
	return p.Palette.Tones(name)
}

func TestTonesLieOnTheirScale(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	th, err := stage.ThemeOf(scale{b.Themes()[0]})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]draw.Color{
		"slate-0": 0x000000FF, "slate-25": 0x404040FF, "slate-50": 0x808080FF, "slate-75": 0xC04040FF, "slate-100": 0xFF0000FF, "ink": th.Ink,
	} {
		if got, ok := th.Color(name); !ok || got != want {
			t.Errorf("%s is %08x, %v; want %08x", name, got, ok, want)
		}
	}
	for _, name := range []string{"", "slate", "slate-", "slate--1", "slate-101", "slate-07", "slate-5x", "chalk-50"} {
		if c, ok := th.Color(name); ok {
			t.Errorf("%q is a colour: %08x", name, c)
		}
	}
	if n := testing.AllocsPerRun(20, func() { th.Color("steel-100"); th.Color("steel-x") }); n > 0 {
		t.Errorf("asking for colours allocates %v times", n)
	}
}

func TestNightsAreDark(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Themes() {
		th, err := stage.ThemeOf(p)
		if err != nil {
			t.Fatal(err)
		}
		if night := th.Name == "night"; th.Dark() != night || (th.Night() == 1) != night {
			t.Errorf("%s is dark: %v, %d", th.Name, th.Dark(), th.Night())
		}
	}
}

func TestDrawingsThatLackSomethingAreRefused(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	p, err := stage.Produce(b, []stage.Scene{still{"first", "J08"}})
	if err != nil {
		t.Fatal(err)
	}
	good := &art.Set{Drawings: []art.Drawing{{Name: "first", Width: 1440, Height: 900, Colors: []string{"ink", "steel-40"}}}}
	if err := p.SetArt(0, good); err != nil {
		t.Fatal(err)
	}
	bad := &art.Set{Drawings: []art.Drawing{{Name: "first", Colors: []string{"ink", "slate-40"}}}}
	if err := p.SetArt(0, bad); err == nil || !strings.Contains(err.Error(), "slate-40") {
		t.Errorf("a colour that no theme has: %v", err)
	}
	if err := p.SetArt(0, &art.Set{Drawings: good.Drawings, Forms: [4]int{0, 0, 1, 0}}); err == nil || !strings.Contains(err.Error(), "kiosk") {
		t.Errorf("a form without a drawing: %v", err)
	}
	v := p.View(0, story.ZH, p.Themes[0], nil, geom.R(0, 0, 1440, 900))
	if v.Art == nil || v.Art.Drawing != &good.Drawings[0] {
		t.Error("what was refused has taken the place of what there was")
	}
	if again := p.View(0, story.ZH, p.Themes[0], nil, geom.R(0, 0, 1440, 900)); again.Art != v.Art {
		t.Error("a drawing is made anew for every view")
	}
}

func TestDrawingsGoOverToAnotherStory(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	scenes := []stage.Scene{still{"first", "J08"}, still{"second", "V01"}}
	packs := func(scene string) []byte {
		if scene != "second" {
			return nil
		}
		return art.Encode(&art.Set{Drawings: []art.Drawing{{Name: "second", Width: 1440, Height: 900, Colors: []string{"ink"}}}})
	}
	before, err := stage.Produce(b, scenes)
	if err == nil {
		err = before.Hang(packs)
	}
	if err != nil {
		t.Fatal(err)
	}
	after, err := stage.Produce(b, scenes)
	if err == nil {
		err = after.HangAs(before)
	}
	if err != nil {
		t.Fatal(err)
	}
	for scene, want := range []bool{false, true} {
		for _, p := range []*stage.Production{before, after} {
			if v := p.View(scene, story.ZH, p.Themes[0], nil, geom.R(0, 0, 1440, 900)); (v.Art != nil) != want {
				t.Errorf("scene %d has a drawing: %v, want %v", scene, v.Art != nil, want)
			}
		}
	}
	if err := after.Hang(func(string) []byte { return []byte("no pack") }); err == nil || !strings.Contains(err.Error(), "first") {
		t.Errorf("what is no pack is hung: %v", err)
	}
}
