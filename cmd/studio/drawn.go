package main

import (
	"lianhua/internal/stage"
	"lianhua/scenes"
)

// drawnFigures maps each figure's id to the names of the scenes that draw it,
// in story order; a test of the scenes holds what they say to what they draw.
func drawnFigures() map[string][]string {
	drawn := map[string][]string{}
	for _, s := range scenes.All() {
		if f, ok := s.(stage.Figured); ok {
			for _, id := range f.Figures() {
				drawn[id] = append(drawn[id], s.Name())
			}
		}
	}
	return drawn
}

// everySceneExists says whether the story has all its scenes, so that a figure
// that none draws is an error.
const everySceneExists = false
