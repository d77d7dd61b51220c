package main

import "os"

// looks are the signals that ask for a look: Windows has none.
func looks() (signals chan os.Signal, stop func()) {
	signals = make(chan os.Signal)
	return signals, func() { close(signals) }
}

// askLook asks a player for a look: Windows cannot.
func askLook(*os.Process) error { return nil }
