package page

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
)

// desk is a scene of one part.
type desk struct{ part storyboard.Part }

func (desk) Name() string       { return "desk" }
func (desk) Beats() []anim.Beat { return []anim.Beat{{Name: "only", Move: 1}} }
func (d desk) Draw(l *draw.List, v stage.View) {
	(&storyboard.Board{Parts: []storyboard.Part{d.part}}).Draw(l, &v)
}

// shown is the part in a drawing of its layer and the slots.
func shown(t *testing.T, part storyboard.Part, slots ...art.Slot) *draw.List {
	t.Helper()
	s := previewtest.Open(t, desk{part})
	if err := s.SetArt(0, previewtest.Sketch([]string{part.Layer}, slots...)); err != nil {
		t.Fatal(err)
	}
	return previewtest.Drawn(t, s, preview.Moment{Lang: story.ZH, Area: geom.R(0, 0, 1440, 900)})
}

// Each figure that a place states has its dot: where its number stands, or in the middle
// of the place if the drawing does not know it.
func TestEachFigureHasItsDot(t *testing.T) {
	const source, known = "V08", "households.rebuilt"
	box := geom.R(100, 100, 400, 60)
	for _, come := range []float64{0, 1} {
		want := 0
		l := shown(t, storyboard.Part{Layer: "boxes", Draw: func(l *draw.List, v stage.View, at storyboard.Spot) {
			want = stated(v.Story, source)
			dots := Found{Size: 5, Come: come, Ink: func(_ stage.View, figure string) (draw.Color, int, bool) {
				if figure == known {
					return draw.RGB(0xB04F38), 1, false
				}
				return draw.RGB(0x18645B), 2, false
			}}
			dots.Draw(l, &v, at, draw.Name("place"), source, box)
		}}, art.Slot{Name: known, Rect: geom.R(150, 110, 30, 10)})
		if want < 2 {
			t.Fatalf("%s states %d figures", source, want)
		}
		dots := 0
		for i := range l.Marks {
			if m := &l.Marks[i]; m.ID.Name == "place" && m.ID.Part == "drawn" {
				n := previewtest.Contours(m.Path)
				dots += n
				at := box.Center()
				if m.ID.K == 1 {
					at = geom.P(150, 110)
				}
				if !m.Path.Contains(at) {
					t.Errorf("%v has no dot at %v", m.ID, at)
				}
			}
		}
		if come == 0 {
			want = 0
		}
		if dots != want {
			t.Errorf("come %v: %d dots for %d figures", come, dots, want)
		}
	}
}

// What is said to a question stands below it where both have room, and else the question
// stands alone.
func TestAQuestionKeepsItsAnswerWhereThereIsRoom(t *testing.T) {
	q := Question{Slot: "words", Ask: "sources.ask.paper", Answer: "sources.unsaid.paper", Ink: draw.RGB(0x1C1B1A), Replying: draw.RGB(0x8A3A24)}
	for height, both := range map[float64]bool{300: true, 20: false} {
		l := shown(t, q.Part("window"), art.Slot{Name: "words", Rect: geom.R(100, 100, 240, height), Size: 20})
		asked, answered := 0, 0
		for i := range l.Marks {
			switch m := &l.Marks[i]; m.ID.Part {
			case "ask":
				asked++
			case "answer":
				answered++
			}
		}
		if asked == 0 || answered > 0 != both {
			t.Errorf("in %v pixels there are %d marks of the question and %d of its answer", height, asked, answered)
		}
	}
}
