package proof

import (
	"errors"
	"fmt"
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/story"
)

// Fault is a picture that cannot be drawn.
type Fault struct {
	Scene, Beat string
	Now         anim.Seconds
	Size        string // by its name in preview
	Lang        story.Lang
	Err         error
}

func (f *Fault) Error() string {
	return fmt.Sprintf("scene %s, beat %s (%.2f s, %s, %s): %v", f.Scene, f.Beat, f.Now, f.Size, f.Lang, f.Err)
}

func (f *Fault) Unwrap() error { return f.Err }

// moments is in how many parts a beat's motion is looked at.
const moments = 4

// Faults draws every scene of s and returns the first fault of each.
func Faults(s *preview.Viewer) []*Fault {
	var faults []*Fault
	for i := range s.Deck.Slots {
		if f := Scene(s, i); f != nil {
			faults = append(faults, f)
		}
	}
	return faults
}

// Scene draws every beat of one scene and returns the first fault, nil where
// there is none.
func Scene(s *preview.Viewer, scene int) *Fault {
	slot := &s.Deck.Slots[scene]
	var l draw.List
	for b, beat := range slot.Time.Beats {
		for k := range moments + 1 {
			now := anim.Lerp(slot.Time.Start(b), slot.Time.End(b), float64(k)/moments)
			for _, size := range preview.Sizes() {
				for _, lang := range story.Langs() {
					err := picture(s, &l, preview.Moment{Scene: scene, Now: now, Lang: lang, Area: size.Area})
					if err != nil {
						return &Fault{slot.Scene.Name(), beat.Name, now, size.Name, lang, err}
					}
				}
			}
		}
	}
	return nil
}

// picture draws one moment; a panic becomes its error.
func picture(s *preview.Viewer, l *draw.List, m preview.Moment) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("drawing fails: %v", p)
			*l = draw.List{} // it may hold open groups
		}
	}()
	s.Draw(l, m)
	if err := l.Check(); err != nil {
		return err
	}
	return misses(l)
}

// misses is why a picture does not show what it should: words or a figure that the
// story lacks.
func misses(l *draw.List) error {
	for i := range l.Marks {
		m := &l.Marks[i]
		switch {
		case m.Kind == draw.KindText && strings.Contains(m.Run.Text, "⟨"):
			return errors.New("the story lacks " + m.Run.Text)
		case strings.Contains(m.Sem.Label, "⟨"):
			return errors.New("the story lacks " + m.Sem.Label + ", which is read out for " + m.ID.String())
		case strings.Contains(m.Sem.Detail, "⟨"):
			return errors.New("the story lacks " + m.Sem.Detail + ", which is read out for " + m.ID.String())
		}
	}
	return nil
}
