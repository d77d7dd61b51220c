package x11

import (
	"errors"
	"fmt"
	"io"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Extension is the name by which servers and the library's packages know an extension.
type Extension string

// The extensions that are in use, each with the library's package for its requests.
const (
	RandR       Extension = "RANDR"            // randr
	ScreenSaver Extension = "MIT-SCREEN-SAVER" // screensaver
	DPMS        Extension = "DPMS"             // dpms
	XTest       Extension = "XTEST"            // xtest
	XFixes      Extension = "XFIXES"           // xfixes
)

// ErrLacking is that of a server without an extension that is asked for.
var ErrLacking = errors.New("the X server lacks an extension")

// Open connects to a display by its name (":0"; empty: the one that the environment
// names) and has the connection know the extensions. It fails where no server answers,
// and with ErrLacking.
func Open(display string, needed ...Extension) (*xgb.Conn, error) {
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, err
	}
	for _, e := range needed {
		if err := Use(conn, e); err != nil {
			conn.Close()
			return nil, err
		}
	}
	return conn, nil
}

// Use has a connection know an extension, before its requests are made and while nobody
// else makes any: a request reads the list of extensions twice, and waits for ever where
// it is written to in between. It fails with ErrLacking, and where the server has ended.
func Use(conn *xgb.Conn, e Extension) error {
	reply, err := xproto.QueryExtension(conn, uint16(len(e)), string(e)).Reply()
	if err != nil {
		return fmt.Errorf("the X server does not tell of its extension %s: %w", e, err)
	}
	if !reply.Present {
		return fmt.Errorf("%w: %s", ErrLacking, e)
	}
	conn.ExtLock.Lock()
	conn.Extensions[string(e)] = reply.MajorOpcode
	conn.ExtLock.Unlock()
	return nil
}

// X's protocol: events have the numbers from 2 to 127, errors those from 1 to 255.
const (
	firstEvent, lastEvent = 2, 127
	firstError, lastError = 1, 255
)

func init() {
	// All that fails comes back as an error; the library would write it beside the log too.
	xgb.Logger.SetOutput(io.Discard)
	for n := firstEvent; n <= lastEvent; n++ {
		if xgb.NewEventFuncs[n] == nil { // the protocol's own are there
			xgb.NewEventFuncs[n] = func(b []byte) xgb.Event { return Event(b) }
		}
	}
	for n := firstError; n <= lastError; n++ {
		if xgb.NewErrorFuncs[n] == nil {
			xgb.NewErrorFuncs[n] = func(b []byte) xgb.Error { return Error(b) }
		}
	}
}

// Event is an extension's event as it comes, 32 bytes: the library's packages decode it,
// for who knows which one it is.
type Event []byte

// Bytes are the event's.
func (e Event) Bytes() []byte { return e }

// String tells its number at that server.
func (e Event) String() string { return fmt.Sprintf("event %d of an extension of X", e[0]&127) }

// Error is an extension's error as it comes, 32 bytes.
type Error []byte

// SequenceId is the number of the request that failed.
func (e Error) SequenceId() uint16 { return xgb.Get16(e[2:]) }

// BadId is the value or the resource that was wrong.
func (e Error) BadId() uint32 { return xgb.Get32(e[4:]) }

// Error tells its number at that server, and what was asked.
func (e Error) Error() string {
	return fmt.Sprintf("error %d of an extension of X: request %d.%d, value %d", e[1], e[10], xgb.Get16(e[8:]), e.BadId())
}
