package people

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: how much smaller she is who steps forward at her own place, from how
// deep her card and the stones come up, how strong the rays are, how thick the mist lies
// before the light, and how bright its edge is.
var (
	growing   = story.Knob{Name: "step", Unit: story.Times, Own: 1, Min: 0, Max: 1.6, Step: 0.1}
	lifting   = story.Knob{Name: "card", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25}
	stonesUp  = story.Knob{Name: "stones", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5}
	rayLight  = story.Knob{Name: "rays", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
	mistThick = story.Knob{Name: "mist", Unit: story.Part, Own: 0.88, Min: 0, Max: 1, Step: 0.04}
	edgeLight = story.Knob{Name: "edge", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
)

var knobs = []*story.Knob{&growing, &lifting, &stonesUp, &rayLight, &mistThick, &edgeLight}

// turned is what the storyboard does with them.
var turned = []storyboard.Turned{
	{Knob: &growing, Does: storyboard.Scaling, Layers: []string{"one"}},
	{Knob: &lifting, Does: storyboard.Moving, Layers: []string{"card"}},
	{Knob: &stonesUp, Does: storyboard.Moving, Layers: []string{"stones"}},
	{Knob: &rayLight, Does: storyboard.Lighting, Layers: []string{"rays"}},
}
