package workbench

import (
	"encoding/json"
	"net/http"
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/flaw"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/vision"
)

// outline is the story as the page needs it to ask for pictures.
type outline struct {
	Revision string         `json:"revision"`
	Stale    bool           `json:"stale"` // the Go code on disk is newer than what draws here
	Wrong    string         `json:"wrong"` // why the last saved story is not shown
	Scenes   []outlineScene `json:"scenes"`
	Acts     []outlineAct   `json:"acts"` // those that a scene may be begun in; none: no scene is begun here
	Forms    []outlineForm  `json:"forms"`
	Langs    []string       `json:"langs"`
	Themes   []outlineTheme `json:"themes"`
	Visions  []string       `json:"visions"`
	Flaws    []string       `json:"flaws"`
}

type outlineScene struct {
	Name  string            `json:"name"`
	Title map[string]string `json:"title"` // by language
	Act   map[string]string `json:"act"`   // the same; none: it is of no act
	Beats []outlineBeat     `json:"beats"`
}

type outlineAct struct {
	Name  string            `json:"name"`
	Title map[string]string `json:"title"` // by language
}

// outlineBeat is a beat with its times in seconds.
type outlineBeat struct {
	Name  string            `json:"name"`
	Tells map[string]string `json:"tells"` // what its picture shows, by language
	Start anim.Seconds      `json:"start"`
	End   anim.Seconds      `json:"end"`
	Hold  anim.Seconds      `json:"hold"`
	Cut   bool              `json:"cut"`
}

type outlineForm struct {
	Name   string  `json:"name"`
	Width  float64 `json:"width"` // in device-independent pixels
	Height float64 `json:"height"`
}

type outlineTheme struct {
	Name   string            `json:"name"`
	Dark   bool              `json:"dark"`
	Colors map[string]string `json:"colors"` // by name, as CSS
}

func (b *Bench) story(w http.ResponseWriter, r *http.Request) {
	e, err := b.present(r.Context())
	if err != nil {
		refuse(w, http.StatusServiceUnavailable, err)
		return
	}
	out := outlineOf(e)
	if b.NewScene == nil {
		out.Acts = nil
	}
	b.mu.Lock()
	out.Stale = b.stale
	if b.wrong != nil {
		out.Wrong = b.wrong.Error()
	}
	b.mu.Unlock()
	sendJSON(w, out)
}

func outlineOf(e *edition) outline {
	out := outline{Revision: e.revision}
	for i := range e.book.Deck.Slots {
		slot := &e.book.Deck.Slots[i]
		name := slot.Scene.Name()
		s := outlineScene{Name: name, Title: inEach(e, name+".title"), Act: map[string]string{}}
		if slot.Act != "" {
			s.Act = inEach(e, "act."+slot.Act)
			if n := len(out.Acts); n == 0 || out.Acts[n-1].Name != slot.Act {
				out.Acts = append(out.Acts, outlineAct{slot.Act, s.Act})
			}
		}
		for k, beat := range slot.Time.Beats {
			one := outlineBeat{Name: beat.Name, Start: slot.Time.Start(k), End: slot.Time.End(k), Hold: beat.Hold, Cut: beat.Cut, Tells: map[string]string{}}
			if d, ok := slot.Scene.(stage.Described); ok {
				one.Tells = inEach(e, d.Describe(k))
			}
			s.Beats = append(s.Beats, one)
		}
		out.Scenes = append(out.Scenes, s)
	}
	for _, s := range preview.Sizes() {
		out.Forms = append(out.Forms, outlineForm{s.Name, s.Area.W, s.Area.H})
	}
	for _, l := range story.Langs() {
		out.Langs = append(out.Langs, l.String())
	}
	for i, t := range e.book.Themes {
		one := outlineTheme{Name: t.Name, Dark: t.Dark(), Colors: map[string]string{}}
		for _, c := range e.book.Bundle.Records().Themes[i].Colors {
			one.Colors[c.Name] = css(draw.Color(c.RGBA))
		}
		out.Themes = append(out.Themes, one)
	}
	for _, k := range vision.Kinds() {
		out.Visions = append(out.Visions, k.String())
	}
	for _, k := range flaw.Kinds() {
		out.Flaws = append(out.Flaws, k.String())
	}
	return out
}

// inEach is a text of the story by language, in one line.
func inEach(e *edition, key string) map[string]string {
	all := map[string]string{}
	for _, l := range story.Langs() {
		glue := " "
		if l == story.ZH {
			glue = ""
		}
		all[l.String()] = strings.ReplaceAll(e.book.Bundle.In(l).Words(key), "\n", glue)
	}
	return all
}

func sendJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	// What fails is the connection: nobody is left to be told.
	_ = json.NewEncoder(w).Encode(v)
}
