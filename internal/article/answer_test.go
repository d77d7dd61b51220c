package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// topmost is the answer that a touch of a picture meets, by its place in them.
func topmost(all []answer, at geom.Pt, place func(*answer) geom.Rect) *answer {
	for i := len(all) - 1; i >= 0; i-- {
		if r := place(&all[i]); !r.Empty() && r.Has(at) {
			return &all[i]
		}
	}
	return nil
}

// TestWhatAPlayerAnswersTheArticleAnswers touches what there is to touch in each
// picture: where the player answers, the page answers with the same, for the most of it.
func TestWhatAPlayerAnswersTheArticleAnswers(t *testing.T) {
	const points, least = 8, 0.5
	a, _, err := article(story.ZH)
	if err != nil {
		t.Fatal(err)
	}
	marks := 0
	for i := range a.sections {
		s := &a.sections[i]
		for _, form := range []struct {
			shape shape
			place func(*answer) geom.Rect
		}{
			{wide(), func(b *answer) geom.Rect { return b.wide }},
			{upright(), func(b *answer) geom.Rect { return b.upright }},
		} {
			list, tree := a.settled(i, form.shape), new(dom.Tree)
			tree.Build(list)
			for _, n := range tree.Nodes {
				if !n.Role.Touchable() {
					continue
				}
				marks++
				own := slices.IndexFunc(s.answers, func(b answer) bool { return b.id == n.ID })
				if own < 0 {
					t.Errorf("%s, %s: the page has no %v", s.name, form.shape.suffix, n.ID)
					continue
				}
				hits, same := 0, 0
				for k := range points * points {
					at := n.Bounds.Intersect(list.Area).At((float64(k%points)+0.5)/points, (float64(k/points)+0.5)/points)
					if h := list.HitIndex(at); h < 0 || list.Marks[h].ID != n.ID {
						continue
					}
					hits++
					part := geom.P((at.X-list.Area.X)/list.Area.W, (at.Y-list.Area.Y)/list.Area.H)
					if b := topmost(s.answers, part, form.place); b != nil && (b.id == n.ID || b.text == s.answers[own].text) {
						same++
					}
				}
				if n.Role == draw.RoleSlider { // by its handle, of which the places above need not be
					part := form.place(&s.answers[own])
					if b := topmost(s.answers, part.Center(), form.place); b == nil || b.id != n.ID {
						t.Errorf("%s, %s: something lies over %v", s.name, form.shape.suffix, n.ID)
					}
					continue
				}
				if hits == 0 || float64(same) < least*float64(hits) {
					t.Errorf("%s, %s: of the %d places where the player answers for %v the page does in %d", s.name, form.shape.suffix, hits, n.ID, same)
				}
			}
		}
	}
	if marks < 150 {
		t.Errorf("only %d marks were touched", marks)
	}
}

// TestAnswersHaveTheirWords follows each link over a picture to what it says.
func TestAnswersHaveTheirWords(t *testing.T) {
	for _, lang := range story.Langs() {
		a, _, err := article(lang)
		if err != nil {
			t.Fatal(err)
		}
		page, err := a.Page("{{opening}}{{others}}", Frame{})
		if err != nil {
			t.Fatal(err)
		}
		picks := 0
		for i := range a.sections {
			s := &a.sections[i]
			for _, b := range s.answers {
				if b.wide.Empty() || b.upright.Empty() {
					t.Errorf("%s: %v is not in both pictures", s.name, b.id)
				}
				if b.leads || b.slider {
					continue
				}
				picks++
				entry := fmt.Sprintf("<div id=\"%s\"><dt>%s</dt><dd>%s", b.state, escaped(b.title), escaped(b.text))
				if strings.Count(page, entry) != 1 || b.name == "" || b.text == "" || !strings.Contains(page, `href="#`+b.state+`"`) {
					t.Errorf("%v, %s: nothing is told of %q: %s", lang, s.name, b.state, entry)
				}
				cite := " <small>" + escaped(b.source.Cite) + "</small>"
				if a.tabled(b.source.ID) {
					cite = ` <small><a href="#p-` + b.source.ID + `">` + escaped(b.source.Cite) + "</a></small>"
				}
				if b.source.ID != "" && !strings.Contains(page, entry+cite) {
					t.Errorf("%v, %s: %s does not tell its paragraph", lang, s.name, b.state)
				}
			}
		}
		if picks < 80 {
			t.Errorf("%v: only %d answers", lang, picks)
		}
	}
}

// TestTheMeanIsFoundWhereAPictureTellsIt holds the one rule that a page works by itself.
func TestTheMeanIsFoundWhereAPictureTellsIt(t *testing.T) {
	a, bundle, err := article(story.EN)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.sections {
		s := &a.sections[i]
		want, sliders := "", 0
		if s.name == "inspection" {
			want = bundle.In(story.EN).Words("inspection.mean")
		}
		for _, b := range s.answers {
			if b.slider {
				sliders++
			}
		}
		if s.mean != want || want != "" && sliders < 2 {
			t.Errorf("%s: the mean is called %q, of %d sliders", s.name, s.mean, sliders)
		}
	}
}

// TestWhatASliderReadsIsFound compares each of its values with what is written for the page.
func TestWhatASliderReadsIsFound(t *testing.T) {
	a, _, err := article(story.EN)
	if err != nil {
		t.Fatal(err)
	}
	i, _ := a.viewer.Deck.Index("aluminium")
	seen := 0
	for _, b := range a.sections[i].answers {
		if !b.slider {
			continue
		}
		for v := b.min; v <= b.max; v += b.step {
			tree := new(dom.Tree)
			tree.Build(a.touched(i, reading(), func(view *stage.View) { view.Inputs = view.Inputs.With(b.id, v) }))
			want := tree.Nodes[slices.IndexFunc(tree.Nodes, func(n dom.Node) bool { return n.ID == b.id })].Value
			said := ""
			for _, one := range b.says {
				if one.from <= v {
					said = one.words
				}
			}
			if said != want {
				t.Errorf("at %v it reads %q, the page says %q", v, want, said)
			}
			seen++
		}
	}
	if seen < 20 {
		t.Errorf("only %d values were read", seen)
	}
}
