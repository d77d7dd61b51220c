package storyboard

import (
	"slices"
	"sync"

	"lianhua/internal/stage"
)

// Kept is what is made of a drawing once, for so many marks: a frame only points to
// it. What is made depends on the drawing and the count alone.
type Kept[T any] struct {
	mu   sync.Mutex
	made []made[T]
}

type made[T any] struct {
	art   *stage.Art
	count int
	what  T
}

// kept is how many drawings are remembered: every form by day, by night and in
// contrast.
const kept = 12

// Of is what was made of a drawing for so many marks, or is made now. What has not
// come to be is not kept.
func (k *Kept[T]) Of(a *stage.Art, count int, mk func() (what T, ok bool)) (T, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for i := range k.made {
		if m := &k.made[i]; m.art == a && m.count == count {
			return m.what, true
		}
	}
	what, ok := mk()
	if !ok {
		return what, false
	}
	if len(k.made) == kept {
		k.made = slices.Delete(k.made, 0, 1)
	}
	k.made = append(k.made, made[T]{a, count, what})
	return what, true
}
