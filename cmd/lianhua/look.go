//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/gpu"
	"lianhua/internal/raster"
	"lianhua/internal/typeset"
)

// look writes, when it is asked to, a picture of what the graphics card has drawn, and
// one of what should be there, drawn without it; and says how they differ.
type look struct {
	folder string
	fonts  *typeset.Fonts
	log    func(string)
	asked  atomic.Bool
}

// listen asks for a look at each signal.
func (k *look) listen(signals <-chan os.Signal) {
	for range signals {
		k.asked.Store(true)
		gpu.Wake()
	}
}

// painted is told of each list that was drawn on the screen.
func (k *look) painted(screen *ebiten.Image, l *draw.List, scale float64) {
	if !k.asked.Swap(false) {
		return
	}
	seen := image.NewRGBA(screen.Bounds())
	screen.ReadPixels(seen.Pix)
	k.take(seen, raster.Render(l, k.fonts, scale))
}

// take compares the two, and writes them apart from the player's loop.
func (k *look) take(seen, meant *image.RGBA) {
	mean, off := differ(seen, meant)
	folder := k.folder
	name := filepath.Join(folder, "lianhua-"+time.Now().Format("20060102-150405"))
	go func() {
		a := answer{Player: os.Getpid(), Screen: name + "-screen.png", Meant: name + "-meant.png", Off: off, Mean: mean}
		err := errors.Join(save(a.Screen, seen), save(a.Meant, meant))
		if err == nil {
			err = a.write(folder)
		}
		if err != nil {
			k.log("look: " + err.Error())
			return
		}
		k.log("look: " + a.Screen + " " + a.difference())
	}()
}

// answer is what a look found, for who asked for it by "lianhua kiosk look".
type answer struct {
	Player int     `json:"player"` // the process
	Screen string  `json:"screen"` // the picture of what is there
	Meant  string  `json:"meant"`  // and of what should be
	Off    float64 `json:"off"`    // the share of pixels that differ visibly
	Mean   float64 `json:"mean"`   // by how many levels of 255 all do on the mean
}

// answerFile is the last look's, in the folder of its pictures.
const answerFile = "lianhua-look.json"

func (a answer) difference() string {
	return fmt.Sprintf("differs from what is meant in %.2f %% of its pixels, by %.2f of 255 levels on the mean", 100*a.Off, a.Mean)
}

// write puts the file in place whole, when both pictures are there.
func (a answer) write(folder string) error {
	data, err := json.Marshal(a)
	if err != nil {
		return err
	}
	next := filepath.Join(folder, "."+answerFile+".next")
	if err := os.WriteFile(next, append(data, '\n'), 0o644); err != nil {
		return err
	}
	return os.Rename(next, filepath.Join(folder, answerFile))
}

func save(name string, img image.Image) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	err = png.Encode(f, img)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(name) // a part of a picture shows nothing
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// visible is from how many levels on four pixels that make a square are others to the
// eye. Graphics cards smooth the edges of a crowd's small marks each in their own way,
// and what one pixel lacks then its neighbour has.
const visible = 32

// differ is by how many levels of 255 two pictures differ on the mean, and the share of
// pixels that differ visibly; of other sizes, all do.
func differ(a, b *image.RGBA) (mean, off float64) {
	if a.Rect.Size() != b.Rect.Size() || len(a.Pix) == 0 {
		return 255, 1
	}
	const side = 2
	size := a.Rect.Size()
	sum, many := 0, 0
	for y := 0; y < size.Y; y += side {
		for x := 0; x < size.X; x += side {
			var apart [3]int
			pixels := 0
			for v := y; v < min(y+side, size.Y); v++ {
				for u := x; u < min(x+side, size.X); u++ {
					pixels++
					for c := range apart {
						d := int(a.Pix[v*a.Stride+4*u+c]) - int(b.Pix[v*b.Stride+4*u+c])
						apart[c] += d
						sum += max(d, -d)
					}
				}
			}
			if max(slices.Max(apart[:]), -slices.Min(apart[:])) >= visible*pixels {
				many += pixels
			}
		}
	}
	pixels := float64(size.X * size.Y)
	return float64(sum) / 3 / pixels, float64(many) / pixels
}
