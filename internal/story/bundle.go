package story

import (
	"errors"
	"slices"
	"strings"
)

// Bundle is a whole story: all languages, all themes.
type Bundle struct {
	records Records
	views   [langs]Story
	index   map[string]int // figure id to its place in the file
	copies  map[string]int
	themes  []Palette
}

// Story is a bundle in one language.
type Story struct {
	Lang    Lang
	bundle  *Bundle
	figures []Figure
	copies  []Copy
	sources []Source
}

// New indexes records. It refuses duplicate ids, copy that shows an unknown
// figure and places that do not exist; the studio's check says more about each.
func New(r Records) (*Bundle, error) {
	b := &Bundle{records: r, index: make(map[string]int, len(r.Figures)), copies: make(map[string]int, len(r.Copy))}
	for i := range r.Figures {
		f := &r.Figures[i]
		if _, twice := b.index[f.ID]; twice {
			return nil, errors.New("story: two figures are called " + f.ID)
		}
		if f.Place < 0 || f.Place >= len(r.Places) {
			return nil, errors.New("story: figure " + f.ID + " has no place on the page")
		}
		b.index[f.ID] = i
	}
	for i := range r.Corrections {
		if _, known := b.index[r.Corrections[i].Figure]; !known {
			return nil, errors.New("story: the unknown figure " + r.Corrections[i].Figure + " was corrected")
		}
	}
	for i := range r.Copy {
		if _, twice := b.copies[r.Copy[i].Key]; twice {
			return nil, errors.New("story: two copies are called " + r.Copy[i].Key)
		}
		b.copies[r.Copy[i].Key] = i
	}
	for _, l := range Langs() {
		if err := b.view(l); err != nil {
			return nil, err
		}
	}
	for _, t := range r.Themes {
		p := Palette{name: t.Name, tones: t.Tones}
		sorted := slices.SortedFunc(slices.Values(t.Colors), func(a, b ColorRecord) int { return strings.Compare(a.Name, b.Name) })
		for _, c := range sorted {
			p.names, p.colors = append(p.names, c.Name), append(p.colors, c.RGBA)
		}
		b.themes = append(b.themes, p)
	}
	return b, nil
}

func (b *Bundle) view(l Lang) error {
	s := &b.views[l]
	s.Lang, s.bundle = l, b
	for i := range b.records.Places {
		s.sources = append(s.sources, s.sourceOf(&b.records.Places[i]))
	}
	s.figures = make([]Figure, len(b.records.Figures))
	for i := range b.records.Figures {
		r := &b.records.Figures[i]
		f := Figure{
			ID: r.ID, Value: r.Value, Base: r.Base, Precision: r.Precision, Kind: r.Kind,
			Period: r.Period.In(l), Label: r.Label.In(l), Source: s.sources[r.Place],
			Target: r.Target, Derived: r.Derived, Expr: r.Expr, Rounding: r.Rounding, PartOf: r.PartOf,
		}
		f.write(r, s)
		s.figures[i] = f
	}
	s.copies = make([]Copy, len(b.records.Copy))
	for i, r := range b.records.Copy {
		c, err := s.compose(r.Key, r.Text.In(l))
		if err != nil {
			return err
		}
		s.copies[i] = c
	}
	return nil
}

func (s *Story) compose(key, raw string) (Copy, error) {
	elements, err := SplitCopy(raw)
	if err != nil {
		return Copy{}, errors.New("story: copy " + key + ": " + err.Error())
	}
	var text strings.Builder
	var figures []string
	for i := range elements {
		p := &elements[i]
		if p.Figure != "" {
			f, ok := s.Figure(p.Figure)
			if !ok {
				return Copy{}, errors.New("story: copy " + key + " shows the unknown figure " + p.Figure)
			}
			figures = append(figures, f.ID)
			p.Text = f.Text
			if p.Bare {
				p.Text = f.Number
			}
		}
		text.WriteString(p.Text)
	}
	return Copy{Key: key, Elements: elements, Figures: figures, OK: true, text: text.String()}, nil
}

// In is the story in that language.
func (b *Bundle) In(l Lang) *Story {
	if l >= langs {
		l = ZH
	}
	return &b.views[l]
}

// Records are the contents from which the bundle was made. The caller must not
// change them.
func (b *Bundle) Records() Records { return b.records }

// Theme is the theme of that name.
func (b *Bundle) Theme(name string) (Palette, bool) {
	for _, p := range b.themes {
		if p.name == name {
			return p, true
		}
	}
	return Palette{}, false
}

// Themes are the palettes in the order in which they are offered. The caller
// must not change them.
func (b *Bundle) Themes() []Palette { return b.themes }

// Timing is what the story says about a beat's times.
func (b *Bundle) Timing(scene, beat string) (Timing, bool) {
	for _, t := range b.records.Timings {
		if t.Scene == scene && t.Beat == beat {
			return Timing{seconds(t.Duration), seconds(t.Hold)}, true
		}
	}
	return Timing{-1, -1}, false
}

func seconds(ms int32) float64 {
	if ms < 0 {
		return -1
	}
	return float64(ms) / 1000
}

// Figure is the figure with that id.
func (s *Story) Figure(id string) (Figure, bool) {
	i, ok := s.bundle.index[id]
	if !ok {
		return Figure{}, false
	}
	return s.figures[i], true
}

// Figures are all figures in the order of the figures file, which is the order
// of the page. The caller must not change them.
func (s *Story) Figures() []Figure { return s.figures }

// Copy is the text with that key. A missing key gives a copy that shows the
// key in brackets, with OK false, so that a picture still comes out.
//
//go:noinline
func (s *Story) Copy(key string) Copy {
	if i, ok := s.bundle.copies[key]; ok {
		return s.copies[i]
	}
	text := Lacking(key)
	return Copy{Key: key, Elements: []Element{{Text: text}}, text: text}
}

// Words is the text with that key as plain text, figures formatted.
//
//go:noinline
func (s *Story) Words(key string) string { return s.Copy(key).text }

// Sources are the paragraphs of the page in its order. The caller must not
// change them.
func (s *Story) Sources() []Source { return s.sources }

// Source is the paragraph with that id; ok is false where the story has none.
func (s *Story) Source(id string) (p Source, ok bool) {
	for i := range s.sources {
		if s.sources[i].ID == id {
			return s.sources[i], true
		}
	}
	return Source{}, false
}

// BreaksOff is the paragraph at whose end the page's text stops in
// mid-sentence; false where the page is whole.
func (s *Story) BreaksOff() (Source, bool) { return s.Source(s.bundle.records.BreaksOff) }

// Bundle is the story in all languages.
func (s *Story) Bundle() *Bundle { return s.bundle }
