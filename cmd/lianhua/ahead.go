//go:build js

package main

import "lianhua/internal/draw"

// arrive shows a picture that is on its way at once, so that its marks can be
// worked: the machine's list is that of the picture at rest when it returns.
func (g *game) arrive() {
	if g.machine.Due() > 0 || g.machine.List() == nil {
		return
	}
	g.machine.Arrive()
	g.redraw = true
	aside(func() { g.machine.Draw(&g.list, g.area()) })
}

// foresee draws into the list what the picture will be at rest; it reports false
// where it cannot be drawn.
func (g *game) foresee(l *draw.List) bool {
	return aside(func() { g.machine.Foresee(l, g.area()) })
}

// aside draws what is not for the screen. What cannot be drawn is met again, and
// dealt with, by the picture on the screen.
func aside(draw func()) (ok bool) {
	defer func() { ok = recover() == nil }()
	draw()
	return
}
