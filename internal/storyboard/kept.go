package storyboard

import (
	"slices"
	"sync"

	"lianhua/internal/stage"
)

// Kept is what is made of a drawing once: a frame only points to it. What is made depends
// on the key alone: of most, a drawing and how many marks it is to have.
type Kept[K comparable, T any] struct {
	mu   sync.Mutex
	made []made[K, T]
}

type made[K comparable, T any] struct {
	key  K
	what T
}

// Counted is a drawing and how many marks it is to have.
type Counted struct {
	Art   *stage.Art
	Count int
}

// kept is how many drawings are remembered: every form by day, by night and in
// contrast.
const kept = 12

// Of is what was made by a key, or is made now. What has not come to be is not kept.
func (k *Kept[K, T]) Of(key K, mk func() (what T, ok bool)) (T, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for i := range k.made {
		if k.made[i].key == key {
			return k.made[i].what, true
		}
	}
	what, ok := mk()
	if !ok {
		return what, false
	}
	if len(k.made) == kept {
		k.made = slices.Delete(k.made, 0, 1)
	}
	k.made = append(k.made, made[K, T]{key, what})
	return what, true
}
