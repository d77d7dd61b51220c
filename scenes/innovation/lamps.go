package innovation

import (
	"math"
	"slices"
	"strconv"
	"sync"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Lamps shine by themselves: they look the same in every light.
var (
	windowInks = [...]draw.Color{draw.RGB(0xE9C46A), draw.RGB(0xF3D98B), draw.RGB(0xFFD9A0), draw.RGB(0xEFAF5A)}
	windowGlow = draw.RGB(0xF59A4A).Fade(0.22)
	paneInks   = [...]draw.Color{draw.RGB(0xB7E4DA), draw.RGB(0x9BE0EA), draw.RGB(0x5CC3D6)}
	paneGlow   = draw.RGB(0x5CC3D6).Fade(0.24)
	unlit      = draw.RGB(0x0C1B20).Fade(0.5)
)

// light is a window or a pane: its middle, and which row of towers or house it is in.
type light struct {
	at  geom.Pt
	row int
}

// sheets are the lamps of a drawing: what is counted by the figures is lit, every
// other place stays dark.
type sheets struct {
	art                                    *stage.Art
	firms, highTech                        int
	darkWindows, windows, darkPanes, panes *draw.Sheet
	oneWindow, onePane                     light
}

// lamps keeps the sheets of the drawings shown last, so that a frame only points to
// them. What it gives depends on the view alone.
type lamps struct {
	mu   sync.Mutex
	made []*sheets
}

// kept is how many drawings it remembers: every form by day, by night and in contrast.
const kept = 12

func (m *lamps) of(v *stage.View) *sheets {
	firms, highTech := count(v, firmsID), count(v, highTechID)
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, s := range m.made {
		if s.art == v.Art && s.firms == firms && s.highTech == highTech {
			return s
		}
	}
	s := lightUp(v.Art, firms, highTech)
	if len(m.made) == kept {
		m.made = slices.Delete(m.made, 0, 1)
	}
	m.made = append(m.made, s)
	return s
}

// count is how many things a figure counts; 0 where the story has none of that name.
func count(v *stage.View, figure string) int {
	f, ok := v.Story.Figure(figure)
	if !ok {
		return 0
	}
	return f.Count()
}

func lightUp(a *stage.Art, firms, highTech int) *sheets {
	s := &sheets{art: a, firms: firms, highTech: highTech}
	size, pitch := extent(a, "window"), extent(a, "window-pitch")
	all := places(a, "windows-", rows, pitch)
	lit := chosen(all, firms)
	square := func(p *geom.Path, l light, grow float64) {
		p.Rect(geom.RectAround(l.at, size.X+2*grow, size.Y+2*grow))
	}
	s.darkWindows = sheet(ink(all, unlit, 0, square))
	marks := []draw.Mark{ink(lit, windowGlow, size.X*0.2, square)}
	for row := range rows {
		bright := 0.78 + 0.22*float64(row)/(rows-1) // the far ones are seen through the air
		for k, c := range windowInks {
			marks = append(marks, ink(tinted(lit, row, k, len(windowInks)), c.Fade(bright), 0, square))
		}
	}
	s.windows = sheet(marks...)
	if len(lit) > 0 {
		s.oneWindow = lit[len(lit)*5/8]
	}

	size, pitch = extent(a, "pane"), extent(a, "pane-pitch")
	all = places(a, "panes-", glassHouses, pitch)
	lit = chosen(all, highTech)
	lozenge := func(p *geom.Path, l light, grow float64) {
		x, y := size.X/2+grow, size.Y/2+1.4*grow
		p.Move(l.at.X, l.at.Y-y).Line(l.at.X+x, l.at.Y).Line(l.at.X, l.at.Y+y).Line(l.at.X-x, l.at.Y).Close()
	}
	s.darkPanes = sheet(ink(all, unlit, 0, lozenge))
	marks = append(marks[:0:0], ink(lit, paneGlow, size.X*0.18, lozenge))
	for row := range glassHouses {
		for k, c := range paneInks {
			marks = append(marks, ink(tinted(lit, row, k, len(paneInks)), c, 0, lozenge))
		}
	}
	s.panes = sheet(marks...)
	if len(lit) > 0 {
		s.onePane = lit[len(lit)/2]
	}
	return s
}

// extent is the size of a slot that says how large something is.
func extent(a *stage.Art, slot string) geom.Pt {
	i, ok := a.Slot(slot, "")
	if !ok {
		return geom.P(1, 1)
	}
	return geom.P(a.Slots[i].Rect.W, a.Slots[i].Rect.H)
}

// places are where lamps may be: one a pitch along each line of the slots of a name.
func places(a *stage.Art, name string, n int, pitch geom.Pt) (all []light) {
	for row := range n {
		i, ok := a.Slot(name+strconv.Itoa(row+1), "")
		if !ok || a.Slots[i].Path == nil {
			continue
		}
		pts := a.Slots[i].Path.Pts
		for k := 0; k+1 < len(pts); k += 2 {
			way := pts[k+1].Sub(pts[k])
			more := int(math.Round(max(math.Abs(way.X)/pitch.X, math.Abs(way.Y)/pitch.Y)))
			for j := range more + 1 {
				all = append(all, light{pts[k].Lerp(pts[k+1], float64(j)/float64(max(more, 1))), row})
			}
		}
	}
	return all
}

// stride takes the places by turns that look like chance; it is prime, so that it
// comes to each of them once.
const stride = 1597

// chosen is n of the places, spread over all of them.
func chosen(all []light, n int) (some []light) {
	for i, l := range all {
		if i*stride%len(all) < n {
			some = append(some, l)
		}
	}
	return some
}

// tinted is those of a row whose turn the k-th of so many inks is.
func tinted(all []light, row, k, inks int) (some []light) {
	for i, l := range all {
		if l.row == row && int(storyboard.Chance(i, 1)*255)%inks == k {
			some = append(some, l)
		}
	}
	return some
}

// ink is lamps in one colour as one mark.
func ink(all []light, c draw.Color, grow float64, shape func(*geom.Path, light, float64)) draw.Mark {
	p := &geom.Path{}
	for _, l := range all {
		shape(p, l, grow)
	}
	return draw.Mark{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Paint: draw.Ink(c), Path: p, Parent: -1, Pair: -1}
}

func sheet(marks ...draw.Mark) *draw.Sheet {
	s := &draw.Sheet{Marks: marks}
	s.Seal()
	return s
}

func (m *lamps) part(name string, which func(*sheets) *draw.Sheet) func(*draw.List, stage.View, storyboard.Spot) {
	id := draw.Name(name)
	return func(l *draw.List, v stage.View, _ storyboard.Spot) { l.Sheet(id, which(m.of(&v))) }
}

// one answers for a whole field, and shows a single lamp of it: one mark is one firm.
func (m *lamps) one(layer string, which func(*sheets) light) func(*draw.List, stage.View, storyboard.Spot) {
	id := draw.Name(layer)
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		l.Fill(id.Sub("touch"), l.NewPath().Rect(at.Rect), draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
		show := max(v.Hovered(id), v.Pick(id))
		if show <= 0 {
			return
		}
		c, r := which(m.of(&v)).at, 15*v.Art.Height/900
		white := draw.RGB(0xFFFBEF)
		l.Push(geom.ScaleAbout(2-show, c), show)
		l.Circle(id.Sub("halo"), c, 2*r, draw.RadialRamp(c, 2*r, draw.Stop{At: 0, Color: white.Fade(0.9)}, draw.Stop{At: 1, Color: white.Fade(0)}), draw.Decor())
		l.Stroke(id.Sub("ring"), l.NewPath().Circle(c, r), geom.Pen{Width: max(r*0.13, 1/at.Scale)}, draw.Ink(white), draw.Decor())
		l.Pop()
	}
}
