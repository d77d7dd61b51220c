package industries

import (
	"lianhua/internal/anim"
	"lianhua/internal/story"
)

// What can be tuned: how much shorter a petal is as a bud and with which ease it grows,
// how the rings of light grow and how much there is of it, how dim the other petals
// become, and of the lamp, from how deep it rises and how thick its thread is.
var knobs = []*story.Knob{
	{Name: "bud", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Scaling, Layers: flower},
	{Name: "bud-ease", Unit: story.Ease, Own: float64(anim.CubicInOutCurve), Max: float64(anim.LastCurve), Step: 1, Does: story.Scaling, Layers: flower},
	{Name: "rings", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5, Does: story.Scaling, Layers: []string{"halo"}},
	{Name: "glow", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"glow", "glow-night"}},
	{Name: "veil", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{
		"vehicles-under-veil", "vehicles-upper-veil",
		"equipment-under-veil", "equipment-upper-veil",
		"chips-under-veil", "chips-upper-veil",
		"software-under-veil", "software-upper-veil",
		"design-under-veil", "design-upper-veil",
		"digital-under-veil", "digital-upper-veil",
		"money-under-veil", "money-upper-veil",
	}},
	&lampDepth, &threadWide,
}

// Those that are read where they are drawn.
var (
	lampDepth  = story.Knob{Name: "depth", Unit: story.Times, Own: deep, Min: 0, Max: 4, Step: 0.1}
	threadWide = story.Knob{Name: "thread", Unit: story.Times, Own: 1, Min: 0.5, Max: 3, Step: 0.25}
)

// flower are the layers of the petals.
var flower = []string{"materials", "vehicles", "equipment", "chips", "software", "design", "digital", "money"}
