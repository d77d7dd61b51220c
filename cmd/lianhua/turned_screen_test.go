//go:build linux

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"

	"lianhua/internal/geom"
	"lianhua/internal/hall/x11"
)

// pointed is a kiosk whose screen is seen and touched by X.
type pointed struct {
	*running
	conn *xgb.Conn
	root xproto.Window
	dir  string
}

// touch presses a point of the screen.
func (r *pointed) touch(at geom.Pt) {
	r.Helper()
	for _, kind := range []byte{xproto.MotionNotify, xproto.ButtonPress, xproto.ButtonRelease} {
		detail := byte(1)
		if kind == xproto.MotionNotify {
			detail = 0
		}
		if err := xtest.FakeInputChecked(r.conn, kind, detail, 0, r.root, int16(at.X), int16(at.Y), 0).Check(); err != nil {
			r.Fatal(err)
		}
		time.Sleep(100 * time.Millisecond) // as a hand does: the player looks at buttons once a frame
	}
}

// shows waits until the player tells that it is at a place which has and lacks parts.
func (r *pointed) shows(has, lacks string) {
	r.Helper()
	var h heartbeat
	for range 600 {
		data, err := os.ReadFile(filepath.Join(r.dir, "heartbeat"))
		if err == nil && json.Unmarshal(data, &h) == nil && strings.Contains(h.At, has) && !strings.Contains(h.At, lacks) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	r.Fatalf("it is at %s, want %s", h.At, has)
}

// off is the share of the screen that is not what the player draws, turned.
func (r *pointed) off(q turn, wide, high int) float64 {
	r.Helper()
	file := filepath.Join(r.dir, answerFile)
	if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
		r.Fatal(err)
	}
	r.kill(r.player(), syscall.SIGUSR1)
	var data []byte
	for data == nil { // until both pictures are there
		r.says("look: ")
		data, _ = os.ReadFile(file)
	}
	var found answer
	if err := json.Unmarshal(data, &found); err != nil {
		r.Fatal(err)
	}
	f, err := os.Open(found.Screen)
	if err != nil {
		r.Fatal(err)
	}
	defer f.Close()
	drawn, err := png.Decode(f)
	if err != nil {
		r.Fatal(err)
	}
	seen, err := xproto.GetImage(r.conn, xproto.ImageFormatZPixmap, xproto.Drawable(r.root), 0, 0, uint16(wide), uint16(high), 1<<32-1).Reply()
	if err != nil {
		r.Fatal(err)
	}
	wrong, all := 0, 0
	for y := range high {
		for x := range wide {
			p := q.at(geom.P(float64(x)+0.5, float64(y)+0.5), float64(wide), float64(high))
			red, green, blue, _ := drawn.At(int(p.X), int(p.Y)).RGBA()
			pix := seen.Data[4*(y*wide+x):]
			if all++; uint32(pix[2]) != red>>8 || uint32(pix[1]) != green>>8 || uint32(pix[0]) != blue>>8 {
				wrong++
			}
		}
	}
	return float64(wrong) / float64(all)
}

// A kiosk draws and is touched as its settings turn it, also when they change.
func TestAKioskIsTurned(t *testing.T) {
	const wide, high = 1920, 1200
	r := &pointed{running: screen(t), dir: t.TempDir()}
	var err error
	if r.conn, err = x11.Open(r.display, x11.XTest); err != nil {
		t.Fatal(err)
	}
	defer r.conn.Close()
	r.root = xproto.Setup(r.conn).DefaultScreen(r.conn).Root
	settings := filepath.Join(r.dir, "kiosk.toml")
	turned := func(degrees int) {
		t.Helper()
		text := fmt.Sprintf("[screen]\nrotation = %d\ndrift = 0\n[watch]\nlook = %s\nheartbeat = %s\n", degrees, literal(r.dir), literal(filepath.Join(r.dir, "heartbeat")))
		next := settings + ".next" // a file that is read while it is written may be empty
		if err := errors.Join(os.WriteFile(next, []byte(text), 0o644), os.Rename(next, settings)); err != nil {
			t.Fatal(err)
		}
	}
	// language is where its button stands in an upright picture and in a lying one.
	language := func(q turn) geom.Pt {
		w, h := q.of(wide, high)
		at := geom.P(w-130, h-60)
		m := q.place(wide, high)
		x, y := m.Apply(at.X, at.Y)
		return geom.P(x, y)
	}
	turned(90)
	r.run("--settings", settings)
	r.says("the screen is kept on by X")
	r.shows("lang=zh", "nothing")
	for i, degrees := range []int{90, 270, 180} {
		if i > 0 {
			turned(degrees)
			r.says("these settings hold now")
			r.isDrawn(turnOf(degrees), wide, high)
		}
		r.touch(language(turnOf(degrees)))
		r.shows([]string{"lang=en", "lang=zh"}[i%2], "play=1")
		r.isDrawn(turnOf(degrees), wide, high)
	}
}

// isDrawn waits until the screen is what the player draws, turned.
func (r *pointed) isDrawn(q turn, wide, high int) {
	r.Helper()
	off := 0.0
	for range 10 {
		if off = r.off(q, wide, high); off == 0 {
			return
		}
	}
	r.Fatalf("turned by %d quarters, %.2f %% of the screen are not what is drawn", q, 100*off)
}
