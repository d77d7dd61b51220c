package play

import (
	"errors"
	"slices"

	"lianhua/internal/art"
	"lianhua/internal/stage"
)

// SetArt gives a scene its drawings, which its next picture is drawn with; they stay
// when the story changes. It fails, and leaves what there was, where there is no
// scene of that name, or where a theme or a form lacks something.
func (m *Machine) SetArt(scene string, set *art.Set) error {
	i := slices.IndexFunc(m.scenes, func(s stage.Scene) bool { return s.Name() == scene })
	if i < 0 {
		return errors.New("there is no scene " + scene)
	}
	if err := m.show.SetArt(i, set); err != nil {
		return err
	}
	m.art[i] = set
	m.dirty = true
	return nil
}

// hang gives a production the drawings that have come so far.
func (m *Machine) hang(p *stage.Production) error {
	for i, set := range m.art {
		if set == nil {
			continue
		}
		if err := p.SetArt(i, set); err != nil {
			return err
		}
	}
	return nil
}
