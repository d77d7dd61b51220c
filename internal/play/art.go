package play

import (
	"slices"

	"lianhua/internal/art"
	"lianhua/internal/stage"
)

// SetArt gives a scene its drawings, which its next picture is drawn with; it
// reports false where there is no scene of that name. They stay when the story
// changes.
func (m *Machine) SetArt(scene string, set *art.Set) bool {
	i := slices.IndexFunc(m.scenes, func(s stage.Scene) bool { return s.Name() == scene })
	if i < 0 {
		return false
	}
	m.art[i] = set
	m.dirty = true
	return true
}
