package scenes

import (
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// Handovers are the places that open into another scene of their act: the tasks have a
// room each, and what was done in one of them is told next.
func Handovers() []stage.Handover {
	return []stage.Handover{
		{From: "tasks", Place: draw.Name("enter-toilets"), To: "households", Into: draw.Name("home")},
		{From: "tasks", Place: draw.Name("enter-sewage"), To: "water", Into: draw.Name("along")},
	}
}
