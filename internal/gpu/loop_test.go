package gpu

import (
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
)

// A frame takes work only when one is asked for.
func TestAStillPictureDrawsNothing(t *testing.T) {
	frame(Still)
	defer func() {
		Wake()
		//lint:ignore SA1019 as in TestMain
		frame(func() { ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMaximum) })
	}()
	const quiet = 150 * time.Millisecond
	takes := func() bool {
		select {
		case game.work <- func() {}:
			<-game.done
			return true
		case <-time.After(quiet):
			return false
		}
	}
	// The window's own events may ask for some frames at first.
	for i := 0; takes(); i++ {
		if i == 200 {
			t.Fatal("the loop does not stop")
		}
	}
	for range 3 {
		if takes() {
			t.Error("a frame that nobody asked for")
		}
	}
	Wake()
	if !takes() {
		t.Error("no frame after Wake")
	}
	for i := 0; takes(); i++ {
		if i == 3 {
			t.Fatal("Wake asked for more than a frame")
		}
	}
}
