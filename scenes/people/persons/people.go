package persons

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// band is how far apart in depth, in figures, those may stand who are drawn as one:
// so near each other in depth, nobody stands before another, and the parts of all of
// one colour are one path.
const (
	band  = 0.28
	wards = 4 // into which a band is cut across, so that what the camera has left is not drawn
)

// bands hands over the figures from the farthest to the nearest.
func bands(all []Person, each func([]Person)) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, s := range all {
		lo, hi = min(lo, s.At.X), max(hi, s.At.X)
	}
	var ward [wards][]Person
	for from := 0; from < len(all); {
		to := from
		for to < len(all) && all[to].At.Y-all[from].At.Y <= band*all[from].Tall {
			to++
		}
		for i := range ward {
			ward[i] = ward[i][:0]
		}
		for _, s := range all[from:to] {
			k := min(int(float64(wards)*(s.At.X-lo)/max(hi-lo, 1)), wards-1)
			ward[k] = append(ward[k], s)
		}
		for i := range ward {
			if len(ward[i]) > 0 {
				each(ward[i])
			}
		}
		from = to
	}
}

// Dressed is people in the light of a low sun at the right, the farthest first, as a
// sheet: a thousand figures of many strokes each cost a frame no more than one mark.
func Dressed(th *stage.Theme, all []Person) *draw.Sheet {
	inks := clothes(th)
	s := &draw.Sheet{}
	bands(all, func(some []Person) {
		paths := new([parts]geom.Path)
		for _, who := range some {
			who.outline(paths)
		}
		for i := range paths {
			storyboard.Lay(s, &paths[i], inks[i])
		}
	})
	s.Seal()
	return s
}

// hazes is how many greys tell those apart who stand in the mist.
const hazes = 3

// Hazy is the same people in the mist: in grey, within the same outlines.
func Hazy(th *stage.Theme, all []Person) *draw.Sheet {
	near, far := "print-52", "print-74"
	if th.Dark() {
		near, far = "sky-58", "sky-84"
	}
	dark, _ := th.Color(near)
	pale, _ := th.Color(far)
	s := &draw.Sheet{}
	bands(all, func(some []Person) {
		paths := new([hazes]geom.Path)
		for _, who := range some {
			var one [parts]geom.Path
			who.outline(&one)
			for i := range one {
				if part(i) != rim {
					paths[who.N%hazes].Append(one[i], geom.Identity())
				}
			}
		}
		for i := range paths {
			storyboard.Lay(s, &paths[i], draw.Mix(pale, dark, float64(i)/hazes))
		}
	})
	s.Seal()
	return s
}
