package zhongshan

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"lianhua/assets"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func TestAllStagesAreEquallyWide(t *testing.T) {
	for _, d := range previewtest.Drawings(t, "zhongshan").Drawings {
		wide := 0.0
		for i := range openings {
			k, ok := d.Slot(draw.Nth("bay", i+1).String(), "zh")
			if !ok {
				t.Fatalf("%s: stage %d has no opening", d.Name, i+1)
			}
			r := d.Slots[k].Rect
			if wide == 0 {
				wide = r.W
			}
			if math.Abs(r.W-wide) > 0.2 {
				t.Errorf("%s: stage %d is %.1f wide, the first %.1f", d.Name, i+1, r.W, wide)
			}
		}
		if _, ok := d.Slot(draw.Nth("bay", len(openings)+1).String(), "zh"); ok {
			t.Errorf("%s: there are more stages than words", d.Name)
		}
	}
}

// There are as many stages as the page says, on every screen, and each has its words.
func TestAsManyStagesAsThePageSays(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, lang := range story.Langs() {
		words := s.Bundle.In(lang)
		fig, _ := words.Figure(stagesID)
		for _, size := range preview.Sizes() {
			var l draw.List
			s.Draw(&l, s.Settled(0, 1, lang, s.Themes[0], size.Area))
			stages, told := 0, 0
			for i := range l.Marks {
				m := &l.Marks[i]
				if m.ID.Name == "stage" && m.Sem.Role == draw.RoleButton {
					stages++
				}
				if m.ID.Name == "plaque" && m.Kind == draw.KindText {
					told++
				}
			}
			if stages != fig.Count() || told != fig.Count() {
				t.Errorf("%s, %s: %d stages and %d plaques, the page says %s", size.Name, lang, stages, told, fig.Text)
			}
		}
		for _, key := range []string{"zhongshan.deck", "zhongshan.lead"} {
			if text := words.Words(key); lang == story.EN && !strings.Contains(text, "Zhongshan Town") {
				t.Errorf("%s does not say that Zhongshan is a town: %q", key, text)
			}
		}
	}
}

// curtains are the extents of the halves that hang, and how light they are.
func curtains(l *draw.List) (wide []float64, ink []draw.Color) {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.ID.Name == "curtain" && m.ID.Part == "" && m.Kind == draw.KindShape {
			wide, ink = append(wide, l.Bounds(i).W), append(ink, m.Paint.Ramp.Stops[0].Color)
		}
	}
	return wide, ink
}

// The page gives the stages no order: at every moment they are open and lit alike, and
// none is before the moon is full.
func TestNoStageIsFirst(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	lit, _ := time.Index(beatLit)
	for _, size := range preview.Sizes() {
		closed, last := 0.0, 0.0
		for k := 0; k <= 60; k++ {
			now := time.End(lit) * float64(k) / 60
			var l draw.List
			s.Draw(&l, preview.Moment{Now: now, Area: size.Area})
			wide, ink := curtains(&l)
			if len(wide) != 2*len(openings) {
				t.Fatalf("%s: %d halves of curtains", size.Name, len(wide))
			}
			for i := range wide {
				if math.Abs(wide[i]-wide[0]) > 0.5 || ink[i] != ink[0] {
					t.Fatalf("%s, %.2f s: curtain %d hangs otherwise than the first", size.Name, now, i+1)
				}
			}
			if k == 0 {
				closed = wide[0]
			}
			if v := s.View(preview.Moment{Now: now, Area: size.Area}); month(&v) < 0.5 && wide[0] < closed-0.01 {
				t.Fatalf("%s, %.2f s: a curtain opens before the full moon", size.Name, now)
			}
			last = wide[0]
		}
		if last > closed*0.5 {
			t.Errorf("%s: at last the curtains are still %.0f wide, closed they are %.0f", size.Name, last, closed)
		}
	}
}

// All the lanterns send their light out at the same moment, as far as one another.
func TestAllLanternsLightTogether(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	lit, _ := time.Index(beatLit)
	for _, size := range preview.Sizes() {
		seen := false
		for k := 0; k <= 40; k++ {
			now := time.Start(lit) + float64(k)/40*(time.End(lit)-time.Start(lit))
			var l draw.List
			s.Draw(&l, preview.Moment{Now: now, Area: size.Area})
			wide, most := 0.0, map[int]float64{}
			for i := range l.Marks {
				if m := &l.Marks[i]; m.ID.Name == "ring" {
					lamp := (m.ID.N - 1) / 3
					most[lamp] = max(most[lamp], l.Bounds(i).W)
				}
			}
			for _, w := range most {
				if wide == 0 {
					wide = w
				}
				if math.Abs(w-wide) > 0.5 {
					t.Fatalf("%s, %.2f s: rings are %.1f and %.1f wide", size.Name, now, w, wide)
				}
			}
			if n := len(most); n > 0 {
				seen = true
				if n%len(openings) != 0 {
					t.Fatalf("%s, %.2f s: %d lanterns for %d stages", size.Name, now, n, len(openings))
				}
			}
		}
		if !seen {
			t.Errorf("%s: no lantern lights", size.Name)
		}
	}
}

// Nobody stands on a stage or before it: no layer and no mark is a person.
func TestNobodyIsShown(t *testing.T) {
	set, err := art.Decode(assets.Pack("zhongshan"))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range set.Drawings {
		for i := range d.Layers {
			for _, word := range []string{"person", "people", "crowd", "figure", "man"} {
				if d.Layers[i].Name == word {
					t.Errorf("%s: there is a layer %q", d.Name, word)
				}
			}
		}
	}
}

// A picked stage is alone: its curtains stay, those of the others close; the drum is
// beaten only for its own.
func TestAPickedStageIsAlone(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for pick := range openings {
			v := s.View(s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
			v.Picked, v.Clock = stage.Touch{ID: draw.Nth("stage", pick+1), Since: 9}, 9.6
			var l draw.List
			s.DrawView(&l, 0, v)
			wide, _ := curtains(&l)
			for i := range openings {
				if i != pick && wide[2*i] < 1.5*wide[2*pick] {
					t.Errorf("%s: while stage %d is picked, stage %d is as open", size.Name, pick+1, i+1)
				}
			}
			if beaten := l.Find(draw.Nth("beaten", 1)) >= 0; beaten != (openings[pick] == "contest") {
				t.Errorf("%s: the drum is beaten for stage %d: %v", size.Name, pick+1, beaten)
			}
		}
	}
}

// The cat answers to a finger by itself, and tells what the page does not.
func TestTheCatAnswers(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 1, story.EN, s.Themes[0], size.Area))
		k := l.Find(draw.Name("cat"))
		if k < 0 {
			t.Fatalf("%s: there is no cat", size.Name)
		}
		if id, ok := l.Hit(l.Bounds(k).Center()); !ok || id != draw.Name("cat") {
			t.Errorf("%s: a touch on the cat works %v", size.Name, id)
		}
	}
}

func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, now := range []float64{2, 6.8, 12} {
			v := s.View(preview.Moment{Now: now, Lang: story.EN, Area: size.Area})
			v.Picked, v.Clock = stage.Touch{ID: draw.Nth("stage", 3), Since: 9}, 9.5
			previewtest.Steady(t, s, v, fmt.Sprintf("%s, %.1f s", size.Name, now))
		}
	}
}

// The moon's bright side is to the right while it waxes, and all of it when full.
func TestTheMoonRounds(t *testing.T) {
	s := previewtest.Open(t, New())
	area := geom.R(0, 0, 1440, 900)
	before := 0.0
	for k := 1; k <= 20; k++ {
		v := s.View(preview.Moment{Now: s.Deck.Slots[0].Time.Length() * float64(k) / 20, Area: area})
		if m := month(&v); m < before || m > 0.5 {
			t.Fatalf("the month goes from %.3f to %.3f", before, m)
		} else {
			before = m
		}
	}
	if before != 0.5 {
		t.Errorf("at last the moon is at %.3f of the month, full at a half", before)
	}
}
