package gpu

import "github.com/hajimehoshi/ebiten/v2"

// Configure sets the game loop so that a picture may stand still: what was drawn
// stays, an update comes with each frame only, and an unfocused window or frame
// goes on. It begins with Still.
func Configure() {
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetRunnableOnUnfocused(true)
	Still()
}

// Still stops the loop: no update and no frame until Wake is called or input
// reaches the window. It is to be called before the game runs or within Update
// or Draw: elsewhere it would wait for a loop that waits for events.
func Still() {
	//lint:ignore SA1019 only this mode stops the loop; clearing less often does not
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
}

// Moving runs the loop at the display's pace. It is to be called where Still is;
// from elsewhere, Wake the loop and call it there.
func Moving() {
	//lint:ignore SA1019 the counterpart of Still, which waits for the display
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOn)
	Wake()
}

// Wake asks for one frame. It may be called from any goroutine.
func Wake() {
	//lint:ignore SA1019 see Still
	ebiten.ScheduleFrame()
}
