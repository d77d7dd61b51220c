//go:build linux

package main

import (
	"bytes"
	"strings"
	"syscall"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xfixes"
	"github.com/jezek/xgb/xproto"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Visitors do all that they can, leave no trace, and do not get out; staff do.
func TestVisitorsAtTheScreen(t *testing.T) {
	r := openPublic(t)
	r.hears("READY=1")
	loop := r.at("#households/", "lang=zh", "theme=day", "play=1")

	r.enters(loop)
	r.looksAround()
	r.staysIn()
	r.isForgotten()
	r.isEndedByStaff()
	r.isEndedByASignal()
	if log := r.log.String(); strings.Contains(log, "panic") || !strings.Contains(log, "ended by the staff's code") {
		t.Errorf("the log says %s", log)
	}
}

// enters touches the loop: it stops there.
func (r *public) enters(loop heartbeat) {
	r.Helper()
	beat, _, _ := strings.Cut(loop.At, "?")
	r.tap(r.whereIs(loop.At, func(m *draw.Mark) bool { return m.ID.String() == "house" }), beat, "lang=zh", "!play=1")
	for range 3 {
		r.at(beat, "!play=1")
	}
	cursor, err := xfixes.GetCursorImage(r.fixes()).Reply()
	if err != nil {
		r.Fatal(err)
	}
	for _, pixel := range cursor.CursorImage {
		if pixel>>24 != 0 {
			r.Error("a cursor is seen")
			break
		}
	}
}

func (r *public) fixes() *xgb.Conn {
	r.Helper()
	if _, err := xfixes.QueryVersion(r.conn, 5, 0).Reply(); err != nil {
		r.Fatal(err)
	}
	return r.conn
}

// looksAround does what the controls offer, by touches alone.
func (r *public) looksAround() {
	r.Helper()
	control := func(name string, parts ...string) {
		r.Helper()
		r.tap(r.whereIs(r.at("#").At, named("control."+name)), parts...)
	}
	for _, step := range []string{"next", "next", "previous"} {
		before := r.at("#").At
		control(step, "!"+before)
	}
	control("language", "lang=en")
	control("theme", "lang=en", "theme=night")
	control("contents", "contents=1")
	control("contents", "!contents=1", "#households/")
	control("zoom-in", "zoom=")
	control("zoom-in", "zoom=")
	control("zoom-out", "zoom=")
	control("zoom-out", "!zoom=")
	r.resting()

	here := r.at("#households/").At
	at := r.whereIs(here, func(m *draw.Mark) bool {
		return m.Sem.Role == draw.RoleButton && !strings.Contains(here, "pick="+m.ID.String())
	})
	r.fake(xproto.MotionNotify, 0, at) // what it is over may look otherwise
	before := r.resting()
	r.tap(at, "pick=")
	if r.resting() == before {
		r.Error("what is picked shows nothing of it")
	}
	var out, log bytes.Buffer
	if code := start([]string{"kiosk", "look", "--settings", r.settings()}, &out, &log); code != 0 {
		r.Errorf("the card is not seen as it is meant: code %d, %s%s", code, &out, &log)
	}
	control("zoom-in", "zoom=")
}

// staysIn tries to get out, by keys and by closing the window.
func (r *public) staysIn() {
	r.Helper()
	for _, keys := range [][]xproto.Keysym{
		{keyAlt, keyF4}, {keyControl, 'w'}, {keyControl, keyShift, 'w'}, {keyControl, 'n'}, {keyAlt, keyTab}, {keySuper}, {keySuper, 'd'}, {keyF11},
		{keyControl, keyAlt, keyBack}, {keyControl, keyAlt, keyDelete}, {keyAlt, ' '}, {keyControl, 'c'}, {keyEscape},
	} {
		r.press(keys...)
	}
	r.closeWindow()
	r.press('t') // what comes later is still heard
	r.at("theme=contrast", "lang=en")
	r.hears("WATCHDOG=1")
	size, err := xproto.GetGeometry(r.conn, xproto.Drawable(r.window())).Reply()
	if err != nil || size.Width != publicWide || size.Height != publicHigh {
		r.Errorf("its window is no longer the whole screen: %+v, %v", size, err)
	}
}

// window is the player's.
func (r *public) window() xproto.Window {
	r.Helper()
	tree, err := xproto.QueryTree(r.conn, r.root).Reply()
	if err != nil {
		r.Fatal(err)
	}
	for _, w := range tree.Children {
		a, err := xproto.GetWindowAttributes(r.conn, w).Reply()
		if err == nil && a.MapState == xproto.MapStateViewable {
			return w
		}
	}
	r.Fatal("it has no window")
	return 0
}

// closeWindow asks the window to close, as a window manager does.
func (r *public) closeWindow() {
	r.Helper()
	atom := func(name string) xproto.Atom {
		a, err := xproto.InternAtom(r.conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			r.Fatal(err)
		}
		return a.Atom
	}
	w := r.window()
	e := xproto.ClientMessageEvent{Format: 32, Window: w, Type: atom("WM_PROTOCOLS"), Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(atom("WM_DELETE_WINDOW")), 0, 0, 0, 0})}
	if err := xproto.SendEventChecked(r.conn, false, w, 0, string(e.Bytes())).Check(); err != nil {
		r.Fatal(err)
	}
}

// isForgotten goes away: it asks, a touch stays, and then it forgets all.
func (r *public) isForgotten() {
	r.Helper()
	middle := geom.P(publicWide/2, publicHigh/2)
	r.fake(xproto.MotionNotify, 0, middle) // what it is over may look otherwise
	visitor := r.at("lang=en", "theme=contrast")
	quiet := r.resting()
	r.set(5, 5)
	r.becomes(quiet, false) // it asks
	r.touch(middle)
	r.becomes(quiet, true)
	if stays := r.at("#"); stays.At != visitor.At {
		r.Errorf("who stays is at %s, and was at %s", stays.At, visitor.At)
	}
	r.at("#households/2", "lang=zh", "theme=day", "play=1", "!pick=", "!zoom=", "!contents=")
}

// isEndedByStaff holds the corner, mistypes the code, and types it.
func (r *public) isEndedByStaff() {
	r.Helper()
	r.tap(geom.P(publicWide/2, publicHigh/2), "!play=1")
	r.resting()
	before := r.pixels()
	r.fake(xproto.MotionNotify, 0, geom.P(9, 9))
	r.fake(xproto.ButtonPress, 1, geom.Pt{})
	r.isCovered(before)
	r.fake(xproto.ButtonRelease, 1, geom.Pt{})
	m := r.twin.machine
	if !m.CallStaff() {
		r.Fatal("the twin has no keypad")
	}
	m.Draw(&r.list, geom.R(0, 0, publicWide, publicHigh))
	digits := func(code string) {
		r.Helper()
		for _, digit := range code {
			before := r.resting()
			r.fake(xproto.MotionNotify, 0, r.among(func(m *draw.Mark) bool { return m.ID.Name == "keypad" && m.Sem.Target == string(digit) }))
			r.fake(xproto.ButtonPress, 1, geom.Pt{})
			r.becomes(before, false)
			r.fake(xproto.ButtonRelease, 1, geom.Pt{})
		}
	}
	digits("0000") // is wrong
	r.at("#households/")
	digits("2580")
	r.hears("STOPPING=1")
	if err := r.cmd.Wait(); err != nil {
		r.Errorf("staff's end is no failure: %v", err)
	}
}

// isEndedByASignal tells it from staff's end: systemd begins it anew, unless it has asked.
func (r *public) isEndedByASignal() {
	r.Helper()
	r.begin()
	r.hears("READY=1")
	r.kill(r.cmd.Process.Pid, syscall.SIGTERM)
	_ = r.cmd.Wait()
	if code := r.cmd.ProcessState.ExitCode(); code != endedBySignal {
		r.Errorf("asked to end by a signal, it ends with %d", code)
	}
}
