package scenes

import (
	"lianhua/internal/stage"
	"lianhua/scenes/aluminium"
	"lianhua/scenes/cleanup"
	"lianhua/scenes/cover"
	"lianhua/scenes/cultivation"
	"lianhua/scenes/finance"
	"lianhua/scenes/habits"
	"lianhua/scenes/households"
	"lianhua/scenes/hydrogen"
	"lianhua/scenes/industries"
	"lianhua/scenes/innovation"
	"lianhua/scenes/inspection"
	"lianhua/scenes/models"
	"lianhua/scenes/output"
	"lianhua/scenes/people"
	"lianhua/scenes/platforms"
	"lianhua/scenes/sources"
	"lianhua/scenes/tasks"
	"lianhua/scenes/water"
	"lianhua/scenes/zhongshan"
)

// All returns the scenes in the order of the story.
func All() []stage.Scene {
	told := []stage.Scene{
		aluminium.New(),
		hydrogen.New(),
		industries.New(),
		output.New(),
		innovation.New(),
		cultivation.New(),
		platforms.New(),
		finance.New(),
		people.New(),
		tasks.New(),
		households.New(),
		water.New(),
		cleanup.New(),
		zhongshan.New(),
		models.New(),
		habits.New(),
		inspection.New(),
	}
	told = append([]stage.Scene{cover.New(actsOf(told))}, told...)
	return append(told, sources.New(told))
}
