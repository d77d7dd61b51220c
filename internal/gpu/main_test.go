package gpu

import (
	"image"
	"os"
	"runtime"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// inside runs the tests within Update: images can be read only there.
type inside struct {
	m    *testing.M
	code int
}

func (g *inside) Update() error {
	g.code = g.m.Run()
	return ebiten.Termination
}

func (g *inside) Draw(*ebiten.Image) {}

func (g *inside) Layout(w, h int) (int, int) { return w, h }

func TestMain(m *testing.M) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		os.Stderr.WriteString("gpu: these tests draw with a GPU and need a display: set DISPLAY, for example by running them under xvfb-run\n")
		os.Exit(1)
	}
	Configure()
	Moving()
	ebiten.SetWindowSize(64, 64)
	g := &inside{m: m, code: 1}
	if err := ebiten.RunGame(g); err != nil {
		os.Stderr.WriteString("gpu: the display cannot be drawn on: " + err.Error() + "\n")
		os.Exit(1)
	}
	os.Exit(g.code)
}

// read copies an image's pixels, premultiplied.
func read(img *ebiten.Image) *image.RGBA {
	out := image.NewRGBA(img.Bounds())
	img.ReadPixels(out.Pix)
	return out
}
