package tally_test

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
	"lianhua/scenes/innovation/tally"
)

// quay is a scene of a storyboard.
type quay struct{ board *storyboard.Board }

func (quay) Name() string                      { return "quay" }
func (quay) Beats() []anim.Beat                { return []anim.Beat{{Name: "only", Move: 1}} }
func (q quay) Draw(l *draw.List, v stage.View) { q.board.Draw(l, &v) }

// A tally lights as many places as a figure counts, each once, and the sheets that a
// frame points to are made once.
func TestATallyIsAsManyAsItsFigureCounts(t *testing.T) {
	lines := new(geom.Path)
	for i := range 32 {
		y := 100 + 20*float64(i)
		lines.Move(100, y).Line(1300, y)
	}
	set := previewtest.Sketch([]string{"towers"},
		art.Slot{Name: "rows", Rect: lines.Bounds(), Path: lines}, art.Slot{Name: "pitch", Rect: geom.R(0, 0, 12, 20)}, art.Slot{Name: "mark", Rect: geom.R(0, 0, 6, 8)})
	lamps := &tally.Tally{
		Name: "lamps", Figure: "innovation.firms", Slots: []string{"rows"}, Pitch: "pitch", Mark: "mark",
		Shape: func(p *geom.Path, at, size geom.Pt) { p.Rect(geom.RectAround(at, size.X, size.Y)) },
		Inks:  []draw.Color{draw.RGB(0xFFFFFF), draw.RGB(0xFFEEAA)}, Glow: draw.RGB(0xFF0000).Fade(0.2), Wide: 0.2,
	}
	b := &storyboard.Board{Parts: []storyboard.Part{lamps.Unlit("towers"), lamps.Lit("towers")}}
	s := previewtest.Open(t, quay{b})
	if err := s.SetArt(0, set); err != nil {
		t.Fatal(err)
	}
	f, _ := s.Bundle.In(story.ZH).Figure(lamps.Figure)
	sheet := func(now float64, id draw.ID) *draw.Sheet {
		l := previewtest.Drawn(t, s, preview.Moment{Now: now, Lang: story.ZH, Area: geom.R(0, 0, 1440, 900)})
		i := l.Find(id)
		if i < 0 {
			t.Fatalf("there is no %v", id)
		}
		return l.Marks[i].Sheet
	}
	lit, at := sheet(0, draw.Name("lamps")), map[geom.Pt]bool{}
	for _, m := range lit.Marks[1:] { // behind them all the glow
		for i := 0; i < len(m.Path.Pts); i += 4 {
			at[m.Path.Pts[i]] = true
		}
	}
	if len(at) != f.Count() {
		t.Errorf("%d are lit, the figure counts %d", len(at), f.Count())
	}
	if dark := sheet(0, draw.Name("lamps").Sub("dark")).Marks[0]; len(dark.Path.Pts) != 4*32*101 {
		t.Errorf("there are %d places", len(dark.Path.Pts)/4)
	}
	if again := sheet(1, draw.Name("lamps")); again != lit {
		t.Error("the sheet is made for every frame")
	}
}
