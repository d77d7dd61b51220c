package gpu

import (
	"image"
	"os"
	"runtime"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// loop is the game that tests run in: images can be read only within Update, and
// only the end of a frame gives back what the frame took.
type loop struct {
	work chan func()
	done chan struct{}
	code chan int
}

var game = &loop{make(chan func()), make(chan struct{}), make(chan int, 1)}

// frame runs f within the next frame and waits for it.
func frame(f func()) {
	game.work <- f
	<-game.done
}

func (g *loop) Update() error {
	select {
	case f := <-g.work:
		defer func() { g.done <- struct{}{} }()
		f()
		return nil
	case code := <-g.code:
		g.code <- code
		return ebiten.Termination
	}
}

func (g *loop) Draw(*ebiten.Image) {}

func (g *loop) Layout(w, h int) (int, int) { return w, h }

func TestMain(m *testing.M) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		os.Stderr.WriteString("gpu: these tests draw with a GPU and need a display: set DISPLAY, for example by running them under xvfb-run\n")
		os.Exit(1)
	}
	Configure()
	//lint:ignore SA1019 tests need not wait for the display
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMaximum)
	ebiten.SetWindowSize(64, 64)
	go func() { game.code <- m.Run() }()
	if err := ebiten.RunGame(game); err != nil {
		os.Stderr.WriteString("gpu: the display cannot be drawn on: " + err.Error() + "\n")
		os.Exit(1)
	}
	os.Exit(<-game.code)
}

// read copies an image's pixels, premultiplied.
func read(img *ebiten.Image) *image.RGBA {
	out := image.NewRGBA(img.Bounds())
	img.ReadPixels(out.Pix)
	return out
}
