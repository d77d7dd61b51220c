//go:build linux

package monitors

import (
	"fmt"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"

	"lianhua/internal/hall/x11"
)

// Watcher sees which monitors are on.
type Watcher struct {
	conn   *xgb.Conn
	root   xproto.Window
	events chan struct{} // at each change, closed with the connection
}

// settles is how long monitors and the windows on them take to be in order after a change.
const settles = 2 * time.Second

// Open asks an X display for what changes. It fails where X does not tell.
func Open(display string) (*Watcher, error) {
	conn, err := x11.Open(display)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSilent, err)
	}
	w := &Watcher{conn, xproto.Setup(conn).DefaultScreen(conn).Root, make(chan struct{}, 1)}
	if err = x11.Use(conn, x11.RandR); err == nil {
		if _, err = randr.QueryVersion(conn, 1, 3).Reply(); err == nil {
			err = randr.SelectInputChecked(conn, w.root, randr.NotifyMaskScreenChange|randr.NotifyMaskCrtcChange|randr.NotifyMaskOutputChange).Check()
		}
	}
	if err != nil {
		conn.Close()
		return nil, fmt.Errorf("the X server does not tell of its monitors: %w", err)
	}
	go w.listen()
	return w, nil
}

func (w *Watcher) listen() {
	defer close(w.events)
	for {
		if e, err := w.conn.WaitForEvent(); e == nil && err == nil {
			return
		}
		select {
		case w.events <- struct{}{}:
		default:
		}
	}
}

// Sizes are those of the monitors that are on, in pixels as they are turned.
func (w *Watcher) Sizes() ([]Size, error) {
	all, err := randr.GetScreenResourcesCurrent(w.conn, w.root).Reply()
	if err != nil {
		return nil, err
	}
	var on []Size
	for _, c := range all.Crtcs {
		info, err := randr.GetCrtcInfo(w.conn, c, all.ConfigTimestamp).Reply()
		if err != nil {
			return nil, err
		}
		if info.Mode != 0 && info.NumOutputs > 0 {
			on = append(on, Size{int(info.Width), int(info.Height)})
		}
	}
	return on, nil
}

// Await waits for a monitor that is on, and tells once that there is none. It fails where
// quit is closed or X ends first.
func (w *Watcher) Await(quit <-chan struct{}, tell func()) error {
	for told := false; ; {
		on, err := w.Sizes()
		if err != nil || len(on) > 0 {
			return err
		}
		if !told {
			told = true
			tell()
		}
		select {
		case _, more := <-w.events:
			if !more {
				return errEnded
			}
		case <-quit:
			return errQuit
		}
	}
}

// Watch hands over the monitors that are on, after each change when all is in order
// again, until Close; not while none is on.
func (w *Watcher) Watch(changed func([]Size)) {
	for range w.events {
		for calm := false; !calm; {
			select {
			case _, more := <-w.events:
				if !more {
					return
				}
			case <-time.After(settles):
				calm = true
			}
		}
		if on, err := w.Sizes(); err == nil && len(on) > 0 {
			changed(on)
		}
	}
}

// Close ends it.
func (w *Watcher) Close() { w.conn.Close() }
