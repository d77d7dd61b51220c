package storyboard_test

import (
	"testing"

	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// A tally lights as many places as a figure counts, each once, and the sheets that a
// frame points to are made once.
func TestATallyIsAsManyAsItsFigureCounts(t *testing.T) {
	set := toySet()
	lines := new(geom.Path)
	for i := range 32 {
		y := 100 + 20*float64(i)
		lines.Move(100, y).Line(1300, y)
	}
	set.Drawings[0].Slots = append(set.Drawings[0].Slots,
		art.Slot{Name: "rows", Rect: lines.Bounds(), Path: lines}, art.Slot{Name: "pitch", Rect: geom.R(0, 0, 12, 20)}, art.Slot{Name: "mark", Rect: geom.R(0, 0, 6, 8)})
	tally := &storyboard.Tally{
		Name: "lamps", Figure: "innovation.firms", Slots: []string{"rows"}, Pitch: "pitch", Mark: "mark",
		Shape: func(p *geom.Path, at, size geom.Pt) { p.Rect(geom.RectAround(at, size.X, size.Y)) },
		Inks:  []draw.Color{draw.RGB(0xFFFFFF), draw.RGB(0xFFEEAA)}, Glow: draw.RGB(0xFF0000).Fade(0.2), Wide: 0.2,
	}
	b := &storyboard.Board{Parts: []storyboard.Part{tally.Unlit("ground"), tally.Lit("house")}}
	s := open(t, b)
	if err := s.SetArt(0, set); err != nil {
		t.Fatal(err)
	}
	f, _ := s.Bundle.In(story.ZH).Figure(tally.Figure)
	l := picture(t, s, 0)
	lit, at := mark(l, "lamps").Sheet, map[geom.Pt]bool{}
	for _, m := range lit.Marks[1:] { // behind them all the glow
		for i := 0; i < len(m.Path.Pts); i += 4 {
			at[m.Path.Pts[i]] = true
		}
	}
	if len(at) != f.Count() {
		t.Errorf("%d are lit, the figure counts %d", len(at), f.Count())
	}
	if dark := mark(l, "lamps/dark").Sheet.Marks[0]; len(dark.Path.Pts) != 4*32*101 {
		t.Errorf("there are %d places", len(dark.Path.Pts)/4)
	}
	if again := mark(picture(t, s, 1), "lamps").Sheet; again != lit {
		t.Error("the sheet is made for every frame")
	}
}
