//go:build linux

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"

	"lianhua/internal/hall/x11"
)

// monitored is a kiosk whose monitor is switched.
type monitored struct {
	*running
	conn *xgb.Conn
}

// addMode gives the monitor a mode more.
func (r *monitored) addMode(width, height uint16) {
	r.Helper()
	root := xproto.Setup(r.conn).DefaultScreen(r.conn).Root
	const name = "smaller"
	made, err := randr.CreateMode(r.conn, root, randr.ModeInfo{
		Width: width, Height: height, DotClock: 60 * uint32(width) * uint32(height), Htotal: width, Vtotal: height, NameLen: uint16(len(name)),
	}, name).Reply()
	if err != nil {
		r.Fatal(err)
	}
	all, err := randr.GetScreenResourcesCurrent(r.conn, root).Reply()
	if err == nil {
		err = randr.AddOutputModeChecked(r.conn, all.Outputs[0], made.Mode).Check()
	}
	if err != nil {
		r.Fatal(err)
	}
}

// monitor switches the only monitor of a kiosk's screen: to its first mode, to its
// second, or off.
func (r *monitored) monitor(which int) {
	r.Helper()
	conn := r.conn
	all, err := randr.GetScreenResourcesCurrent(conn, xproto.Setup(conn).DefaultScreen(conn).Root).Reply()
	if err != nil {
		r.Fatal(err)
	}
	mode, outputs := randr.Mode(0), []randr.Output(nil)
	if which >= 0 {
		mode, outputs = randr.Mode(all.Modes[which].Id), all.Outputs
	}
	done, err := randr.SetCrtcConfig(conn, all.Crtcs[0], 0, all.ConfigTimestamp, 0, 0, mode, randr.RotationRotate0, outputs).Reply()
	if err != nil || done.Status != randr.SetConfigSuccess {
		r.Fatal(done, err)
	}
}

// A kiosk waits for a monitor to be switched on, and fills it when its resolution has
// changed, in the same process.
func TestAKioskFollowsItsMonitor(t *testing.T) {
	r := &monitored{running: screen(t)}
	var err error
	if r.conn, err = x11.Open(r.display, x11.RandR); err != nil {
		t.Fatal(err)
	}
	r.addMode(1280, 720)
	// To its end: a server without a client forgets what was set.
	defer r.conn.Close()
	r.monitor(-1)
	dir := t.TempDir()
	settings := filepath.Join(dir, "kiosk.toml")
	if err := os.WriteFile(settings, []byte("[watch]\nlook = "+literal(dir)), 0o644); err != nil {
		t.Fatal(err)
	}
	r.run("--settings", settings)
	r.says("no monitor is on")
	player := r.player()
	r.monitor(0)
	r.says("the screen is kept on by X")
	r.kill(player, syscall.SIGUSR1)
	r.says("look: ") // its window is there
	r.monitor(1)
	r.says("the player begins anew")
	r.says("the screen is kept on by X")
	if now := r.player(); now != player {
		t.Errorf("another process plays: %d, not %d", now, player)
	}
}
