package storyboard_test

import (
	"math"
	"slices"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The camera moves the picture and its words; the frame stays.
func TestTheCameraMovesThePictureAlone(t *testing.T) {
	shot := func(camera func(stage.View, storyboard.Place) geom.Affine) *draw.List {
		s := storyboard.New(storyboard.Scene{
			Link: "hydrogen", Steps: []anim.Beat{{Name: "come", Move: 2}},
			Storyboard: storyboard.Board{Texts: []storyboard.Text{{Slot: "title", Key: "hydrogen.making", Size: 20}}},
			Camera:     camera,
		})
		return picture(t, openScene(t, s), 2)
	}
	plain := shot(nil)
	moved := shot(func(stage.View, storyboard.Place) geom.Affine { return geom.Translate(30, 0) })
	left := func(l *draw.List, name string) float64 {
		i := slices.IndexFunc(l.Marks, func(m draw.Mark) bool { return m.ID.Name == name && m.Kind != draw.KindOpen })
		if i < 0 {
			t.Fatalf("%s is not drawn", name)
		}
		return l.Bounds(i).X
	}
	for _, c := range []struct {
		name string
		by   float64
	}{{"ground", 30}, {"chapter", 0}} {
		if got := left(moved, c.name) - left(plain, c.name); math.Abs(got-c.by) > 0.01 {
			t.Errorf("%s has moved by %.2f, want %.0f", c.name, got, c.by)
		}
	}
}

// What stands until a beat is gone once that has begun.
func TestTextsGoWithTheBeatThatTheyStandUntil(t *testing.T) {
	s := open(t, &storyboard.Board{Texts: []storyboard.Text{{Slot: "title", Key: "hydrogen.making", Until: "go"}}})
	for _, c := range []struct {
		now   float64
		there bool
	}{{0, true}, {2, true}, {2.2, true}, {2.5, false}, {4, false}} {
		if got := words(picture(t, s, c.now), "title"); got != c.there {
			t.Errorf("at %.1f s the text is there: %v", c.now, got)
		}
	}
}

func words(l *draw.List, name string) bool {
	return slices.ContainsFunc(l.Marks, func(m draw.Mark) bool { return m.Kind == draw.KindText && m.ID.Name == name })
}
