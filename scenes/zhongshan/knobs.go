package zhongshan

import (
	"lianhua/internal/anim"
	"lianhua/internal/story"
)

// What can be tuned: how far the moon shines and how firm its seas are; how far the rings go
// out from the lanterns; how dark the stages are before; how strong they glow; how
// the cat swings its tail; and with which ease the curtains open.
var knobs = []*story.Knob{
	&moonWide, &seaFirm, &ringsOut, &darkBefore,
	{Name: "glow", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"stage-glow"}},
	&tailSwing, &opens,
}

// Those that are read where they are drawn.
var (
	moonWide   = story.Knob{Name: "moon", Unit: story.Times, Own: 1, Min: 0.5, Max: 1.5, Step: 0.1}
	seaFirm    = story.Knob{Name: "seas", Unit: story.Part, Own: 0.6, Min: 0, Max: 1, Step: 0.05}
	ringsOut   = story.Knob{Name: "rings", Unit: story.Times, Own: 3.6, Min: 0.5, Max: 6, Step: 0.2}
	darkBefore = story.Knob{Name: "dusk", Unit: story.Part, Own: 0.62, Min: 0, Max: 0.9, Step: 0.02}
	tailSwing  = story.Knob{Name: "tail", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	opens      = story.Knob{Name: "curtains-ease", Unit: story.Ease, Own: float64(anim.CubicInOutCurve), Max: float64(anim.LastCurve), Step: 1}
)
