package soak

import (
	"fmt"
	"math"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"

	"lianhua/internal/hall/x11"
)

// XHands work an X display by its extension XTEST, as if by its own mouse and keys.
type XHands struct {
	conn          *xgb.Conn
	root          xproto.Window
	width, height float64
	codes         map[uint32]byte // of key symbols
}

// NewXHands works the display of a name, ":99". It fails where there is none, or where
// it lacks XTEST.
func NewXHands(display string) (*XHands, error) {
	c, err := x11.Open(display)
	if err != nil {
		return nil, fmt.Errorf("the display %s: %w", display, err)
	}
	if err := x11.Use(c, x11.XTest); err != nil {
		c.Close()
		return nil, fmt.Errorf("the display %s has no XTEST: %w", display, err)
	}
	setup := xproto.Setup(c)
	s := setup.DefaultScreen(c)
	h := &XHands{conn: c, root: s.Root, width: float64(s.WidthInPixels), height: float64(s.HeightInPixels), codes: map[uint32]byte{}}
	first, count := setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode+1)
	m, err := xproto.GetKeyboardMapping(c, first, count).Reply()
	if err != nil {
		c.Close()
		return nil, fmt.Errorf("the keys of %s: %w", display, err)
	}
	per := int(m.KeysymsPerKeycode)
	for i, sym := range m.Keysyms {
		if _, known := h.codes[uint32(sym)]; !known {
			h.codes[uint32(sym)] = byte(int(first) + i/per)
		}
	}
	return h, nil
}

// Close lets go of the display.
func (h *XHands) Close() { h.conn.Close() }

func (h *XHands) fake(kind, detail byte, x, y float64) error {
	return xtest.FakeInputChecked(h.conn, kind, detail, 0, h.root, int16(math.Round(x)), int16(math.Round(y)), 0).Check()
}

// Move moves the pointer.
func (h *XHands) Move(x, y float64) error {
	return h.fake(xproto.MotionNotify, 0, x*(h.width-1), y*(h.height-1))
}

// Press presses the first button, or lets it go.
func (h *XHands) Press(down bool) error {
	if down {
		return h.fake(xproto.ButtonPress, 1, 0, 0)
	}
	return h.fake(xproto.ButtonRelease, 1, 0, 0)
}

// Key presses a key, or lets it go; one that the keyboard lacks does nothing.
func (h *XHands) Key(sym uint32, down bool) error {
	code, known := h.codes[sym]
	switch {
	case !known:
		return nil
	case down:
		return h.fake(xproto.KeyPress, code, 0, 0)
	}
	return h.fake(xproto.KeyRelease, code, 0, 0)
}
