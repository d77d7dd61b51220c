package scenes_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"lianhua/assets"
	"lianhua/internal/decimal"
	"lianhua/internal/draw"
	"lianhua/internal/ledger"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/proof"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// corrections are by how much figures are changed: into nothing, a little, and
// far beyond what scenes were composed for.
func corrections() []string {
	return []string{"0", "0.1", "0.5", "1.01", "1.5", "3", "10", "1000000", "-1"}
}

// corrected is the story with one figure multiplied.
func corrected(b *story.Bundle, id string, by decimal.Decimal) (*story.Bundle, bool) {
	r := b.Records()
	r.Figures = slices.Clone(r.Figures)
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.ID != id {
			continue
		}
		fits := true
		for _, d := range []*decimal.Decimal{&f.Value, &f.ValueEN, &f.Base} {
			scaled, ok := d.Mul(by)
			*d, fits = scaled.Reduce(), fits && ok
		}
		if !fits {
			return nil, false // nobody could write it
		}
	}
	next, err := story.New(r)
	return next, err == nil
}

// shown are the figures that a scene shows on any screen.
func shown(s *preview.Viewer, scene int) []string {
	var ids []string
	var l draw.List
	slot := &s.Deck.Slots[scene]
	if f, ok := slot.Scene.(stage.Figured); ok {
		ids = append(ids, f.Figures()...)
	}
	for b := range slot.Time.Beats {
		for _, size := range preview.Sizes() {
			s.Draw(&l, s.Settled(scene, b, story.ZH, nil, size.Area))
			for _, e := range ledger.Of(&l).Entries {
				ids = append(ids, e.Figure)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Whatever a figure is corrected to, the scene draws it, or says beforehand that
// it has no room for so many marks.
func TestCorrectedFiguresAreDrawn(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		name := s.Deck.Slots[scene].Scene.Name()
		ids := shown(s, scene)
		if name == "sources" {
			ids = ids[:1] // it sets each as a line of a table, by the same rule
		}
		for _, id := range ids {
			for _, text := range corrections() {
				by, err := decimal.Parse(text)
				if err != nil {
					t.Fatal(err)
				}
				b, ok := corrected(s.Bundle, id, by)
				if !ok || len(stage.Excesses(b, scenes.All())) > 0 {
					if text == "1.01" {
						t.Errorf("%s: one per cent more is refused", id)
					}
					continue
				}
				next, err := preview.New(b, s.Fonts, scenes.All(), nil)
				if err == nil {
					err = next.HangAs(s.Production)
				}
				if err != nil {
					t.Fatal(err)
				}
				if f := proof.Scene(next, scene); f != nil {
					t.Errorf("%s × %s: %v", id, text, f)
				}
			}
		}
	})
}

// A title far longer than any that scenes were composed for.
func TestLongTitlesAreDrawn(t *testing.T) {
	s := previewtest.Open(t, scenes.All()...)
	r := s.Bundle.Records()
	r.Copy = slices.Clone(r.Copy)
	for i := range r.Copy {
		c := &r.Copy[i]
		if strings.HasSuffix(c.Key, ".title") || strings.HasSuffix(c.Key, ".deck") || strings.HasSuffix(c.Key, ".chapter") {
			c.Text = story.Both{ZH: strings.Repeat(c.Text.ZH, 12), EN: strings.Repeat(c.Text.EN+" ", 12)}
		}
	}
	b, err := story.New(r)
	if err != nil {
		t.Fatal(err)
	}
	next, err := preview.New(b, s.Fonts, scenes.All(), assets.Pack)
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for i := range next.Deck.Slots {
		wait.Go(func() {
			if f := proof.Scene(next.Clone(), i); f != nil {
				t.Error(f)
			}
		})
	}
	wait.Wait()
}
