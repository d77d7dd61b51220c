// Package monitors sees monitors being switched on and off, turned, and set to other
// resolutions, for a player whose window does not follow all of that.
package monitors

import "errors"

// Size is a monitor's, in pixels.
type Size struct{ Width, Height int }

var (
	// ErrSilent is that of a display that is not there.
	ErrSilent = errors.New("the X server does not answer")
	errEnded  = errors.New("the X server has ended")
	errQuit   = errors.New("no monitor was switched on")
)
