//go:build linux

package monitors

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"

	"lianhua/internal/hall/x11"
	"lianhua/internal/testenv"
)

// set switches the display's only monitor to a mode; 0: off.
func set(t *testing.T, conn *xgb.Conn, mode randr.Mode, outputs []randr.Output) {
	t.Helper()
	root := xproto.Setup(conn).DefaultScreen(conn).Root
	all, err := randr.GetScreenResourcesCurrent(conn, root).Reply()
	if err != nil {
		t.Fatal(err)
	}
	r, err := randr.SetCrtcConfig(conn, all.Crtcs[0], 0, all.ConfigTimestamp, 0, 0, mode, randr.RotationRotate0, outputs).Reply()
	if err != nil || r.Status != randr.SetConfigSuccess {
		t.Fatal(r, err)
	}
}

func TestMonitorsAreSeen(t *testing.T) {
	display, end, err := testenv.VirtualDisplay(context.Background(), "1920x1200")
	if err != nil {
		t.Fatal(err)
	}
	defer end()
	conn, err := x11.Open(display, x11.RandR)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	w, err := Open(display)
	if err != nil {
		t.Fatal(err)
	}
	full := []Size{{1920, 1200}}
	if on, err := w.Sizes(); err != nil || !slices.Equal(on, full) {
		t.Fatalf("on are %v, %v", on, err)
	}
	if err := w.Await(nil, func() { t.Error("it is said to be off") }); err != nil {
		t.Error(err)
	}
	all, err := randr.GetScreenResourcesCurrent(conn, xproto.Setup(conn).DefaultScreen(conn).Root).Reply()
	if err != nil {
		t.Fatal(err)
	}
	set(t, conn, 0, nil)
	on := make(chan error, 1)
	told := make(chan struct{})
	go func() { on <- w.Await(nil, func() { close(told) }) }()
	<-told
	set(t, conn, randr.Mode(all.Modes[0].Id), all.Outputs)
	if err := <-on; err != nil {
		t.Error(err)
	}
	quit := make(chan struct{})
	close(quit)
	set(t, conn, 0, nil)
	if err := w.Await(quit, func() {}); err == nil {
		t.Error("a monitor that is off is said to be on")
	}
	changes := make(chan []Size, 4)
	over := make(chan struct{})
	go func() {
		w.Watch(func(on []Size) { changes <- on })
		close(over)
	}()
	set(t, conn, randr.Mode(all.Modes[0].Id), all.Outputs)
	select {
	case on := <-changes:
		if !slices.Equal(on, full) {
			t.Errorf("on are %v", on)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the change is not seen")
	}
	w.Close()
	<-over
	if len(changes) > 0 {
		t.Errorf("seen besides: %v", <-changes)
	}
	if _, err := Open(":32767"); !errors.Is(err, ErrSilent) {
		t.Errorf("a display that is not there: %v", err)
	}
}
