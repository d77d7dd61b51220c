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
	for _, c := range []struct {
		id string
		by float64
	}{{"house.shape", 30}, {"chapter", 0}} {
		i, k := plain.Find(draw.ParseID(c.id)), moved.Find(draw.ParseID(c.id))
		if i < 0 || k < 0 {
			t.Fatalf("%s is not drawn", c.id)
		}
		if got := moved.Bounds(k).X - plain.Bounds(i).X; math.Abs(got-c.by) > 0.01 {
			t.Errorf("%s has moved by %.2f, want %.0f", c.id, got, c.by)
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
