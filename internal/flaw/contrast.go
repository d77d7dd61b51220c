package flaw

import (
	"image"
	"math"
	"slices"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
	"lianhua/internal/typeset"
	"lianhua/internal/vision"
)

// WCAG 2.2's contrasts (1.4.3): of text, and of text that is large, 24 px, or
// 18.7 px bold.
const (
	leastContrast = 4.5
	leastLarge    = 3
	large         = 24
	largeBold     = 18.66
	measured      = 0.05 // how exactly pixels tell a contrast
)

// Contrast is the texts that stand out too little from what is drawn behind them,
// rendered by r at scale pixels to a device-independent one: of the picture, only what
// is behind them. Parts of it that stand back on purpose fade as a whole and are left out.
func Contrast(l *draw.List, r *raster.Renderer, scale float64) (found []Flaw) {
	all := labels(l)
	kept := make([]float64, len(l.Marks))
	for i := range l.Marks {
		kept[i] = l.Marks[i].Alpha
		if l.Marks[i].Kind == draw.KindText {
			l.Marks[i].Alpha = 0
		}
	}
	defer func() {
		for i := range l.Marks {
			l.Marks[i].Alpha = kept[i]
		}
	}()
	window := image.Rectangle{Max: raster.Size(l, scale)}
	pixels := func(ink geom.Rect) image.Rectangle {
		x, y := (ink.X-l.Area.X)*scale, (ink.Y-l.Area.Y)*scale
		return image.Rect(int(x), int(y), int(math.Ceil(x+ink.W*scale)), int(math.Ceil(y+ink.H*scale))).Intersect(window)
	}
	var ats []image.Rectangle
	for i := range all {
		ats = append(ats, pixels(all[i].ink))
	}
	var grounds []*image.RGBA
	for _, at := range gathered(ats) {
		ground := image.NewRGBA(at)
		r.Crop(ground, l, scale)
		grounds = append(grounds, ground)
	}
	for i := range all {
		a := &all[i]
		if kept[a.index] < 0.95 {
			continue
		}
		need := float64(leastContrast)
		if st := a.mark.Run.Style; st.Size >= large || st.Size >= largeBold && st.Face != typeset.Sans {
			need = leastLarge
		}
		at := ats[i]
		k := slices.IndexFunc(grounds, func(g *image.RGBA) bool { return at.In(g.Rect) })
		if k < 0 {
			continue // out of sight
		}
		if got := worstContrast(grounds[k], at, a.mark.Paint.Color.Fade(kept[a.index])); got < need-measured {
			found = append(found, Flaw{Kind: Pale, Mark: a.index, Other: -1, At: a.ink, Got: got, Need: need})
		}
	}
	return found
}

// gathered are rectangles that hold all of some: one of several, where it holds little
// else, for each costs a look at all that is drawn.
func gathered(all []image.Rectangle) (out []image.Rectangle) {
	const spare = 40 * 40 // pixels that cost less than another look
	area := func(r image.Rectangle) int { return r.Dx() * r.Dy() }
	for _, r := range all {
		if r.Empty() {
			continue
		}
		for i := 0; i < len(out); i++ {
			if u := r.Union(out[i]); area(u) <= area(r)+area(out[i])+max(spare, (area(r)+area(out[i]))/2) {
				r, out = u, slices.Delete(out, i, i+1)
				i = -1
			}
		}
		out = append(out, r)
	}
	return out
}

// worstContrast is the contrast of a colour to the ground under a rectangle of
// pixels; the worst tenth of them is left out, since a thin line may cross a label.
func worstContrast(ground *image.RGBA, at image.Rectangle, c draw.Color) float64 {
	all := make([]float64, 0, at.Dx()*at.Dy())
	var last uint32 // many neighbours are alike
	got := vision.Contrast(uint32(c), last)
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			p := ground.RGBAAt(x, y)
			if back := uint32(p.R)<<24 | uint32(p.G)<<16 | uint32(p.B)<<8 | 0xff; back != last {
				last, got = back, vision.Contrast(uint32(c), back)
			}
			all = append(all, got)
		}
	}
	if len(all) == 0 {
		return 21
	}
	return quantile(all, 0.1)
}

func quantile(v []float64, q float64) float64 {
	k := int(q * float64(len(v)-1))
	lo, hi := 0, len(v)-1
	for lo < hi { // Hoare's quickselect
		p := v[(lo+hi)/2]
		i, j := lo, hi
		for i <= j {
			for v[i] < p {
				i++
			}
			for v[j] > p {
				j--
			}
			if i <= j {
				v[i], v[j] = v[j], v[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return v[k]
		}
	}
	return v[k]
}
