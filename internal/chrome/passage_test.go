package chrome_test

import (
	"math"
	"strings"
	"testing"

	"lianhua/internal/chrome"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

func passage(v *stage.View, act string, shut float64) *draw.List {
	var l draw.List
	l.Reset(v.Area, v.Theme.Ground)
	chrome.Passage(&l, v, &play.Passage{Act: act, Shut: shut})
	return &l
}

// hole is the radius of what a passage shows of the scene.
func hole(t *testing.T, v *stage.View, act string, shut float64) float64 {
	t.Helper()
	l := passage(v, act, shut)
	m := &l.Marks[l.Find(draw.Name("passage").Sub("around"))]
	least := math.Inf(1)
	for _, p := range m.Path.Pts {
		least = min(least, p.Dist(v.Area.Center()))
	}
	return least
}

func TestAPassageBeginsOutsideThePictureAndClosesSteadily(t *testing.T) {
	s := previewtest.Open(t, still{})
	for _, size := range preview.Sizes() {
		v := s.View(preview.Moment{Area: size.Area})
		corner := math.Hypot(v.Area.W, v.Area.H) / 2
		if r := hole(t, &v, "roots", 0); r < corner {
			t.Errorf("%s: a passage that has not begun shows %.0f of %.0f", size.Name, r, corner)
		}
		last := math.Inf(1)
		for i := range 21 {
			r := hole(t, &v, "roots", float64(i)/20)
			if r >= last {
				t.Errorf("%s: the ring grows from %.1f to %.1f while it closes", size.Name, last, r)
			}
			last = r
		}
		if least := min(v.Area.W, v.Area.H); last > least/4 {
			t.Errorf("%s: the closed ring shows %.0f of a picture of %.0f", size.Name, last, least)
		}
	}
}

func TestAPassageNamesTheActInThePicture(t *testing.T) {
	s := previewtest.Open(t, still{})
	sizes := append(preview.Sizes(), preview.Size{Name: "least", Area: geom.R(0, 0, 300, 300)}, preview.Size{Name: "low", Area: geom.R(0, 0, 844, 340)})
	for _, size := range sizes {
		for _, lang := range story.Langs() {
			v := s.View(preview.Moment{Lang: lang, Area: size.Area})
			for _, act := range scenes.Acts() {
				l := passage(&v, act.Name, 1)
				var said []string
				for i := range l.Marks {
					m := &l.Marks[i]
					if m.Kind != draw.KindText {
						continue
					}
					said = append(said, m.Run.Text)
					if !v.Area.Contains(l.Bounds(i)) {
						t.Errorf("%s, %v: %q stands at %.0f of %.0f", size.Name, lang, m.Run.Text, l.Bounds(i), v.Area)
					}
				}
				if all := strings.Join(said, "\n"); !strings.Contains(all, v.Words("act."+act.Name)) || !strings.Contains(all, v.Words("act."+act.Name+"-what")) {
					t.Errorf("%s, %v: the way to %s says %q", size.Name, lang, act.Name, all)
				}
			}
			if l := passage(&v, "", 1); l.Find(draw.Name("passage").Sub("sign")) >= 0 {
				t.Errorf("%s, %v: a way to no act has a sign", size.Name, lang)
			}
		}
	}
}
