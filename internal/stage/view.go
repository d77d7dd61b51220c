package stage

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// View is all that a picture may depend on.
type View struct {
	Now    anim.Seconds // the scene's own time
	Clock  anim.Seconds // runs on while a reader is there: touches count from it
	Time   *anim.Timeline
	Area   geom.Rect // in device-independent pixels
	Story  *story.Story
	Theme  *Theme
	Set    *typeset.Setter
	Hover  Touch
	Picked Touch
	Left   Touch // what was picked before, and since when it no longer is
	Inputs Inputs
	Finger Finger
	Zoom   Zoom
	Art    *Art           // the scene's drawing for the area's form; nil: none, or it has yet to come
	Tuned  []story.Tuning // the scene's knobs in the area's form that are off their own values

	Place int    // of the scene in the story
	Runs  []Run  // the story's scenes by act; not to be changed
	Cite  string // where the scene's figures stand on the page, as one line
}

// Touch is what a reader hovers over or has picked, and since when by Clock.
type Touch struct {
	ID    draw.ID
	Since anim.Seconds
}

// Finger is where the reader presses on the picture; Force eases to 1 while it
// presses and back to 0 when it has gone.
type Finger struct {
	At    geom.Pt
	Force float64
}

// Zoom is how a zoomable picture is magnified: Scale 1 shows it whole. Focus is
// the point that stays where it is, in fractions of the picture's rectangle.
type Zoom struct {
	Scale float64
	Focus geom.Pt
}

// Of is the transform that magnifies the picture in the rectangle.
func (z Zoom) Of(body geom.Rect) geom.Affine {
	return geom.ScaleAbout(max(z.Scale, 1), body.At(z.Focus.X, z.Focus.Y))
}

// reaction is how long a touch takes to show, in seconds.
const reaction = 0.25

// Hovered is how far the mark answers to hovering, 0 to 1.
func (v *View) Hovered(id draw.ID) float64 {
	if v.Hover.ID != id || id.Zero() {
		return 0
	}
	return anim.CubicOut(anim.Clamp((v.Clock - v.Hover.Since) / reaction))
}

// Pick is how far the mark shows that it is picked, 0 to 1; it eases back when
// something else is.
func (v *View) Pick(id draw.ID) float64 {
	switch {
	case id.Zero():
		return 0
	case v.Picked.ID == id:
		return anim.CubicOut(anim.Clamp((v.Clock - v.Picked.Since) / reaction))
	case v.Left.ID == id:
		return 1 - anim.CubicOut(anim.Clamp((v.Clock-v.Left.Since)/reaction))
	}
	return 0
}

// Turned is how far the input has come on its way to what it was set to; def where
// nothing is set.
func (v *View) Turned(id draw.ID, def float64) float64 {
	for i := range v.Inputs.set {
		if v.Inputs.set[i].id == id {
			return v.Inputs.set[i].at(v.Clock)
		}
	}
	return def
}

// AnyPicked is how far the picture answers to anything of that name being
// picked, 0 to 1.
func (v *View) AnyPicked(name string) float64 {
	now := v.Picked.ID.Name == name
	before := v.Left.ID.Name == name
	since := anim.CubicOut(anim.Clamp((v.Clock - v.Picked.Since) / reaction))
	if !now && before {
		since = 1 - anim.CubicOut(anim.Clamp((v.Clock-v.Left.Since)/reaction))
	}
	switch {
	case now && before:
		return 1
	case now || before:
		return since
	}
	return 0
}

// Beat is how far the named beat has moved, 0 to 1, evenly.
//
//go:noinline
func (v *View) Beat(name string) float64 {
	if v.Time == nil {
		return 0
	}
	return v.Time.Progress(name, v.Now)
}

// Ease is Beat, eased in and out.
func (v *View) Ease(name string) float64 { return anim.CubicInOut(v.Beat(name)) }

// Span is the eased course of the named beat between two of its fractions.
func (v *View) Span(name string, from, to float64) float64 {
	return anim.Span(v.Beat(name), from, to, anim.CubicInOut)
}

// Value is a figure's in its base unit; 0 where the story has none of that id.
//
//go:noinline
func (v *View) Value(figure string) float64 {
	f, _ := v.Story.Figure(figure)
	return f.Float64()
}

// Count is a figure that counts things, of which there is room for so many; 0 where the
// story has none of that id.
//
//go:noinline
func (v *View) Count(figure string, most int) int {
	f, _ := v.Story.Figure(figure)
	return max(0, min(f.Count(), most))
}

// Words is a text of the story in the reader's language.
//
//go:noinline
func (v *View) Words(key string) string { return v.Story.Words(key) }

// Chinese reports whether the reader reads Chinese.
func (v *View) Chinese() bool { return v.Story.Lang == story.ZH }
