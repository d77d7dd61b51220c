package hydrogen

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// Layers of the drawings that come in numbers.
const (
	pairs   = 7 // of atoms under the lens
	plates  = 22
	spilt   = 6
	apart   = 30.0 // how far from its place an atom drifts, in the drawing's pixels
	dropped = 62.0 // from how high a plate falls
)

func cues() []storyboard.Cue {
	all := []storyboard.Cue{
		{Layer: "lens", Beat: research, To: 0.26, Ease: anim.CubicOut, Do: storyboard.Move{By: geom.P(-80, 60)}},
		{Layer: "lens", Beat: research, To: 0.2, Do: storyboard.Appear{}},
		{Layer: "string-shimmer", Beat: making, From: stringFrom, To: stringTo, Do: storyboard.Appear{}},
		{Layer: "globe-full", Beat: making, From: levelFrom, To: levelTo, Do: storyboard.Fill{Slot: "globe"}},
		{Layer: "stack-light", Beat: equipment, From: 0.68, To: 0.95, Do: storyboard.Scale{About: "stack", X: 0.06, Y: 1}},
		{Layer: "rods", Beat: equipment, From: 0.46, To: 0.64, Ease: anim.CubicOut, Do: storyboard.Move{By: geom.P(-90, 0)}},
		{Layer: "rods", Beat: equipment, From: 0.46, To: 0.54, Do: storyboard.Appear{}},
		{Layer: "ridge-shades", Beat: driving, From: 0.6, To: 0.95, Do: storyboard.Appear{}},
		{Layer: "mirror", Beat: driving, From: 0.6, To: 0.95, Do: storyboard.Appear{}},
		{Layer: "car", Beat: driving, From: driveFrom, Ease: leave, Do: storyboard.Scale{About: "car-far", X: nearer, Y: nearer}},
		{Layer: "car", Beat: driving, From: driveFrom, Ease: leave, Do: storyboard.Along{Slot: "road"}},
	}
	appear := func(beat string, from, to float64, layers ...string) {
		for _, l := range layers {
			all = append(all, storyboard.Cue{Layer: l, Beat: beat, From: from, To: to, Do: storyboard.Appear{}})
		}
	}
	appear(making, 0, 0.14, "charge")
	appear(making, 0.12, 0.5, "gas-oxygen", "gas-hydrogen")
	appear(making, levelFrom, levelTo, "globe-halo", "globe-halo-night", "globe-pool", "globe-pool-night")
	appear(equipment, 0.66, 0.74, "stack-light")
	appear(equipment, 0.72, 1, "stack-glow", "stack-glow-night", "stack-shine", "stack-rays", "stack-pool")
	for i := 1; i <= ridges; i++ {
		from := 0.06 + 0.08*float64(i)
		all = append(all, storyboard.Cue{Layer: ridge(i), Beat: driving, From: from, To: from + 0.56, Ease: anim.Linear, Do: storyboard.Dashes{}})
	}
	return append(append(append(all, atomCues()...), plateCues()...), dropCues()...)
}

// atomCues have single atoms drift and snap into pairs, one pair after another.
func atomCues() (all []storyboard.Cue) {
	for i := 0; i < pairs; i++ {
		from := 0.2 + 0.1*float64(i)
		for k, which := range [...]string{"atom-a", "atom-b"} {
			by := geom.Polar(geom.Pt{}, apart*(0.6+0.5*storyboard.Chance(i, k)), 2*math.Pi*storyboard.Chance(i+pairs*k, 2))
			all = append(all, storyboard.Cue{
				Layer: draw.Nth(which, i+1).String(), Beat: research, From: from, To: from + 0.2,
				Ease: anim.BackOut, Do: storyboard.Move{By: by},
			})
		}
	}
	return all
}

// plateCues drop the plates of the stack one by one.
func plateCues() (all []storyboard.Cue) {
	for i := 0; i < plates; i++ {
		from := 0.45 * float64(i) / plates
		layer := draw.Nth("stack-plate", i+1).String()
		all = append(all,
			storyboard.Cue{Layer: layer, Beat: equipment, From: from, To: from + 0.1, Ease: anim.CubicOut, Do: storyboard.Move{By: geom.P(0, -dropped)}},
			storyboard.Cue{Layer: layer, Beat: equipment, From: from, To: from + 0.05, Do: storyboard.Appear{}})
	}
	return all
}

// How the car leaves: from the part of the beat in which it starts, seen so many
// times as large as where it ends.
const (
	driveFrom = 0.2
	nearer    = 1.7
)

// leave starts the car gently; far off it hardly seems to move.
func leave(t float64) float64 { return 1 - math.Pow(1-t*t*(3-2*t), 1.5) }

// dropCues let drops fall where the car has been.
func dropCues() (all []storyboard.Cue) {
	for i := 0; i < spilt; i++ {
		from := driveFrom + 0.12 + 0.08*float64(i)
		layer := draw.Nth("drop", i+1).String()
		all = append(all,
			storyboard.Cue{Layer: layer, Beat: driving, From: from, To: from + 0.1, Ease: anim.CubicOut, Do: storyboard.Move{By: geom.P(0, -14)}},
			storyboard.Cue{Layer: layer, Beat: driving, From: from, To: from + 0.06, Do: storyboard.Appear{}})
	}
	return all
}
