package scenes_test

import (
	"regexp"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/story"
)

// years are how pictures tell of a time, in either language.
var years = regexp.MustCompile(`(19|20)\d\d`)

// A number that runs stands beside no date: it would read as growth, and the page has
// no number of another time.
func TestNoNumberRunsBesideADate(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		var l draw.List
		slot := &s.Deck.Slots[scene]
		for _, size := range preview.Sizes() {
			for _, lang := range story.Langs() {
				for beat := range slot.Time.Beats {
					const moments = 12
					from := slot.Time.Start(beat)
					for k := range moments {
						m := preview.Moment{Scene: scene, Now: from + slot.Time.Beats[beat].Move*(float64(k)+0.9)/moments, Lang: lang, Area: size.Area}
						s.Draw(&l, m)
						for _, n := range running(&l, s.Bundle.In(lang)) {
							at := l.Bounds(n)
							near := geom.R(at.X-at.H/2, at.Y, at.W+at.H, 3*at.H) // what is said of it
							for i := range l.Marks {
								b := &l.Marks[i]
								if b.Kind == draw.KindText && b.Alpha*opacity(&b.Paint) > 0.02 && years.MatchString(b.Run.Text) && !l.Bounds(i).Intersect(near).Empty() && !strings.Contains(b.ID.Name, "cite") {
									t.Errorf("%s %s, beat %d, %d of %d: %q runs beside %q (%s)", size.Name, lang, beat+1, k, moments, l.Marks[n].Run.Text, b.Run.Text, b.ID)
								}
							}
						}
					}
				}
			}
		}
	})
}

// running are the marks of numbers that have not reached their figure's.
func running(l *draw.List, told *story.Story) (all []int) {
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind != draw.KindText || m.Sem.Digits != draw.DigitsFigure || !strings.HasSuffix(m.ID.Part, "number") {
			continue
		}
		if f, ok := told.Figure(m.Sem.Figure); ok && m.Run.Text != f.Number {
			all = append(all, i)
		}
	}
	return all
}
