package stage

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Art is a scene's drawing for one form in the colours of one theme. It is made
// once and never changes.
type Art struct {
	*art.Drawing
	Layers []ArtLayer // as the drawing's; those of another light than the theme's are not Lit
}

// ArtLayer is a layer in the order of drawing: sheets of its own shapes, and between
// them the layers that stand in it.
type ArtLayer struct {
	Lit    bool
	Clip   *draw.Clip // in the drawing's coordinates; nil: none
	Pieces []Piece
}

// Piece is shapes of a layer that follow on one another, or a layer within.
type Piece struct {
	Sheet *draw.Sheet // nil: Layer
	Layer int
}

// mixer gives the colours of a theme as drawings name them, each looked for and mixed
// once: drawings have most of their names in common.
type mixer struct {
	theme *Theme
	known map[string]mixed
}

type mixed struct {
	color draw.Color
	ok    bool
}

func newMixer(t *Theme) *mixer { return &mixer{t, map[string]mixed{}} }

func (m *mixer) mix(name string) (draw.Color, bool) {
	c, found := m.known[name]
	if !found {
		c.color, c.ok = m.theme.Color(name)
		m.known[name] = c
	}
	return c.color, c.ok
}

// colorsOf are a drawing's colours in a theme. It fails with all names that the
// theme lacks.
func (m *mixer) colorsOf(d *art.Drawing) (all []draw.Color, err error) {
	var missing []string
	all = make([]draw.Color, 0, len(d.Colors))
	for _, name := range d.Colors {
		c, ok := m.mix(name)
		if !ok {
			missing = append(missing, name)
		}
		all = append(all, c)
	}
	if len(missing) > 0 {
		return nil, errors.New("the drawing " + d.Name + " has colours that the theme " + m.theme.Name + " lacks: " + strings.Join(missing, ", "))
	}
	return all, nil
}

// mixers are those of the production's themes.
func (p *Production) mixers() []*mixer {
	all := make([]*mixer, len(p.Themes))
	for i, t := range p.Themes {
		all[i] = newMixer(t)
	}
	return all
}

// paint makes the marks of a drawing in a theme that has all its colours.
func paint(d *art.Drawing, t *Theme) *Art {
	colors, _ := newMixer(t).colorsOf(d)
	p := painter{colors: colors, clips: make([]draw.Clip, len(d.Clips))}
	for i := range d.Clips {
		p.clips[i] = draw.Clip{Path: &d.Clips[i].Path, M: geom.Identity()}
	}
	for i := range d.Clips {
		p.clips[i].Outer = p.clip(d.Clips[i].Outer)
	}
	a := &Art{Drawing: d, Layers: make([]ArtLayer, len(d.Layers))}
	for i := range d.Layers {
		from := &d.Layers[i]
		lit := from.Light == art.Always || (from.Light == art.Night) == t.Dark()
		a.Layers[i] = ArtLayer{Lit: lit, Clip: p.clip(from.Clip)}
		if lit {
			a.Layers[i].Pieces = p.pieces(from.Items)
		}
	}
	return a
}

// painter makes marks of a drawing's shapes.
type painter struct {
	colors []draw.Color
	clips  []draw.Clip
}

func (p *painter) clip(i int) *draw.Clip {
	if i < 0 {
		return nil
	}
	return &p.clips[i]
}

func (p *painter) pieces(items []art.Item) (all []Piece) {
	var run *draw.Sheet
	for i := range items {
		it := &items[i]
		if it.Layer >= 0 {
			all, run = append(all, Piece{Layer: it.Layer}), nil
			continue
		}
		if run == nil {
			n := 1
			for i+n < len(items) && items[i+n].Layer < 0 {
				n++
			}
			run = &draw.Sheet{Marks: make([]draw.Mark, 0, n)}
			all = append(all, Piece{Sheet: run})
		}
		run.Marks = append(run.Marks, p.mark(&it.Shape))
	}
	for _, piece := range all {
		if piece.Sheet != nil {
			piece.Sheet.Seal()
		}
	}
	return all
}

func (p *painter) mark(s *art.Shape) draw.Mark {
	return draw.Mark{
		Kind: draw.KindShape, M: s.M, Alpha: 1, Within: p.clip(s.Clip),
		Paint: p.paint(&s.Paint), Path: &s.Path, Pen: s.Pen, Parent: -1, Pair: -1,
	}
}

func (p *painter) paint(from *art.Paint) draw.Paint {
	if len(from.Stops) == 0 {
		return draw.Ink(p.colors[from.Color].Fade(from.Opacity))
	}
	r := draw.Ramp{Kind: draw.Linear, From: from.From, To: from.To, N: min(len(from.Stops), draw.MaxStops)}
	if from.Radial {
		r.Kind = draw.Radial
	}
	for i, s := range from.Stops[:r.N] {
		r.Stops[i] = draw.Stop{At: s.At, Color: p.colors[s.Color].Fade(s.Opacity)}
	}
	return draw.Paint{Color: r.Stops[0].Color, Ramp: r}
}

// gallery holds the drawings of the scenes and what was made of them.
type gallery struct {
	mu   sync.Mutex
	sets []*art.Set // by scene; nil: it has none, or its pack has not come
	made map[artKey]*Art
}

type artKey struct {
	drawing *art.Drawing
	theme   *Theme
}

// SetArt gives a scene its drawings; it takes the place of what it had. It fails,
// and leaves what there was, where a theme lacks a colour or a form a drawing.
func (p *Production) SetArt(scene int, set *art.Set) error {
	return p.setArt(scene, set, p.mixers())
}

func (p *Production) setArt(scene int, set *art.Set, mixers []*mixer) error {
	for form, i := range set.Forms {
		if i < 0 || i >= len(set.Drawings) {
			return errors.New("the scene " + p.Deck.Slots[scene].Scene.Name() + " has no drawing for a " + Form(form).String())
		}
	}
	for i := range set.Drawings {
		for _, m := range mixers {
			if _, err := m.colorsOf(&set.Drawings[i]); err != nil {
				return err
			}
		}
	}
	g := &p.gallery
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.sets == nil {
		g.sets, g.made = make([]*art.Set, len(p.Deck.Slots)), map[artKey]*Art{}
	}
	if old := g.sets[scene]; old != nil {
		for i := range old.Drawings {
			for _, t := range p.Themes {
				delete(g.made, artKey{&old.Drawings[i], t})
			}
		}
	}
	g.sets[scene] = set
	return nil
}

// Hang gives every scene its drawings, from its pack; nil packs are those of scenes
// that have none.
func (p *Production) Hang(packs func(scene string) []byte) error {
	for i := range p.Deck.Slots {
		if pack := packs(p.Deck.Slots[i].Scene.Name()); pack != nil {
			if err := p.HangOne(i, pack); err != nil {
				return err
			}
		}
	}
	return nil
}

// HangOne gives one scene the drawings of a pack, in place of those that it had.
func (p *Production) HangOne(scene int, pack []byte) error {
	set, err := art.Decode(pack)
	if err == nil {
		err = p.SetArt(scene, set)
	}
	if err != nil {
		return errors.Join(errors.New("the drawings of "+p.Deck.Slots[scene].Scene.Name()), err)
	}
	return nil
}

// HangAs gives the scenes the drawings that they have in another production of them,
// and what was made of them there where the colours are the same.
func (p *Production) HangAs(other *Production) error {
	mine, theirs := p.mixers(), other.mixers()
	for i, set := range other.gallery.sets {
		if set == nil {
			continue
		}
		if err := p.setArt(i, set, mine); err != nil {
			return err
		}
	}
	g := &other.gallery
	g.mu.Lock()
	defer g.mu.Unlock()
	for key, a := range g.made {
		was := slices.Index(other.Themes, key.theme)
		if is, ok := p.Theme(key.theme.Name); ok && was >= 0 && alike(key.drawing, theirs[was], mine[is]) {
			p.gallery.made[artKey{key.drawing, p.Themes[is]}] = a
		}
	}
	return nil
}

// alike reports whether a drawing looks in two themes the same. What was made of it is
// shared then, so that a story that comes with other words costs neither time nor memory.
func alike(d *art.Drawing, was, is *mixer) bool {
	if was.theme.Dark() != is.theme.Dark() {
		return false
	}
	before, errWas := was.colorsOf(d)
	now, errIs := is.colorsOf(d)
	return errWas == nil && errIs == nil && slices.Equal(before, now)
}

// art is the drawing of a scene; nil where it has none.
func (p *Production) art(scene int, form Form, theme *Theme) *Art {
	g := &p.gallery
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.sets == nil || g.sets[scene] == nil {
		return nil
	}
	set := g.sets[scene]
	key := artKey{&set.Drawings[set.Forms[form&3]], theme}
	a, ok := g.made[key]
	if !ok {
		a = paint(key.drawing, theme)
		g.made[key] = a
	}
	return a
}
