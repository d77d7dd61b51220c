//go:build js

package main

import (
	"slices"
	"time"

	"lianhua/internal/hall/plan"
	"lianhua/internal/play"
	"lianhua/internal/stage"
)

// screen is a page that is a hall's screen by its address.
type screen struct {
	set   plan.Settings
	night *night
}

// plan has the player look after itself as an address says, and returns the scenes
// that are played. What is wrong in the address is told.
func (b *browser) plan(o *play.Options, address string, story []byte) []stage.Scene {
	all, _ := scenesOf("")
	set, problems := plan.FromAddress(address, plan.Known{Scenes: names(all), Themes: themesOf(story), Beats: beatsOf(all)})
	for _, p := range problems {
		report(p.String())
	}
	o.Reduced, o.Excerpt, o.Swipe = false, false, true
	b.hall = &screen{set: set}
	played, dark := inHall(o, &b.hall.set, all)
	b.hall.night = dark
	return played
}

// begin goes where the hall begins.
func (s *screen) begin(b *browser) {
	g := b.game
	if !(g.machine.Begin(s.set.Start) && g.machine.SetReturn(s.set.Return)) {
		report("the start is the story's own: this story lacks " + s.set.Start + " or " + s.set.Return)
	}
	g.enlarge = enlarging(&s.set, g.machine.Lowered)
	g.drift = drifting(time.Now(), s.set.Drift)
	g.input = func(g *game) { s.night.tell(g.machine, time.Now()) }
	g.drawn, g.settled = b.arrived, nil // nobody reads what the picture says
}

// leftOut reports whether a hall goes without a scene.
func (b *browser) leftOut(scene string) bool {
	return b.hall != nil && slices.Contains(b.hall.set.LeaveOut, scene)
}

// visitorOf is who is there in a hall.
func visitorOf(m *play.Machine) string {
	switch {
	case m.Attracts():
		return ""
	case m.Asks() > 0:
		return "asked"
	}
	return "here"
}
