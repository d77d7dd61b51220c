package flaw

import (
	"image"
	"math"

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
// rendered by r at scale pixels to a device-independent one. Parts of a picture
// that stand back on purpose fade as a whole and are left out.
func Contrast(l *draw.List, r *raster.Renderer, scale float64) (found []Flaw) {
	all := labels(l)
	kept := make([]float64, len(l.Marks))
	for i := range l.Marks {
		kept[i] = l.Marks[i].Alpha
		if l.Marks[i].Kind == draw.KindText {
			l.Marks[i].Alpha = 0
		}
	}
	ground := r.Render(l, scale)
	for i := range l.Marks {
		l.Marks[i].Alpha = kept[i]
	}
	for i := range all {
		a := &all[i]
		if a.mark.Alpha < 0.95 {
			continue
		}
		need := float64(leastContrast)
		if st := a.mark.Run.Style; st.Size >= large || st.Size >= largeBold && st.Face != typeset.Sans {
			need = leastLarge
		}
		ink := geom.R((a.ink.X-l.Area.X)*scale, (a.ink.Y-l.Area.Y)*scale, a.ink.W*scale, a.ink.H*scale)
		if got := worstContrast(ground, ink, a.mark.Paint.Color.Fade(a.mark.Alpha)); got < need-measured {
			found = append(found, Flaw{Kind: Pale, Mark: a.index, Other: -1, At: a.ink, Got: got, Need: need})
		}
	}
	return found
}

// worstContrast is the contrast of a colour to the ground under a rectangle of
// pixels; the worst tenth of them is left out, since a thin line may cross a label.
func worstContrast(ground *image.RGBA, r geom.Rect, c draw.Color) float64 {
	var all []float64
	b := ground.Bounds()
	for y := max(int(r.Y), b.Min.Y); y < min(int(math.Ceil(r.Bottom())), b.Max.Y); y++ {
		for x := max(int(r.X), b.Min.X); x < min(int(math.Ceil(r.Right())), b.Max.X); x++ {
			p := ground.RGBAAt(x, y)
			back := draw.Color(uint32(p.R)<<24 | uint32(p.G)<<16 | uint32(p.B)<<8 | 0xff)
			all = append(all, vision.Contrast(uint32(c), uint32(back)))
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
