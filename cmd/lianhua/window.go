//go:build !js

package main

import (
	"sync/atomic"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/geom"
	"lianhua/internal/hall"
	"lianhua/internal/hall/monitors"
	"lianhua/internal/play"
	"lianhua/internal/story"
)

// window hands over what happens in the native window: mouse, fingers, wheel,
// keys, a story and settings that have changed.
type window struct {
	kiosk bool                     // nothing that a reader does ends it
	file  *follower[*story.Bundle] // nil where no story's file is followed
	end   chan struct{}            // closed when the system ends the player

	settings *follower[hall.Settings] // nil where none are followed
	refused  atomic.Int64             // what is wrong in their file as it is now

	on   atomic.Pointer[[]monitors.Size] // the monitors, after a change
	anew bool                            // the player ends to begin anew

	began   time.Time
	night   *night       // nil: no kiosk
	monitor int          // from 1; 0: the system's first
	pulse   *pulse       // nil: nobody looks
	closed  *hall.Closed // when the screen may go dark; nil: it is not kept on

	darkness *darkness // nil: the picture is never black
	look     *look
	visitors *visitors // nil: they are not counted
	told     *told     // nil: nobody is told how the player is
	updates  *updates  // nil: no packs are kept

	cursor  geom.Pt
	pressed bool
	touches []ebiten.TouchID // that were down
	now     []ebiten.TouchID
	places  map[ebiten.TouchID]geom.Pt
	held    [len(keys)]bool
	since   time.Time // when the last key went down
	again   time.Time // when it is next repeated
	wheel   float64
	wheeled time.Time
}

// keys are the keys that mean something, by their names in UI Events.
var keys = [...]struct {
	key    ebiten.Key
	name   string
	repeat bool
}{
	{ebiten.KeyArrowRight, "ArrowRight", true}, {ebiten.KeyArrowLeft, "ArrowLeft", true},
	{ebiten.KeyArrowUp, "ArrowUp", true}, {ebiten.KeyArrowDown, "ArrowDown", true},
	{ebiten.KeyPageDown, "PageDown", true}, {ebiten.KeyPageUp, "PageUp", true},
	{ebiten.KeyHome, "Home", false}, {ebiten.KeyEnd, "End", false},
	{ebiten.KeySpace, " ", false}, {ebiten.KeyTab, "Tab", true},
	{ebiten.KeyEnter, "Enter", false}, {ebiten.KeyNumpadEnter, "Enter", false},
	{ebiten.KeyEscape, "Escape", false}, {ebiten.KeyF11, "F11", false}, {ebiten.KeyQ, "q", false},
	{ebiten.KeyEqual, "+", true}, {ebiten.KeyNumpadAdd, "+", true},
	{ebiten.KeyMinus, "-", true}, {ebiten.KeyNumpadSubtract, "-", true},
	{ebiten.KeyDigit0, "0", false}, {ebiten.KeyNumpad0, "0", false}, {ebiten.KeyDigit1, "1", false}, {ebiten.KeyNumpad1, "1", false},
	{ebiten.KeyDigit2, "2", false}, {ebiten.KeyNumpad2, "2", false}, {ebiten.KeyDigit3, "3", false}, {ebiten.KeyNumpad3, "3", false},
	{ebiten.KeyDigit4, "4", false}, {ebiten.KeyNumpad4, "4", false}, {ebiten.KeyDigit5, "5", false}, {ebiten.KeyNumpad5, "5", false},
	{ebiten.KeyDigit6, "6", false}, {ebiten.KeyNumpad6, "6", false}, {ebiten.KeyDigit7, "7", false}, {ebiten.KeyNumpad7, "7", false},
	{ebiten.KeyDigit8, "8", false}, {ebiten.KeyNumpad8, "8", false}, {ebiten.KeyDigit9, "9", false}, {ebiten.KeyNumpad9, "9", false},
	{ebiten.KeyBackspace, play.Erase, false},
	{ebiten.KeyC, "c", false}, {ebiten.KeyL, "l", false}, {ebiten.KeyT, "t", false}, {ebiten.KeyM, "m", false},
}

const (
	repeatAfter = 400 * time.Millisecond
	repeatEvery = 60 * time.Millisecond
	wheelRest   = 350 * time.Millisecond // a touch pad's swing counts as one step
)

func (w *window) read(g *game) {
	select {
	case <-w.end:
		g.err = ebiten.Termination
		return
	default:
	}
	if w.unfit(g) {
		g.log("the screen has changed, and the window does not fill it: the player begins anew")
		w.anew, g.err = true, ebiten.Termination
		return
	}
	if w.renewed(g) {
		return
	}
	if w.file != nil {
		select {
		case b := <-w.file.fresh:
			if g.swap(b) {
				g.log(w.file.path + ": this story is shown now")
			}
		default:
		}
	}
	if w.settings != nil {
		select {
		case set := <-w.settings.fresh:
			w.resettle(g, set, time.Now())
		default:
		}
	}
	if w.pulse != nil {
		w.pulse.updated(g.redraw, g.machine.Link)
	}
	if w.look != nil && w.look.asked.Load() {
		g.redraw = true
	}
	w.count(g.machine.TakeVisits(), time.Now())
	if w.told != nil {
		w.told.see(g.machine)
	}
	if w.night != nil {
		w.night.tell(g.machine, time.Now())
	}
	w.readMouse(g)
	w.readTouches(g)
	w.readKeys(g)
	if w.darkness != nil {
		w.dim(g, time.Now())
	}
	if g.machine.Ended() {
		g.log("ended by the staff's code")
		g.err = ebiten.Termination
	}
}

// renewed ends the player that is to show another pack, when nobody is there.
func (w *window) renewed(g *game) bool {
	if w.updates == nil {
		return false
	}
	w.updates.running()
	vacant := g.machine.Attracts()
	w.updates.vacant.Store(vacant)
	if !vacant || !w.updates.anew.Load() {
		return false
	}
	w.anew, g.err = true, ebiten.Termination
	return true
}

// count notes visits that have ended.
func (w *window) count(ended []play.Visit, now time.Time) {
	if len(ended) == 0 {
		return
	}
	if w.visitors != nil {
		w.visitors.take(ended, now)
	}
	if w.told != nil {
		w.told.Visited(len(ended))
	}
}

func (w *window) readMouse(g *game) {
	p := g.at(ebiten.CursorPositionF())
	if p != w.cursor {
		w.cursor = p
		g.machine.Pointer(play.Move, play.Mouse, p)
	}
	down := ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft)
	if down != w.pressed {
		w.pressed = down
		kind := play.Up
		if down {
			kind = play.Down
		}
		g.machine.Pointer(kind, play.Mouse, p)
	}
	dx, dy := ebiten.Wheel()
	if dx == 0 && dy == 0 {
		return
	}
	ctrl := ebiten.IsKeyPressed(ebiten.KeyControl) || ebiten.IsKeyPressed(ebiten.KeyMeta)
	const notch = 50 // what browsers report for one, halved: zooming is felt as slow
	if g.machine.Wheel(p, -dx*notch, -dy*notch, ctrl) {
		return
	}
	w.scroll(g, dy)
}

// scroll goes a step for each notch of the wheel.
func (w *window) scroll(g *game, dy float64) {
	now := time.Now()
	if now.Sub(w.wheeled) < wheelRest {
		return
	}
	w.wheel += dy
	if w.wheel <= -1 || w.wheel >= 1 {
		n := 1
		if w.wheel > 0 {
			n = -1
		}
		g.machine.MoveStep(n)
		w.wheel, w.wheeled = 0, now
	}
}

// finger is a touch's number as a pointer: the mouse has the first.
func finger(id ebiten.TouchID) int { return int(id) + play.Mouse + 1 }

func (w *window) readTouches(g *game) {
	w.now = ebiten.AppendTouchIDs(w.now[:0])
	if len(w.now) == 0 && len(w.touches) == 0 {
		return
	}
	if w.places == nil {
		w.places = map[ebiten.TouchID]geom.Pt{}
	}
	for _, id := range w.touches {
		if !has(w.now, id) {
			g.machine.Pointer(play.Up, finger(id), w.places[id])
			delete(w.places, id)
		}
	}
	for _, id := range w.now {
		p := g.at(ebiten.TouchPositionF(id))
		switch before, down := w.places[id]; {
		case !down:
			g.machine.Pointer(play.Down, finger(id), p)
		case before != p:
			g.machine.Pointer(play.Move, finger(id), p)
		}
		w.places[id] = p
	}
	w.touches = append(w.touches[:0], w.now...)
}

func has(ids []ebiten.TouchID, id ebiten.TouchID) bool {
	for _, k := range ids {
		if k == id {
			return true
		}
	}
	return false
}

func (w *window) readKeys(g *game) {
	now := time.Now()
	for i, k := range keys {
		down := ebiten.IsKeyPressed(k.key)
		switch {
		case down && !w.held[i]:
			w.since, w.again = now, now.Add(repeatAfter)
			w.key(g, k.name)
		case down && k.repeat && now.After(w.again):
			w.again = now.Add(repeatEvery)
			g.machine.KeyRepeat(k.name, ebiten.IsKeyPressed(ebiten.KeyShift))
		}
		w.held[i] = down
	}
}

func (w *window) key(g *game, name string) {
	switch {
	case name == "q":
		switch {
		case !ebiten.IsKeyPressed(ebiten.KeyControl):
		case w.kiosk:
			g.machine.CallStaff()
		default:
			g.err = ebiten.Termination
		}
	case name == "F11" && !w.kiosk:
		ebiten.SetFullscreen(!ebiten.IsFullscreen())
	case g.machine.Key(name, ebiten.IsKeyPressed(ebiten.KeyShift)):
	case name == "Escape" && !w.kiosk:
		ebiten.SetFullscreen(false)
	}
}
