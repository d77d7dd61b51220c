package scenes_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/flaw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
)

func TestEachMarkHasItsOwnPlaceForAFinger(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		narrow := preview.Size{Name: "small phone", Area: geom.R(0, 0, 320, 568)}
		low := preview.Size{Name: "phone on its side", Area: geom.R(0, 0, 844, 390)}
		eachSettled(s, scene, append(preview.Sizes()[:2], narrow, low), func(l *draw.List, m preview.Moment, where string) {
			for _, f := range flaw.Targets(l) {
				t.Errorf("%s: %s", where, f.Tell(l))
			}
		})
	})
}
