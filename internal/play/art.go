package play

import (
	"errors"

	"lianhua/internal/art"
)

// SetArt gives a scene its drawings, which its next picture is drawn with; they stay
// when the story changes. It fails, and leaves what there was, where there is no
// scene of that name, or where a theme or a form lacks something.
func (m *Machine) SetArt(scene string, set *art.Set) error {
	i, ok := m.show.Deck.Index(scene)
	if !ok {
		return errors.New("there is no scene " + scene)
	}
	m.dirty = m.dirty || i == m.scene || m.cutting && (i == m.shot.scene || i == m.next.scene) || m.contents.open
	if i == m.shot.scene || i == m.handover.old.scene {
		m.endHandover()
	}
	m.change(i)
	return m.show.SetArt(i, set)
}

// Hang gives every scene its drawings, from its pack; nil packs are those of scenes
// that have none.
func (m *Machine) Hang(packs func(scene string) []byte) error {
	m.dirty = true
	m.change(-1)
	return m.show.Hang(packs)
}
