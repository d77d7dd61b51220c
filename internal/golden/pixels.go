package golden

import (
	"image"
	"image/color"
)

// Compare counts the pixels that differ between a kept picture and the one that
// was drawn, and marks them red in a faint copy of what is equal. Pictures of
// unlike sizes differ in every pixel of the one that was drawn.
func Compare(kept image.Image, drawn *image.RGBA) (differ int, diff *image.RGBA) {
	b := drawn.Bounds()
	diff = image.NewRGBA(b)
	same := kept.Bounds() == b
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			p := drawn.RGBAAt(x, y)
			if same && color.RGBAModel.Convert(kept.At(x, y)) == color.Color(p) {
				diff.SetRGBA(x, y, color.RGBA{200 + p.R/5, 200 + p.G/5, 200 + p.B/5, 255})
				continue
			}
			differ++
			diff.SetRGBA(x, y, color.RGBA{220, 0, 60, 255})
		}
	}
	return differ, diff
}
