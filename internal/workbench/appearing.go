package workbench

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"sync"
	"unicode"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/still"
	"lianhua/internal/story"
)

// appearing is where the words of a scene appear, by their keys in the copy, in the order
// of the beats.
type appearing struct {
	Revision string             `json:"revision"`
	Places   map[string][]spoke `json:"places"`
}

// spoke is one such place: a beat at rest, in the forms that have the words there.
type spoke struct {
	Beat   int      `json:"beat"` // from 1
	Forms  []string `json:"forms"`
	Mark   string   `json:"mark,omitempty"`   // that has them, in the first of the forms; none: they describe the picture
	Picked bool     `json:"picked,omitempty"` // they are there while that mark is picked
	Spoken bool     `json:"spoken,omitempty"` // they are read out, and seen nowhere
}

// appearances are what was found of each scene of an edition. Its zero value has none.
type appearances struct {
	mu  sync.Mutex
	all map[int]*found
}

// found is what one scene was asked for, by one who looks while others wait.
type found struct {
	mu     sync.Mutex
	places map[string][]spoke // nil: nobody has looked to the end
}

func (b *Bench) appearing(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	e.appear.mu.Lock()
	if e.appear.all == nil {
		e.appear.all = map[int]*found{}
	}
	of := e.appear.all[m.Scene]
	if of == nil {
		of = new(found)
		e.appear.all[m.Scene] = of
	}
	e.appear.mu.Unlock()
	of.mu.Lock()
	defer of.mu.Unlock()
	if of.places == nil {
		places, err := look(r.Context(), e, m.Scene)
		if err != nil {
			return err
		}
		of.places = places
	}
	sendJSON(w, appearing{e.revision, of.places})
	return nil
}

// sought is the language by whose words they are looked for: its lines have few gaps.
const sought = story.ZH

// text is words that are looked for, without gaps.
type text struct{ key, bare string }

// look looks for a scene's words in all its pictures at rest, and in those on which a mark
// is picked. Pictures are drawn one at a time, so that what a maker waits for goes between.
func look(ctx context.Context, e *edition, scene int) (map[string][]spoke, error) {
	slot := &e.book.Deck.Slots[scene]
	words := e.book.Bundle.In(sought)
	var texts []text
	for _, c := range e.book.Bundle.Records().Copy {
		if strings.HasPrefix(c.Key, slot.Scene.Name()+".") {
			texts = append(texts, text{c.Key, bare(words.Words(c.Key))})
		}
	}
	all := map[string][]spoke{}
	add := func(key string, one spoke, form string) {
		same := func(s spoke) bool {
			return s.Beat == one.Beat && s.Picked == one.Picked && s.Spoken == one.Spoken && (!one.Picked || s.Mark == one.Mark)
		}
		if i := slices.IndexFunc(all[key], same); i >= 0 {
			if !slices.Contains(all[key][i].Forms, form) {
				all[key][i].Forms = append(all[key][i].Forms, form)
			}
			return
		}
		one.Forms = []string{form}
		all[key] = append(all[key], one)
	}
	touched := map[string]bool{} // by form and mark
	for beat := range slot.Time.Beats {
		if d, ok := slot.Scene.(stage.Described); ok {
			for _, s := range preview.Sizes() {
				add(d.Describe(beat), spoke{Beat: beat + 1, Spoken: true}, s.Name)
			}
		}
		for _, s := range preview.Sizes() {
			rest := shown{e: e, m: e.book.Settled(scene, beat, sought, nil, s.Area)}
			if err := rest.read(ctx); err != nil {
				return nil, err
			}
			seen := map[string]bool{}
			for _, t := range texts {
				mark, spoken, ok := rest.has(t.bare)
				if seen[t.key] = ok && !spoken; ok {
					add(t.key, spoke{Beat: beat + 1, Mark: mark, Spoken: spoken}, s.Name)
				}
			}
			for _, mark := range rest.touch {
				if touched[s.Name+mark] {
					continue
				}
				touched[s.Name+mark] = true
				picked := shown{e: e, m: rest.m, picked: draw.ParseID(mark)}
				if err := picked.read(ctx); err != nil {
					return nil, err
				}
				for _, t := range texts {
					if _, spoken, ok := picked.has(t.bare); ok && !spoken && !seen[t.key] {
						add(t.key, spoke{Beat: beat + 1, Mark: mark, Picked: true}, s.Name)
					}
				}
			}
		}
	}
	spoken := func(s spoke) bool { return s.Spoken }
	for key, places := range all {
		if slices.ContainsFunc(places, func(s spoke) bool { return !s.Spoken }) {
			all[key] = slices.DeleteFunc(places, spoken)
		}
	}
	return all, nil
}

// shown is what a picture says.
type shown struct {
	e      *edition
	m      preview.Moment
	picked draw.ID

	lines map[string]string // marks by their lines without gaps
	heard map[string]string // and by what is read out in their place
	long  int               // bytes of the longest line
	touch []string          // what can be picked
}

func (s *shown) read(ctx context.Context) error {
	s.lines, s.heard = map[string]string{}, map[string]string{}
	return s.e.draw(ctx, func(a *still.Artist) error {
		l, _ := a.MomentAs(s.m, func(v *stage.View) { v.Picked.ID = s.picked })
		for i := range l.Marks {
			mark := &l.Marks[i]
			if mark.Kind == draw.KindClose || mark.Alpha <= 0.01 {
				continue
			}
			id := mark.ID.String()
			keep := func(in map[string]string, text string) {
				if text = bare(text); text != "" && in[text] == "" {
					in[text] = id
					s.long = max(s.long, len(text))
				}
			}
			keep(s.heard, mark.Sem.Label)
			keep(s.heard, mark.Sem.Detail)
			if mark.Kind == draw.KindText && !l.Bounds(i).Intersect(l.Area).Empty() {
				keep(s.lines, mark.Run.Text)
			}
			if mark.Sem.Role == draw.RoleButton && !slices.Contains(s.touch, id) {
				s.touch = append(s.touch, id)
			}
		}
		return nil
	})
}

// has is the mark at which a text without gaps begins, where lines of the picture make up
// all of it, or else one that is read out so.
func (s *shown) has(text string) (mark string, spoken, ok bool) {
	if text == "" {
		return "", false, false
	}
	begins := make([]string, len(text)+1) // the mark of the first line, where lines reach there
	for i := range text {
		if i > 0 && begins[i] == "" {
			continue
		}
		for n := 1; n <= min(s.long, len(text)-i); n++ {
			if id := s.lines[text[i:i+n]]; id != "" && begins[i+n] == "" {
				if begins[i+n] = id; i > 0 {
					begins[i+n] = begins[i]
				}
			}
		}
	}
	if first := begins[len(text)]; first != "" {
		return first, false, true
	}
	mark, ok = s.heard[text]
	return mark, ok, ok
}

// bare is a text without what setting it changes: its gaps.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' {
			return -1
		}
		return r
	}, text)
}
