package browsertest

import (
	"lianhua/internal/stage"
	"lianhua/scenes"
)

// sample is every of-th scene, from one on. Where a test has seen every scene in one
// language or window, a sample shows that the page does the same in another: what
// else could differ is the scene's picture, which package scenes tests in all of them.
func sample(from, of int) []stage.Scene {
	var some []stage.Scene
	for i, s := range scenes.All() {
		if i%of == from {
			some = append(some, s)
		}
	}
	return some
}
