package main

import "os"

// looks are the signals that ask for a look: Windows has none.
func looks() (signals chan os.Signal, stop func()) {
	signals = make(chan os.Signal)
	return signals, func() { close(signals) }
}
