package hall

import (
	_ "embed"

	"lianhua/internal/hall/plan"
	"lianhua/internal/story"
)

// File is the settings as they are without a file, each explained.
//
//go:embed kiosk.toml
var File string

// What a file says is a plan.
type (
	Settings = plan.Settings
	Visits   = plan.Visits
	Updates  = plan.Updates
	Hours    = plan.Hours
	Closed   = plan.Closed
	LowReach = plan.LowReach
	Known    = plan.Known
)

// Default is the settings without a file.
func Default() Settings {
	s, _ := read("kiosk.toml", File, Settings{Languages: []story.Lang{story.ZH}, Themes: []string{""}}, Known{})
	return s
}
