package chrome

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// keypad veils the picture and offers what a hall's staff need: digits for their code,
// and a while without touches. On an upright screen all that is touched stands in the
// lower half, within reach.
func keypad(l *draw.List, v *stage.View, k play.Keypad) {
	id := draw.Name("staff")
	l.Rect(id.Sub("veil"), l.Area, 0, draw.Ink(v.Theme.Ground.Fade(0.97)), draw.Decor())
	g := newKeys(l.Area)
	top := g.y(4)
	if k.Digits {
		g.digits(l, v)
		top = g.y(0)
		dots(l, v, id, geom.P(g.Center().X, top-g.row*0.38), g.W, g.row*0.09, k.Typed)
		title := [2]string{"shell.code", "shell.code-other"}
		if k.Wrong {
			title = [2]string{"shell.code-wrong", "shell.code-wrong-other"}
		}
		both(l, v, id.Sub("title"), title[0], title[1], geom.P(g.Center().X, top-g.row*1.08), g.W, g.row*0.28, typeset.Center)
	} else {
		both(l, v, id.Sub("title"), "shell.staff", "shell.staff-other", geom.P(g.Center().X, top-g.row*0.62), g.W, g.row*0.28, typeset.Center)
	}
	g.word(l, v, 0, play.Clean, "shell.clean", "shell.clean-other")
	g.word(l, v, 1, play.Dismiss, "shell.to-picture", "shell.to-picture-other")
}

// keys are the rows of the keypad: four of three keys, and one of two.
type keys struct {
	geom.Rect
	row, gap float64
}

const keyRows = 5

func newKeys(area geom.Rect) keys {
	share := 0.66 // lying: what stands above needs the rest
	if area.H > area.W {
		share = 0.5
	}
	const gaps, foot = 0.14, 0.3 // of a row
	row := math.Max(area.H*share/(keyRows+foot), draw.MinTouch/(1-gaps))
	gap := row * gaps
	w := math.Min(area.W-2*gap, row*4.6)
	r := geom.R(area.Center().X-w/2, area.Bottom()-foot*row-keyRows*row, w, keyRows*row)
	return keys{r, row, gap}
}

func (g *keys) y(row int) float64 { return g.Y + float64(row)*g.row }

// cell is the i-th of n keys of a row.
func (g *keys) cell(row, i, n int) geom.Rect {
	w := (g.W + g.gap) / float64(n)
	return geom.R(g.X+float64(i)*w, g.y(row)+g.gap, w-g.gap, g.row-g.gap)
}

// keySigns are what is typed, a row after the other as on a telephone.
const keySigns = "123456789"

func (g *keys) digits(l *draw.List, v *stage.View) {
	for i := range len(keySigns) {
		g.digit(l, v, g.cell(i/3, i%3, 3), keySigns[i:i+1], i+1)
	}
	g.digit(l, v, g.cell(3, 1, 3), "0", len(keySigns)+1)
	id, r := g.open(l, v, g.cell(3, 0, 3), len(keySigns)+2, play.Erase, v.Words("shell.erase"))
	erase(l, v, id.Sub("sign"), r.Center(), r.H*0.2)
	l.Close()
}

func (g *keys) digit(l *draw.List, v *stage.View, r geom.Rect, sign string, n int) {
	id, r := g.open(l, v, r, n, sign, sign)
	size := r.H * 0.46
	run := v.Set.Line(sign, typeset.Style{Face: typeset.SansBold, Size: size})
	l.Text(id.Sub("sign"), run, geom.P(r.Center().X-run.Width/2, r.Center().Y+size*0.36), draw.Ink(v.Theme.Ink), draw.Decor())
	l.Close()
}

// word is a wide key of the last row, in both languages.
func (g *keys) word(l *draw.List, v *stage.View, i int, target, own, other string) {
	id, r := g.open(l, v, g.cell(keyRows-1, i, 2), len(keySigns)+3+i, target, v.Words(own))
	both(l, v, id, own, other, r.Center(), r.W-2*g.gap, r.H*0.24, typeset.Center)
	l.Close()
}

// open begins a key; it ends with the list's Close.
func (g *keys) open(l *draw.List, v *stage.View, r geom.Rect, n int, target, label string) (draw.ID, geom.Rect) {
	id, th, round := draw.Nth(play.KeypadName, n), v.Theme, g.row*0.16
	l.Open(id, draw.Sem{Role: draw.RoleLink, Target: target, Label: label, Free: true})
	l.Rect(id.Sub("face"), r, round, draw.Ink(draw.Mix(th.Panel, th.Faint, v.Hovered(id))), draw.Decor())
	l.Stroke(id.Sub("edge"), l.NewPath().RoundRect(r.Inset(g.row/90), round), geom.Pen{Width: math.Max(1, g.row/60)}, draw.Ink(th.Mute.Fade(0.6)), draw.Decor())
	return id, r
}

// dots stand for the digits that have been typed, over the line that they are typed on.
func dots(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, width, r float64, n int) {
	w := math.Min(width, 24*r)
	l.Line(id.Sub("line"), geom.P(c.X-w/2, c.Y+2.2*r), geom.P(c.X+w/2, c.Y+2.2*r), math.Max(1, r/6), draw.Ink(v.Theme.Mute), draw.Decor())
	step := math.Min(3.6*r, w/float64(max(n, 1)))
	for i := range n {
		x := c.X + (float64(i)-float64(n-1)/2)*step
		l.Circle(id.SubN("dot", i+1), geom.P(x, c.Y), math.Min(r, step*0.4), draw.Ink(v.Theme.Ink), draw.Decor())
	}
}

// erase is an arrow's head to the left with a cross in it.
func erase(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	pen := geom.Pen{Width: r * 0.2, Cap: geom.CapRound, Join: geom.JoinRound}
	p := l.NewPath().Move(c.X-1.6*r, c.Y).Line(c.X-0.6*r, c.Y-r).Line(c.X+1.4*r, c.Y-r).Line(c.X+1.4*r, c.Y+r).Line(c.X-0.6*r, c.Y+r).Close()
	x, k := c.X+0.4*r, r*0.42
	p.Move(x-k, c.Y-k).Line(x+k, c.Y+k).Move(x-k, c.Y+k).Line(x+k, c.Y-k)
	l.Stroke(id, p, pen, draw.Ink(v.Theme.Ink), draw.Decor())
}
