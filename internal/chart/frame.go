package chart

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Heading is the copy keys of a scene's frame. An empty key is left out.
type Heading struct {
	Chapter string // small, at the top left
	Title   string // two short lines
	Deck    string // one sentence under the title
	Hint    string // what to touch, at the foot beside the source
	// Wide is the share of a wide screen's width that the block may take; 0: 0.64.
	Wide float64
	// Deep pictures reach beneath source and hint, which then stand in the text's colour.
	Deep bool
	// Away is how far title and deck have gone, or have yet to come, 0 to 1.
	Away float64
}

// Frame draws what surrounds a scene's picture: chapter, title, deck, source
// and progress. It returns where the title block ends, so that a picture can
// use the air beside and below it.
func Frame(l *draw.List, v *stage.View, h Heading) (lay stage.Layout, title geom.Rect) {
	lay = v.Layout()
	title = head(l, v, h, lay)
	foot(l, v, h, lay)
	return lay, title
}

func head(l *draw.List, v *stage.View, h Heading, lay stage.Layout) geom.Rect {
	th := v.Theme
	if h.Chapter != "" {
		size, y := 15.0, 62.0
		switch lay.Form {
		case stage.Phone:
			size, y = 12, 34
		case stage.Kiosk:
			size, y = 27, 96
		}
		run := v.Set.Line(v.Words(h.Chapter), typeset.Style{Face: typeset.SansBold, Size: max(lay.Px(size), lay.Type.Small*0.9), Tracking: 0.12})
		l.Text(draw.Name("chapter"), run, geom.P(lay.Head.X, v.Area.Y+lay.Px(y)), draw.Ink(th.Steel), draw.Sem{Role: draw.RoleText, Frame: draw.FrameChapter})
	}
	title, deck, below, box := h.set(v, lay)
	l.Push(geom.Identity(), 1-h.Away)
	defer l.Pop()
	if title != nil {
		text := v.Story.Copy(h.Title)
		for i, line := range title.Lines {
			sem := draw.Sem{Frame: draw.FrameTitle}
			if i == 0 {
				sem.Role, sem.Level, sem.Label = draw.RoleHeading, 1, text.Text()
			}
			l.Text(draw.Nth("title", i+1), line.Run, geom.P(box.X+line.X, box.Y+line.Y), draw.Ink(th.Ink), shows(text, sem))
		}
	}
	if deck != nil {
		text := v.Story.Copy(h.Deck)
		Lines(l, draw.Name("deck"), deck, geom.P(box.X, below), th.Text, shows(text, draw.Sem{Role: draw.RoleText, Label: text.Text(), Frame: draw.FrameDeck}))
	}
	return box
}

// Bounds is where title and deck stand in a view, however far they have gone: what
// stands beside and below them measures its room by it.
func (h *Heading) Bounds(v *stage.View) geom.Rect {
	_, _, _, box := h.set(v, v.Layout())
	return box
}

// set is title and deck as they are set, nil where there are none, where the deck begins,
// and where both stand.
func (h *Heading) set(v *stage.View, lay stage.Layout) (title, deck *typeset.Block, below float64, box geom.Rect) {
	top, wide := v.Area.Y, h.Wide
	if wide == 0 {
		wide = 0.64
	}
	y, width := top+lay.Px(106), lay.Head.W*wide
	switch lay.Form {
	case stage.Phone:
		y, width = top+lay.Px(48), lay.Head.W
	case stage.Kiosk:
		y, width = top+lay.Px(150), lay.Head.W
	}
	box = geom.R(lay.Head.X, y, 0, 0)
	if h.Title != "" {
		text := v.Words(h.Title)
		st := typeset.Style{Face: typeset.Serif, Size: lay.Type.Title, Leading: 1.26, Balance: true}
		title = v.Set.Block(text, v.Set.Fit(text, st, width, lay.Type.Title*0.6), width)
		box.W, box.H = title.Width, title.Height
	}
	if h.Deck != "" {
		air := lay.Px(10)
		if lay.Form.Upright() {
			air = lay.Type.Deck * 0.35
		} else {
			width = lay.Head.W * min(wide, 0.52)
		}
		deck = v.Set.Block(v.Words(h.Deck), typeset.Style{Face: typeset.Sans, Size: lay.Type.Deck, Leading: 1.5, Balance: true}, width)
		below = y + box.H + air
		box.W, box.H = max(box.W, deck.Width), below-y+deck.Height
	}
	return title, deck, below, box
}

func foot(l *draw.List, v *stage.View, h Heading, lay stage.Layout) {
	c := v.Theme.Mute
	if h.Deep {
		c = v.Theme.Text
	}
	bottom := v.Area.Bottom()
	small := typeset.Style{Face: typeset.Sans, Size: lay.Type.Small}
	if lay.Form == stage.Kiosk {
		small.Size = lay.Px(24)
	}
	x, y := lay.Foot.X, bottom-lay.SourceHeight()
	if v.Cite != "" {
		run := v.Set.Line(v.Cite, small)
		sem := draw.Sem{Role: draw.RoleSource, Digits: draw.DigitsPage, Frame: draw.FrameSource}
		if lay.Foot.W < run.Width*leastCite {
			x, y = citeInLines(l, v, lay, small, geom.P(x, y), c, sem)
		} else {
			if run.Width > lay.Foot.W {
				small.Size *= lay.Foot.W / run.Width
				run = v.Set.Line(v.Cite, small)
			}
			l.Text(draw.Name("cite"), run, geom.P(x, y), draw.Ink(c), sem)
			x += run.Width + lay.Px(28)
		}
	}
	if h.Hint != "" && v.Inputs.Len() == 0 && v.Picked.ID.Zero() {
		text := v.Story.Copy(h.Hint)
		hint := v.Set.Line(text.Text(), small)
		at := geom.P(x, y)
		if x+hint.Width > lay.Foot.Right() {
			at = geom.P(lay.Foot.X, y-lay.Type.Small*1.7)
		}
		l.Text(draw.Name("hint"), hint, at, draw.Ink(c), shows(text, draw.Sem{Role: draw.RoleText, Frame: draw.FrameHint}))
	}
	Progression(l, v, draw.Name("progress"))
}

// leastCite is how small the source's line is set at least, to be one line.
const leastCite = 0.8

// citeInLines sets the source in as many lines as it takes, the last one on the
// baseline, and returns from where the hint goes on: above them.
func citeInLines(l *draw.List, v *stage.View, lay stage.Layout, st typeset.Style, at geom.Pt, c draw.Color, sem draw.Sem) (x, y float64) {
	st.Leading, st.Balance = 1.25, true
	b := v.Set.Block(v.Cite, st, lay.Foot.W)
	top := at.Y - b.Lines[len(b.Lines)-1].Y
	Lines(l, draw.Name("cite"), b, geom.P(at.X, top), c, sem)
	return lay.Foot.Right(), top + b.Lines[0].Y
}

// Lines draws the lines of a block with its top left corner at the point at. The
// first line carries the meaning of all.
func Lines(l *draw.List, id draw.ID, b *typeset.Block, at geom.Pt, c draw.Color, sem draw.Sem) {
	part := id.Part
	if part == "" {
		part = "line"
	}
	for i, line := range b.Lines {
		s := sem
		if i > 0 {
			s = draw.Sem{Digits: sem.Digits, Figure: sem.Figure, Figures: sem.Figures, Free: sem.Free, Frame: sem.Frame}
		}
		l.Text(id.SubN(part, i+1), line.Run, geom.P(at.X+line.X, at.Y+line.Y), draw.Ink(c), s)
	}
}
