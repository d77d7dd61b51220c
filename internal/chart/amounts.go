package chart

import (
	"strings"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Amounts is figures of one unit that a mark compares, and how they are lettered.
type Amounts struct {
	Figures []string
	Text    []string  // copy keys of the labels; an empty or missing one takes the figure's own label
	Box     geom.Rect // that the marks, their numbers and labels fill
	Number  float64   // size of the numbers, in device-independent pixels
	Label   float64   // size of the labels
	Ink     draw.Color
	// Progress is how far the marks have grown to their amounts, 0 to 1. Labels
	// of bars stand from the beginning: a scene lets the whole come in by Push.
	Progress float64
	Touch    bool // each mark can be picked: its ID is draw.Nth(name, i), from 1
}

// unit is the size of the units after the numbers.
func (a *Amounts) unit() float64 { return max(a.Number*0.5, a.Label*0.85) }

// label is what the i-th figure counts: in the scene's words, or the figure's own.
func (a *Amounts) label(v *stage.View, f *story.Figure, i int) string {
	if i < len(a.Text) && a.Text[i] != "" {
		return v.Words(a.Text[i])
	}
	return f.Label
}

// ink is the colour of a mark, deeper where it is touched.
func (a *Amounts) ink(v *stage.View, id draw.ID) draw.Color {
	c := a.Ink
	if c == 0 {
		c = v.Theme.Accent
	}
	return draw.Mix(c, v.Theme.Ink, 0.25*max(v.Hovered(id), v.Pick(id)))
}

// sem is the meaning of one of the marks: an item of a list, or what a finger
// can pick.
func (a *Amounts) sem(v *stage.View, id draw.ID, f *story.Figure, label string) draw.Sem {
	if a.Touch {
		return draw.Sem{Role: draw.RoleButton, Label: label, Figure: f.ID, On: v.Picked.ID == id}
	}
	return draw.Sem{Role: draw.RoleItem, Figure: f.ID}
}

// compare is the largest of the amounts. Where it is 0 there is nothing to draw,
// or the figures were refused on the extent that it returns.
func (a *Amounts) compare(l *draw.List, v *stage.View, id draw.ID) (most float64, refused geom.Rect) {
	most, problem := commensurable(v, a.Figures)
	if problem != "" {
		return 0, refuse(l, v, id, a.Box, problem)
	}
	return most, geom.Rect{}
}

// numberWidth is how wide Figure sets the number of f while it counts.
func (a *Amounts) numberWidth(v *stage.View, f *story.Figure) float64 {
	return numberWidth(v, f, a.Number, a.unit())
}

// commensurable finds the largest of the figures in their base unit. problem says
// why one scale may not compare them: a figure that is unknown, that is no
// amount (a year, a rank), or whose kind or unit is not that of the first. Money
// for each firm is another unit than money.
func commensurable(v *stage.View, ids []string) (most float64, problem string) {
	zh := v.Story.Bundle().In(story.ZH) // units are told apart as the page writes them
	var first story.Figure
	for i, id := range ids {
		f, ok := zh.Figure(id)
		switch {
		case !ok:
			return 0, "[" + id + "]"
		case !measures(f.Kind) || f.Base.Sign() < 0:
			return 0, "[" + id + " is no amount: " + f.Kind.String() + "]"
		case i == 0:
			first = f
		case !sameUnit(&first, &f):
			return 0, "[" + first.ID + ": " + first.Kind.String() + ", " + first.Unit + "; " + id + ": " + f.Kind.String() + ", " + f.Unit + "]"
		}
		most = max(most, f.Float64())
	}
	return most, ""
}

func measures(k story.Kind) bool {
	switch k {
	case story.Count, story.Money, story.Area, story.Length, story.Share, story.Score, story.Span, story.Rate:
		return true
	}
	return false
}

func sameUnit(a, b *story.Figure) bool {
	if a.Kind != b.Kind {
		return false
	}
	if a.Kind == story.Count {
		return a.Unit == b.Unit
	}
	_, perA, _ := strings.Cut(a.Unit, "/")
	_, perB, _ := strings.Cut(b.Unit, "/")
	return perA == perB
}

// The parts of what stands in place of a mark that would mislead: its frame and,
// line by line, the reason.
const (
	Refused    = "refused"
	RefusedWhy = "why"
)

// refuse draws, in place of a mark that would mislead, why it would.
func refuse(l *draw.List, v *stage.View, id draw.ID, box geom.Rect, problem string) geom.Rect {
	c := draw.Ink(v.Theme.Accent)
	l.Stroke(id.Sub(Refused), l.NewPath().Rect(box), geom.Pen{Width: 2, Dash: 6, Gap: 4}, c, draw.Decor())
	st := typeset.Style{Face: typeset.SansBold, Size: v.Layout().Type.Small}
	Lines(l, id.Sub(RefusedWhy), v.Set.Block(problem, st, box.W*0.9), box.At(0.05, 0.1), v.Theme.Accent, draw.Sem{Role: draw.RoleText})
	return box
}

// amountSoft is the share of an inexact amount's extent over which it fades.
const amountSoft = 0.14

// amount fills a path that stands for a figure, whose extent runs from one point
// to the other: whole where the figure is exact, with a soft end where it is
// about or more than that, in outline where it is a target.
func amount(l *draw.List, id draw.ID, f *story.Figure, p *geom.Path, from, to geom.Pt, c draw.Color, pen float64) {
	switch {
	case f.Target:
		l.Fill(id, p, draw.Ink(c.Fade(0.16)), draw.Decor())
		l.Stroke(id.Sub("outline"), p, geom.Pen{Width: pen, Dash: 4 * pen, Gap: 3 * pen}, draw.Ink(c), draw.Decor())
	case f.Precision != story.Exact:
		soft := draw.LinearRamp(from, to, draw.Stop{At: 0, Color: c}, draw.Stop{At: 1 - amountSoft, Color: c}, draw.Stop{At: 1, Color: c.Fade(0.25)})
		l.Fill(id, p, soft, draw.Decor())
	default:
		l.Fill(id, p, draw.Ink(c), draw.Decor())
	}
}

// numberWidth is how wide Figure sets a number that counts, at these sizes.
func numberWidth(v *stage.View, f *story.Figure, size, unit float64) float64 {
	w := v.Set.Line(f.Number, typeset.Style{Face: typeset.Serif, Size: size, Tabular: true}).Width
	for _, s := range [...]string{f.Lead, f.Tail} {
		if s != "" {
			w += v.Set.Line(s, typeset.Style{Face: typeset.SansBold, Size: unit}).Width + unit*0.32
		}
	}
	return w
}

// listSem is the meaning of marks together: a list, unless the scene says more.
func listSem(sem draw.Sem) draw.Sem {
	if sem.Role == draw.RoleNone {
		sem.Role = draw.RoleList
	}
	return sem
}
