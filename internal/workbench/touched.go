package workbench

import (
	"context"
	"image"
	"math"
	"net/http"
	"slices"
	"sync/atomic"

	"lianhua/internal/golden/kept"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/still"
	"lianhua/internal/story"
)

// touchedPicture is a settled picture that is another than at the last commit.
type touchedPicture struct {
	Scene  string      `json:"scene"`
	Beat   int         `json:"beat"` // from 1
	T      float64     `json:"t"`    // seconds of the scene
	Form   string      `json:"form"`
	Lang   string      `json:"lang"`
	Theme  string      `json:"theme"`
	Share  float64     `json:"share"`  // of its pixels that differ, 0 to 1
	Box    *[4]float64 `json:"box"`    // around them: x, y, width and height, as parts of the picture
	Before bool        `json:"before"` // there was such a picture at all
	Files  []string    `json:"files"`  // the goldens that hold it, below their folder
}

// touchedStart is the first line of the list, and touchedEnd the last.
type touchedStart struct {
	counted
	Commit string `json:"commit"`
	Code   bool   `json:"code"` // scenes were changed since, and both pictures are drawn by the new ones
}

type touchedEnd struct {
	End    bool     `json:"end"`
	Scenes []string `json:"scenes"` // those of which anything may have changed, on the way to a rest as well
}

// comparedWidth is how many pixels across two pictures are compared.
const comparedWidth = 240

// toldEach is after how many pictures the page is told how far it is.
const toldEach = 8

// touched tells every settled picture, of each scene, form, language and theme, that
// is another than at the last commit, in lines as they are found: those of the scene
// that is asked for first.
func (b *Bench) touched(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	ctx := r.Context()
	before, commit, err := b.past.at(ctx)
	if err != nil {
		return err
	}
	start := touchedStart{Commit: commit}
	if start.Code, err = b.past.codeChanged(ctx); err != nil {
		return err
	}
	all, scenes := settledOnes(e, before, m.Scene)
	start.Of = len(all)
	out := answerLines(w)
	out.tell(start)
	var done atomic.Int64
	err = onAllCores(len(all), func(i int) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		p, err := compare(ctx, e, before, all[i])
		if err != nil {
			return err
		}
		if p != nil {
			out.tell(p)
		}
		if n := int(done.Add(1)); n%toldEach == 0 {
			out.tell(counted{n, len(all)})
		}
		return nil
	})
	if err != nil {
		if ctx.Err() == nil {
			out.tell(failed{err.Error()})
		}
		return nil // the answer has begun
	}
	out.tell(touchedEnd{true, scenes})
	return nil
}

// settledOnes are the pictures at rest of scenes of which anything may have changed,
// those of one scene first, and the names of these scenes.
func settledOnes(e, before *edition, first int) (all []moment, scenes []string) {
	slots := e.book.Deck.Slots
	order := make([]int, 0, len(slots))
	for i := range slots {
		order = append(order, (first+i)%len(slots))
	}
	scenes = []string{}
	for _, scene := range order {
		name := slots[scene].Scene.Name()
		if e.made[name] == before.made[name] {
			continue
		}
		scenes = append(scenes, name)
		for beat := range slots[scene].Time.Len() {
			for _, size := range preview.Sizes() {
				for _, lang := range story.Langs() {
					for _, theme := range e.book.Themes {
						m := moment{Moment: e.book.Settled(scene, beat, lang, theme, size.Area), beat: beat, rests: true, width: int(size.Area.W)}
						all = append(all, m)
					}
				}
			}
		}
	}
	return all, scenes
}

// compare tells how much a picture differs from what it was; nil: it does not.
func compare(ctx context.Context, e, before *edition, m moment) (*touchedPicture, error) {
	p := &touchedPicture{
		Scene: e.book.Deck.Slots[m.Scene].Scene.Name(), Beat: m.beat + 1, T: math.Round(m.Now*1000) / 1000,
		Form: stage.FormOf(m.Area).String(), Lang: m.Lang.String(), Theme: m.Theme.Name, Share: 1, Files: []string{},
	}
	for _, name := range kept.Holding(m.Moment, slices.Index(e.book.Themes, m.Theme), m.beat == e.book.Deck.Slots[m.Scene].Time.Len()-1) {
		p.Files = append(p.Files, p.Scene+"/"+name)
	}
	old, err := then(e, m, before)
	if err != nil {
		return p, nil // there was no such picture
	}
	p.Before = true
	var hashes [2]uint64
	look := func(e *edition, m moment, hash *uint64, img **image.RGBA) error {
		return e.draw(ctx, func(a *still.Artist) error {
			l, painter := a.Moment(m.Moment)
			if *hash = l.Hash(); img != nil {
				*img = painter.Render(l, comparedWidth/m.Area.W)
			}
			return nil
		})
	}
	if err := look(before, old, &hashes[0], nil); err != nil {
		return nil, err
	}
	if err := look(e, m, &hashes[1], nil); err != nil || hashes[0] == hashes[1] {
		return nil, err
	}
	var was, now *image.RGBA
	if err := look(before, old, &hashes[0], &was); err != nil {
		return nil, err
	}
	if err := look(e, m, &hashes[1], &now); err != nil {
		return nil, err
	}
	n, at := differing(was, now)
	w, h := float64(now.Rect.Dx()), float64(now.Rect.Dy())
	p.Share = float64(n) / (w * h)
	if n > 0 {
		p.Box = &[4]float64{float64(at.Min.X) / w, float64(at.Min.Y) / h, float64(at.Dx()) / w, float64(at.Dy()) / h}
	}
	return p, nil
}

// differing counts the pixels in which two pictures of one size differ, and gives the
// rectangle around them.
func differing(a, b *image.RGBA) (n int, at image.Rectangle) {
	for y := range b.Rect.Dy() {
		for x := range b.Rect.Dx() {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				n++
				at = at.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return n, at
}
