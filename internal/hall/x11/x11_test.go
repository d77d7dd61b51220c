//go:build linux

package x11

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/screensaver"
	"github.com/jezek/xgb/xproto"

	"lianhua/internal/testenv"
)

// watcher is a connection that is told of the saver.
func watcher(display string) (*xgb.Conn, xproto.Drawable, error) {
	conn, err := Open(display, RandR, ScreenSaver, XTest, XFixes) // Xvfb has no DPMS
	if err != nil {
		return nil, 0, err
	}
	root := xproto.Drawable(xproto.Setup(conn).DefaultScreen(conn).Root)
	return conn, root, screensaver.SelectInputChecked(conn, root, screensaver.EventNotifyMask).Check()
}

// Connections are opened, and learn of extensions, while events and errors of extensions
// come to others: the library's own way ends the process here.
func TestConnectionsAreOpenedBesideOthers(t *testing.T) {
	display, end, err := testenv.VirtualDisplay(context.Background(), "640x480")
	if err != nil {
		t.Fatal(err)
	}
	defer end()
	conn, root, err := watcher(display)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()

	over := make(chan struct{})
	var saver, reader, opening sync.WaitGroup
	saver.Go(func() { // it comes and goes as long as others open
		for mode := byte(xproto.ScreenSaverActive); ; mode ^= xproto.ScreenSaverActive {
			if err := xproto.ForceScreenSaverChecked(conn, mode).Check(); err != nil {
				t.Error(err)
				return
			}
			select {
			case <-over:
				return
			default:
			}
		}
	})
	reader.Go(func() { // nor does the first one's reader rest
		for {
			e, err := conn.WaitForEvent()
			if e == nil && err == nil {
				return
			}
			if got, ok := e.(Event); !ok || xproto.Window(xgb.Get32(got.Bytes()[8:])) != xproto.Window(root) {
				t.Errorf("what comes is %v, %v", e, err)
			}
		}
	})
	const hands, times = 8, 12
	for range hands {
		opening.Go(func() {
			for range times {
				other, _, err := watcher(display)
				if err != nil {
					t.Error(err)
					return
				}
				var ours Error
				if _, err := randr.GetCrtcInfo(other, 7, 0).Reply(); !errors.As(err, &ours) || ours.BadId() != 7 {
					t.Errorf("a monitor that is not there: %v", err)
				}
				if e, err := other.WaitForEvent(); e == nil || err != nil {
					t.Errorf("instead of the saver comes %v, %v", e, err)
				}
				other.Close()
			}
		})
	}
	opening.Wait()
	close(over)
	saver.Wait()
	conn.Close()
	reader.Wait()
}

// A server that lacks an extension says which.
func TestALackIsNamed(t *testing.T) {
	display, end, err := testenv.VirtualDisplay(context.Background(), "640x480")
	if err != nil {
		t.Fatal(err)
	}
	defer end()
	if _, err := Open(display, RandR, "NOWHERE"); !errors.Is(err, ErrLacking) {
		t.Errorf("it opens: %v", err)
	}
	if _, err := Open(":32767"); err == nil {
		t.Error("a display that is not there opens")
	}
}
