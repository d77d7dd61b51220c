//go:build linux

package awake

import (
	"errors"
	"fmt"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/dpms"
	"github.com/jezek/xgb/screensaver"
	"github.com/jezek/xgb/xproto"

	"lianhua/internal/hall/x11"
)

// display holds X's screen saver and power saving off by a connection's request, which
// the server forgets with the connection. Neither is turned off: after the death of who
// did it they would stay so.
type display struct {
	dial      func() (*xgb.Conn, error)
	conn      *xgb.Conn
	root      xproto.Drawable
	idle      time.Duration // until it is switched off
	power     bool          // there is DPMS
	before    *saver        // as it was; nil while that is not known
	held      bool
	off       bool // the screen was switched off by this
	unpowered bool // and DPMS was disabled before
}

// saver is X's settings for its screen saver.
type saver struct {
	timeout, interval int16 // in seconds
	blanking          byte
	exposures         byte
}

// window is what a full-screen window of GLFW sets, and leaves so when it is killed.
var window = saver{0, 0, xproto.BlankingNotPreferred, xproto.ExposuresDefault}

// usual asks the server for the settings that it began with.
var usual = saver{-1, -1, xproto.BlankingDefault, xproto.ExposuresDefault}

// idle is for how long nobody has touched a screen that is switched off: a touch switches
// it on.
const idle = time.Minute

func (*display) name() string { return "X" }

func (d *display) hold() error {
	err := d.connect()
	if err == nil && !d.held {
		err = errors.Join(d.on(), screensaver.SuspendChecked(d.conn, 1).Check())
		d.held = err == nil
	}
	return d.checked(errors.Join(err, d.mend()))
}

func (d *display) yield(off bool) error {
	err := d.connect()
	if err == nil && d.held {
		err = screensaver.SuspendChecked(d.conn, 0).Check()
		d.held = err != nil
	}
	err = errors.Join(err, d.mend())
	if err == nil && off {
		err = d.darken()
	}
	return d.checked(err)
}

// checked gives a connection up that has failed.
func (d *display) checked(err error) error {
	if err != nil && d.conn != nil {
		d.conn.Close()
		d.conn, d.held = nil, false
	}
	return err
}

func (d *display) connect() error {
	if d.conn != nil {
		return nil
	}
	conn, err := d.dial()
	if err != nil {
		return fmt.Errorf("the X server does not answer: %w", err)
	}
	if err := x11.Use(conn, x11.ScreenSaver); err != nil {
		conn.Close()
		return errors.New("the X server lacks the extension MIT-SCREEN-SAVER: take it out of the server's options where it is turned off")
	}
	d.conn = conn
	d.root = xproto.Drawable(xproto.Setup(conn).DefaultScreen(conn).Root)
	d.power = x11.Use(conn, x11.DPMS) == nil
	if d.power {
		able, err := dpms.Capable(conn).Reply()
		d.power = err == nil && able.Capable
	}
	return nil
}

// mend puts the saver back where a window has turned it off.
func (d *display) mend() error {
	if d.conn == nil {
		return nil
	}
	now, err := xproto.GetScreenSaver(d.conn).Reply()
	if err != nil {
		return err
	}
	s := saver{int16(now.Timeout), int16(now.Interval), now.PreferBlanking, now.AllowExposures}
	if s.timeout != window.timeout || s.interval != window.interval || s.blanking != window.blanking {
		d.before = &s
		return nil
	}
	back := usual // the window was another player's, which was killed
	if d.before != nil {
		back = *d.before
	}
	return xproto.SetScreenSaverChecked(d.conn, back.timeout, back.interval, back.blanking, back.exposures).Check()
}

// darken switches the screen off, once nobody touches it.
func (d *display) darken() error {
	info, err := screensaver.QueryInfo(d.conn, d.root).Reply()
	if err != nil {
		return err
	}
	if time.Duration(info.MsSinceUserInput)*time.Millisecond < d.idle || d.off && info.State == screensaver.StateOn {
		return nil
	}
	d.off = true
	// Where there is no DPMS, the saver's black picture is what there is.
	err = xproto.ForceScreenSaverChecked(d.conn, xproto.ScreenSaverActive).Check()
	if !d.power || err != nil {
		return err
	}
	state, err := dpms.Info(d.conn).Reply()
	if err != nil {
		return err
	}
	if !state.State {
		d.unpowered = true
		err = dpms.EnableChecked(d.conn).Check()
	}
	return errors.Join(err, dpms.ForceLevelChecked(d.conn, dpms.DPMSModeOff).Check())
}

// on switches the screen on, whoever switched it off: a player that was killed at night
// may have.
func (d *display) on() error {
	err := xproto.ForceScreenSaverChecked(d.conn, xproto.ScreenSaverReset).Check()
	d.off = false
	if !d.power || err != nil {
		return err
	}
	state, err := dpms.Info(d.conn).Reply()
	if err != nil {
		return err
	}
	if state.State && state.PowerLevel != dpms.DPMSModeOn {
		err = dpms.ForceLevelChecked(d.conn, dpms.DPMSModeOn).Check()
	}
	if d.unpowered {
		d.unpowered = false
		err = errors.Join(err, dpms.DisableChecked(d.conn).Check())
	}
	return err
}

func (d *display) close() {
	if d.conn == nil {
		return
	}
	// The connection ends whatever comes of these.
	_ = d.mend()
	if d.off {
		_ = d.on()
	}
	d.conn.Close()
	d.conn, d.held = nil, false
}
