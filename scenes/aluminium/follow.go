package aluminium

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// chainID is the slider that follows the metal down the chain.
var chainID = draw.Name("chain")

const (
	trackSlot = "track"
	chainEnd  = 100
	chainStep = 5
	trackWide = 28 // in the window's pixels: a finger reaches further than it
)

// starts are where along the track the stages begin, in the slider's measure, and the
// last of them where the ways part: each use has an equal part of the rest.
type starts struct{ primary, alloy, uses float64 }

// stageAt is the stage of a place on the slider.
func (s *starts) stageAt(now float64) int {
	switch {
	case now >= s.uses:
		each := (chainEnd - s.uses) / float64(len(chain.Stages)-firstUse)
		return min(firstUse+int((now-s.uses)/each), len(chain.Stages)-1)
	case now >= s.alloy:
		return firstUse - 1
	case now >= s.primary:
		return 1
	}
	return 0
}

// trackOf is the line of the slider in the drawing, and where its stages begin.
func trackOf(v *stage.View) (track *geom.Path, s starts) {
	path := lineOf(v, trackSlot)
	if path == nil {
		return nil, s
	}
	length := path.Length()
	share := func(slot string) float64 {
		i, ok := v.Art.Slot(slot, "")
		if !ok || length <= 0 {
			return chainEnd
		}
		at, _ := path.Nearest(v.Art.Slots[i].Rect.Min())
		return chainEnd * at / length
	}
	// However short the way out of the ring is drawn, each use has a step of its own.
	steps := float64(chainStep * len(useNames))
	return path, starts{share("track-primary"), share("track-alloy"), min(share("track-uses"), chainEnd-steps)}
}

func lineOf(v *stage.View, slot string) *geom.Path {
	i, ok := v.Art.Slot(slot, "")
	if !ok {
		return nil
	}
	return v.Art.Slots[i].Path
}

// told is where the story has the metal, in the slider's measure.
func told(v *stage.View, s *starts) float64 {
	return s.primary*v.Span(melt, runFrom, v.Knob(&poured)) + (s.alloy-s.primary)*v.Beat(roll) + (s.uses-s.alloy)*v.Span(forge, closeFrom, closeTo) + (chainEnd-s.uses)*v.Beat(use)
}

// drawFollow is the slider along the metal, and the drop that stands where the reader
// has drawn it, with the name of the stage there.
func drawFollow(l *draw.List, view stage.View, p storyboard.Place) {
	v := &view
	track, s := trackOf(v)
	if track == nil {
		return
	}
	now := v.Inputs.Get(chainID, told(v, &s))
	at := s.stageAt(now)
	l.Push(p.M, 1)
	l.Open(chainID, draw.Sem{Role: draw.RoleSlider, Label: v.Words("aluminium.follow"), Now: now, Min: 0, Max: chainEnd, Step: chainStep, Value: v.Words(chain.Stages[at].Title)})
	pen := geom.Pen{Width: trackWide / p.K, Cap: geom.CapRound, Join: geom.JoinRound}
	l.Stroke(chainID.Sub("track"), track, pen, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	l.Close()
	l.Pop()
	if v.Inputs.Get(chainID, -1) < 0 {
		return
	}
	place := v.Turned(chainID, now)
	length := track.Length()
	drop, _ := track.At(length * place / chainEnd)
	if at >= firstUse {
		if way := lineOf(v, "way-"+useNames[at-firstUse]); way != nil {
			each := (chainEnd - s.uses) / float64(len(useNames))
			drop, _ = way.At(way.Length() * anim.Clamp((place-s.uses)/each-float64(at-firstUse)))
		}
	}
	drawDrop(l, v, p.M.At(drop), max(7*p.K, 7), anim.Clamp(1-place/max(s.alloy, 1)))
	tag(l, v, p.M.At(drop), chain.Stages[at].Title)
}

// useNames are the uses by the names that the drawing has for the ways to them.
var useNames = [...]string{"aircraft", "rail", "car", "home"}

// drawDrop is a drop of metal, hot or cold.
func drawDrop(l *draw.List, v *stage.View, at geom.Pt, r, hot float64) {
	th, id := v.Theme, draw.Name("drop")
	halo := draw.Mix(th.Accent, th.Molten, hot)
	l.Circle(id.Sub("halo"), at, r*2.6, draw.RadialRamp(at, r*2.6,
		draw.Stop{At: 0, Color: halo.Fade(0.9)}, draw.Stop{At: 0.45, Color: halo.Fade(0.5)}, draw.Stop{At: 1, Color: halo.Fade(0)}), draw.Decor())
	l.Circle(id, at, r, draw.RadialRamp(at.Add(geom.P(-r*0.3, -r*0.35)), r*1.3,
		draw.Stop{At: 0, Color: th.SilverLight}, draw.Stop{At: 0.5, Color: draw.Mix(th.Silver, th.MoltenLight, hot)}, draw.Stop{At: 1, Color: draw.Mix(th.SilverDark, th.Molten, hot)}), draw.Decor())
	l.Stroke(id.Sub("edge"), l.NewPath().Circle(at, r), geom.Pen{Width: max(r*0.16, 1.5)}, draw.Ink(th.Accent), draw.Decor())
}

// tag names a stage above a point.
func tag(l *draw.List, v *stage.View, at geom.Pt, key string) {
	small := v.Layout().Type.Small
	st := typeset.Style{Face: typeset.SansBold, Size: small, Align: typeset.Center}
	w, h := v.Set.Line(v.Words(key), st).Width+1.8*small, 1.9*small
	at.X = max(v.Area.X+w/2+4, min(at.X, v.Area.Right()-w/2-4))
	box := geom.RectAround(geom.P(at.X, at.Y-1.6*h), w, h)
	id := draw.Name("tag")
	l.Open(id, draw.Sem{Free: true})
	l.Rect(id.Sub("panel"), box, h/2, draw.Ink(v.Theme.Ink), draw.Decor())
	chart.Label(l, v, id.Sub("name"), key, st, geom.P(at.X, box.Center().Y+small*0.37), v.Theme.Ground)
	l.Close()
}
