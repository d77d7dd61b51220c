package scenes

import (
	"lianhua/internal/stage"
	"lianhua/scenes/aluminium"
	"lianhua/scenes/cleanup"
	"lianhua/scenes/cover"
	"lianhua/scenes/households"
	"lianhua/scenes/hydrogen"
	"lianhua/scenes/inspection"
	"lianhua/scenes/sources"
	"lianhua/scenes/tasks"
)

// All returns the scenes in the order of the story.
func All() []stage.Scene {
	told := []stage.Scene{
		aluminium.New(),
		hydrogen.New(),
		tasks.New(),
		households.New(),
		cleanup.New(),
		inspection.New(),
	}
	told = append([]stage.Scene{cover.New(actsOf(told))}, told...)
	return append(told, sources.New(told))
}
