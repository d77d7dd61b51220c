package svgfile

import (
	"fmt"

	"lianhua/internal/art"
	"lianhua/internal/draw"
)

// mostFade is by how many levels of 255 a fading gradient may look other than in a
// browser before it is told.
const mostFade = 10

// fades warns of gradients whose colour and opacity change at once: browsers mix
// colours before opacity, the house premultiplied, as light does.
func (r *reader) fades(n *node, stops []art.Stop) {
	most, where := 0.0, 0
	for i := 1; i < len(stops); i++ {
		a, okA := r.opt.Palette.Color(r.d.Colors[stops[i-1].Color])
		b, okB := r.opt.Palette.Color(r.d.Colors[stops[i].Color])
		if !okA || !okB {
			continue // which is told
		}
		a, b = a.Fade(stops[i-1].Opacity), b.Fade(stops[i].Opacity)
		if off := fadeError(a, b); off > most {
			most, where = off, i
		}
	}
	if most > mostFade {
		from, to := r.d.Colors[stops[where-1].Color], r.d.Colors[stops[where].Color]
		r.to.warn(n, fmt.Sprintf("between %s and %s colour and opacity change at once, and it looks %.0f levels other than in an editor", from, to, most),
			"give both stops one colour where one of them fades out, or put a stop between them")
	}
}

// fadeError is how far the two ways of mixing lie apart at most, in levels as seen.
func fadeError(a, b draw.Color) (most float64) {
	ramp := draw.Ramp{N: 2, Stops: [draw.MaxStops]draw.Stop{{At: 0, Color: a}, {At: 1, Color: b}}}
	for _, t := range [...]float64{0.25, 0.5, 0.75} {
		red, green, blue, alpha := ramp.At(t)
		mixed := func(x, y uint8) float64 { return (float64(x) + (float64(y)-float64(x))*t) * alpha / 255 }
		for _, off := range [...]float64{mixed(a.R(), b.R()) - red, mixed(a.G(), b.G()) - green, mixed(a.B(), b.B()) - blue} {
			most = max(most, off, -off)
		}
	}
	return most
}
