package inspection

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/inspection/roads"
)

// Teams leave the hub in this part of their beat.
const hopFrom, hopTo = 0.56, 0.98

// walkAt is the teams as the story has them.
func walkAt(v *stage.View) roads.Walk {
	return roads.Walk{
		Teams: v.Count(teamsID, roads.MostTeams), Each: v.Count(perTeamID, roads.MostTowns),
		Gone: walked(v), Hopped: anim.Span(v.Beat(beatList), hopFrom, hopTo, anim.Linear), Trails: 1 - v.Span(beatVisit, arrived, 1),
	}
}

// visits are the parts of the wheel that the teams' visits change.
func visits() []storyboard.Part {
	all := &roads.Roads{Unit: unit}
	part := func(layer string, draws func(l *draw.List, v stage.View, at storyboard.Spot, w roads.Walk)) storyboard.Part {
		return storyboard.Part{Layer: layer, Slot: wheelSlot, Draw: func(l *draw.List, v stage.View, at storyboard.Spot) { draws(l, v, at, walkAt(&v)) }}
	}
	return []storyboard.Part{part("roads", all.Ways), part("towns", all.Towns), part(roads.Pawns, all.Teams)}
}

// visited is how many of all towns have been, 0 to 1.
func visited(v stage.View) float64 {
	w := walkAt(&v)
	return w.Visited() / float64(max(w.Teams*w.Each, 1))
}
