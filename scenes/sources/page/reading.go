package page

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// Reading is what lies under a round reading glass: the numbers of a place of the page
// in print, as many as there is room for, and grey lines for all of its words. A number
// stands as far along its line as its slot does in the slot that has the place's id.
type Reading struct {
	Name  string // of its marks
	Print draw.Color
	Ink   func(v stage.View, figure string) draw.Color // of a number
}

// leastPrint is the smallest that numbers are set in, in the window's pixels.
const leastPrint = 12.5

// Draw appends what the glass in the spot's slot shows of a place.
func (g *Reading) Draw(l *draw.List, v *stage.View, at storyboard.Spot, source string) {
	c, r := at.Rect.Center(), at.Rect.W/2
	least := leastPrint / at.Scale
	size := max(r*0.21, least)
	pitch := size * 1.42
	rows := int(2 * r * 0.88 / pitch)
	n := 0
	figures := v.Story.Figures()
	for i := range figures {
		if reads(&figures[i], source) {
			n++
		}
	}
	skip := max(rows-n, 0) / 2
	grey := l.NewPath()
	box := at.Slot(source)
	next, shown := 0, 0
	for row := range rows {
		middle := (float64(row) - float64(rows-1)/2) * pitch
		half := math.Sqrt(max(r*r-math.Pow(math.Abs(middle)+size*0.5, 2), 0)) - size*0.2
		y := c.Y + middle + size*0.36
		for row >= skip && next < len(figures) && !reads(&figures[next], source) {
			next++
		}
		if row < skip || next == len(figures) {
			words(grey, c.X-half, c.X+half, y, size)
			continue
		}
		f := &figures[next]
		next++
		st := chart.NumberStyle{Size: size * 1.2, Plain: true, Bare: true, Color: g.Ink(*v, f.ID)}
		w := chart.NumberWidth(v, f.ID, st)
		if w > 2*half {
			st.Size = max(st.Size*2*half/w, least)
			w = chart.NumberWidth(v, f.ID, st)
		}
		if w > 2*half+size {
			words(grey, c.X-half, c.X+half, y, size) // it is in the list beside the page
			continue
		}
		along := 0.5
		if box.W > 0 {
			along = anim.Clamp((at.Slot(f.ID).X - box.X) / box.W)
		}
		x := c.X - half + max(2*half-w, 0)*along
		shown++
		chart.Figure(l, v, draw.Nth(g.Name, shown), f.ID, st, geom.P(x, y))
		words(grey, c.X-half, x-size*0.25, y, size)
		words(grey, x+w+size*0.25, c.X+half, y, size)
	}
	l.Stroke(draw.Name(g.Name).Sub("words"), grey, geom.Pen{Width: size * 0.11, Dash: size * 0.58, Gap: size * 0.18}, draw.Ink(g.Print.Fade(0.55)), draw.Decor())
}

// reads reports whether a place of the page states the figure.
func reads(f *story.Figure, source string) bool { return f.Source.ID == source && !f.Derived }

// words are the lines that stand for print between two ends of a row.
func words(grey *geom.Path, from, to, y, size float64) {
	if to-from < size*0.6 {
		return
	}
	for j := range 3 {
		grey.Move(from, y-size*(0.66-0.32*float64(j))).Line(to, y-size*(0.66-0.32*float64(j)))
	}
}
