package workbench

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"strings"

	"lianhua/internal/draw"
	"lianhua/internal/flaw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/still"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// sight is what stands in a moment's picture. Boxes are x, y, width and height in
// device-independent pixels.
type sight struct {
	Revision string            `json:"revision"`
	Form     string            `json:"form"`
	Layout   map[string][4]int `json:"layout"` // head, body and foot
	Marks    []seenMark        `json:"marks"`
}

type seenMark struct {
	ID     string      `json:"id"`
	Kind   string      `json:"kind"`
	Box    [4]int      `json:"box"`
	Reach  *[4]int     `json:"reach,omitempty"` // in which a touch works it, where one does
	Role   string      `json:"role"`
	Label  string      `json:"label,omitempty"`
	Detail string      `json:"detail,omitempty"`
	Words  string      `json:"words,omitempty"`
	Keys   []string    `json:"keys,omitempty"` // of the copy that has the words
	Type   string      `json:"type,omitempty"` // face and size
	Figure *seenFigure `json:"figure,omitempty"`
	Colors []seenColor `json:"colors,omitempty"`
	Alpha  float64     `json:"alpha"`
	Count  int         `json:"count,omitempty"` // of a crowd, of dots, or of a sheet's shapes
	In     int         `json:"in"`              // the group around it, -1: none
}

type seenFigure struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Label  string `json:"label"`
	Period string `json:"period"`
	Cite   string `json:"cite"`
	Place  string `json:"place"`
}

type seenColor struct {
	Name  string `json:"name"` // empty: it has none
	Color string `json:"color"`
}

var (
	kindNames = [...]string{"shape", "text", "dots", "field", "sheet", "group", ""}
	faceNames = [...]string{typeset.Sans: "sans", typeset.SansBold: "bold", typeset.Serif: "serif"}
)

func (b *Bench) marks(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	var out sight
	err := e.draw(r.Context(), func(a *still.Artist) error {
		l, _ := a.Moment(m.Moment)
		out = see(e, l, m)
		return nil
	})
	if err == nil {
		sendJSON(w, out)
	}
	return err
}

func see(e *edition, l *draw.List, m moment) sight {
	lay := stage.LayoutOf(m.Area)
	out := sight{Revision: e.revision, Form: lay.Form.String(), Layout: map[string][4]int{"head": box(lay.Head), "body": box(lay.Body), "foot": box(lay.Foot)}}
	theme, _ := e.book.Theme(m.Theme.Name)
	names := namesOf(e.book.Bundle.Records().Themes[theme])
	words := e.book.Bundle.In(m.Lang)
	scene := e.book.Deck.Slots[m.Scene].Scene.Name()
	at := make([]int, len(l.Marks)) // of each mark among those that are told
	for i := range l.Marks {
		mark := &l.Marks[i]
		at[i] = -1
		bounds := l.Bounds(i).Intersect(m.Area)
		if mark.Kind == draw.KindClose || mark.Alpha <= 0.01 || bounds.Empty() {
			continue
		}
		at[i] = len(out.Marks)
		s := seenMark{
			ID: mark.ID.String(), Kind: kindNames[mark.Kind], Box: box(bounds), Role: mark.Sem.Role.String(),
			Label: mark.Sem.Label, Detail: mark.Sem.Detail, Alpha: math.Round(mark.Alpha*100) / 100, In: -1,
		}
		if mark.Parent >= 0 {
			s.In = at[mark.Parent]
		}
		if mark.Sem.Role.Touchable() {
			reach := box(bounds.Grow(draw.MinTouch, draw.MinTouch).Intersect(m.Area))
			s.Reach = &reach
		}
		s.Figure = figureOf(words, mark.Sem)
		switch mark.Kind {
		case draw.KindText:
			s.Words = mark.Run.Text
			s.Keys = keysOf(words, scene, mark.Run.Text)
			s.Type = fmt.Sprintf("%s %.1f", faceNames[mark.Run.Style.Face], mark.Run.Style.Size*mark.M.Scale())
		case draw.KindDots:
			s.Count = len(mark.Dots)
		case draw.KindField:
			s.Count = mark.Field.Count
		case draw.KindSheet:
			s.Count = mark.Sheet.Len()
		}
		s.Colors = names.of(mark)
		out.Marks = append(out.Marks, s)
	}
	return out
}

func box(r geom.Rect) [4]int {
	x, y := math.Floor(r.X), math.Floor(r.Y)
	return [4]int{int(x), int(y), int(math.Ceil(r.Right()) - x), int(math.Ceil(r.Bottom()) - y)}
}

func figureOf(s *story.Story, sem draw.Sem) *seenFigure {
	id := sem.Figure
	if id == "" && len(sem.Figures) > 0 {
		id = sem.Figures[0]
	}
	f, ok := s.Figure(id)
	if !ok {
		return nil
	}
	return &seenFigure{f.ID, f.Text, f.Label, f.Period, f.Source.Cite, f.Source.ID}
}

// mostKeys is how many texts are named that a line of words may come from.
const mostKeys = 4

// keysOf are the texts that hold a line of words: those of the scene first.
func keysOf(s *story.Story, scene, line string) []string {
	line = strings.TrimSpace(line)
	if line == "" {
		return nil
	}
	var own, others []string
	for _, c := range s.Bundle().Records().Copy {
		if !strings.Contains(s.Words(c.Key), line) {
			continue
		}
		if strings.HasPrefix(c.Key, scene+".") {
			own = append(own, c.Key)
		} else {
			others = append(others, c.Key)
		}
	}
	if len(own) == 0 {
		own = others
	}
	return own[:min(len(own), mostKeys)]
}

// colorNames are a theme's names by colour without opacity.
type colorNames map[draw.Color]string

func namesOf(t story.ThemeRecord) colorNames {
	n := colorNames{}
	for _, c := range t.Colors {
		if _, known := n[draw.Color(c.RGBA)|0xff]; !known {
			n[draw.Color(c.RGBA)|0xff] = c.Name
		}
	}
	for _, tone := range t.Tones {
		for place := 0; place <= 100 && len(tone.Colors) > 1; place++ {
			at := float64(place) / 100 * float64(len(tone.Colors)-1)
			i := min(int(at), len(tone.Colors)-2)
			c := draw.Mix(draw.Color(tone.Colors[i]), draw.Color(tone.Colors[i+1]), at-float64(i)) | 0xff
			if _, known := n[c]; !known {
				n[c] = fmt.Sprintf("%s-%d", tone.Name, place)
			}
		}
	}
	return n
}

// mostColors is how many colours of one mark are told.
const mostColors = 12

func (n colorNames) of(m *draw.Mark) (all []seenColor) {
	seen := map[draw.Color]bool{}
	add := func(c draw.Color) {
		if c.A() == 0 || seen[c|0xff] || len(all) == mostColors {
			return
		}
		seen[c|0xff] = true
		all = append(all, seenColor{n[c|0xff], css(c)})
	}
	paint := func(p *draw.Paint) {
		if p.Ramp.N == 0 {
			add(p.Color)
		}
		for _, s := range p.Ramp.Stops[:p.Ramp.N] {
			add(s.Color)
		}
	}
	switch m.Kind {
	case draw.KindShape, draw.KindText:
		paint(&m.Paint)
	case draw.KindDots:
		for _, d := range m.Dots {
			add(d.Color)
		}
	case draw.KindField:
		for _, c := range m.Field.Inks {
			add(c)
		}
	case draw.KindSheet:
		for i := range m.Sheet.Marks {
			paint(&m.Sheet.Marks[i].Paint)
		}
	}
	return all
}

// css writes a colour as #rrggbb, or with its opacity.
func css(c draw.Color) string {
	if c.A() == 0xff {
		return fmt.Sprintf("#%06x", uint32(c)>>8)
	}
	return fmt.Sprintf("#%08x", uint32(c))
}

// examined is what is wrong in a moment's picture.
type examined struct {
	Revision string     `json:"revision"`
	Rests    bool       `json:"rests"` // false: it moves, and nothing was looked for
	Flaws    []seenFlaw `json:"flaws"`
}

type seenFlaw struct {
	Kind  string  `json:"kind"`
	Mark  string  `json:"mark"`
	Words string  `json:"words,omitempty"`
	Other string  `json:"other,omitempty"` // the mark or the words that it lies on
	Box   [4]int  `json:"box"`
	Got   float64 `json:"got"`
	Need  float64 `json:"need"`
	Rune  string  `json:"rune,omitempty"`
}

// groundWidth is how many pixels across the grounds of texts are looked at.
const groundWidth = 1440

func (b *Bench) flaws(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	out := examined{Revision: e.revision, Rests: m.rests, Flaws: []seenFlaw{}}
	if !m.rests {
		sendJSON(w, out)
		return nil
	}
	select {
	case e.examining <- struct{}{}:
		defer func() { <-e.examining }()
	case <-r.Context().Done():
		return r.Context().Err()
	}
	err := e.draw(r.Context(), func(a *still.Artist) error {
		l, painter := a.Moment(m.Moment)
		m.vision, m.width = 0, 0 // it is looked at in another way
		key := m.of("flaws", l.Hash())
		if known, ok := e.drawn.get(key); ok {
			return json.Unmarshal(known, &out.Flaws)
		}
		a.Remember(nil) // what is behind each word is painted once, and would take the pictures' room
		defer a.Remember(e.masks)
		found := flaw.Layout(l)
		found = append(found, flaw.Glyphs(l, e.book.Fonts.Lacks)...)
		found = append(found, flaw.Contrast(l, painter, min(1, groundWidth/m.Area.W))...)
		if form := stage.FormOf(m.Area); form == stage.Phone || form == stage.Laptop {
			found = append(found, flaw.Targets(l)...) // halls have room: their targets are looked at by nobody
		}
		for _, f := range found {
			out.Flaws = append(out.Flaws, seenOf(l, f))
		}
		known, err := json.Marshal(out.Flaws)
		if err == nil {
			e.drawn.keep(key, known)
		}
		return err
	})
	if err == nil {
		sendJSON(w, out)
	}
	return err
}

func seenOf(l *draw.List, f flaw.Flaw) seenFlaw {
	mark := &l.Marks[f.Mark]
	s := seenFlaw{Kind: f.Kind.String(), Mark: mark.ID.String(), Box: box(f.At), Got: math.Round(f.Got*100) / 100, Need: f.Need}
	if mark.Kind == draw.KindText {
		s.Words = mark.Run.Text
	}
	if f.Other >= 0 {
		s.Other = l.Marks[f.Other].ID.String()
		if run := l.Marks[f.Other].Run; run != nil {
			s.Other = run.Text
		}
	}
	if f.Rune != 0 {
		s.Rune = string(f.Rune)
	}
	return s
}
