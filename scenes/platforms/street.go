package platforms

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The street in cells of the floor: people stand on the kerb, lamps on the carriageway.
const (
	kerbFrom, kerbTo   = 0.3, 28.4
	kerbBack, kerbEdge = 10.5, 13.85
	abreast            = 8 // people across the kerb
	lampsFrom, lampsTo = 0.9, 29.9
	lampsBack, lampGap = 14.95, 1.0
	lampRows           = 5
	litTo              = 0.62 // of the beat: the last lamp is lit
)

// light is how far along the street it has come.
func light(v *stage.View) float64 {
	return anim.Span(v.Beat(beatStreet), 0, litTo, anim.SineInOut) * (columns + 4)
}

// drawPeople draws the firms and teams, one figure each, who walk in along the kerb.
// The last of them fade, and a haze without marks says that there are more.
func drawPeople(l *draw.List, v stage.View, at storyboard.Spot) {
	b, ok := blockOf(at)
	n := v.Count(tenantsID, mostTenants)
	come := anim.Span(v.Beat(beatStreet), 0.04, 0.9, anim.CubicOut)
	if !ok || n == 0 || come <= 0 {
		return
	}
	th := v.Theme
	haze := th.Crowd.Fade(0.24 * anim.Span(come, 0.9, 1, anim.Linear))
	l.Fill(draw.Name("haze"), b.quad(l.NewPath(), kerbTo-3.4, kerbTo+3.4, kerbBack-0.2, kerbEdge+0.2), b.ramp(kerbTo-3.4, kerbBack, kerbTo+3.4, kerbBack, draw.Stop{At: 0, Color: haze.Fade(0)}, draw.Stop{At: 0.42, Color: haze}, draw.Stop{At: 1, Color: haze.Fade(0)}), draw.Decor())
	f := l.NewField()
	f.Count, f.Cols = n, (n+abreast-1)/abreast
	f.Symbol, f.Radius, f.Jitter, f.Phase = draw.Person, 4.7*b.k*v.Knob(&personTall), 0.5, come*v.Knob(&stepping)
	f.Inks = [4]draw.Color{th.Crowd, th.Deep, th.Coal, th.Clay}
	const strips = 40
	for i := -1; i <= strips+1; i++ {
		f.Mesh.U = append(f.Mesh.U, float64(i)*float64(f.Cols)/strips)
	}
	for j := -1; j <= abreast+1; j++ {
		f.Mesh.V = append(f.Mesh.V, float64(j))
		for i := -1; i <= strips+1; i++ {
			stood := anim.Lerp(kerbFrom, kerbTo, float64(i)/strips)
			u := stood - (1-come)*(kerbTo+2)
			f.Mesh.P = append(f.Mesh.P, b.at(u, anim.Lerp(kerbBack, kerbEdge, (float64(j)+0.5)/abreast)))
			level := anim.Clamp(1.5*(u-kerbFrom)+1) * (1 - 0.7*anim.Clamp((stood-(kerbTo-4.5))/4.5))
			f.Mesh.Level = append(f.Mesh.Level, float32(level))
		}
	}
	l.PushAt(geom.Pt{}, 1, anim.Span(come, 0, 0.15, anim.Linear))
	l.Field(draw.Name("tenants-field"), f, draw.Sem{})
	l.Pop()
}

// lamp is the i-th of n, in rows along the carriageway, the middle of its foot.
func (b block) lamp(i, n int) (at geom.Pt, u float64) {
	each := float64((n + lampRows - 1) / lampRows)
	row, k := i%lampRows, float64(i/lampRows)
	u = anim.Lerp(lampsFrom, lampsTo, (k+0.5*float64(row%2))/max(each-0.5, 1))
	return b.at(u, lampsBack+lampGap*float64(row)), u
}

// drawLamps draws the platforms, a lamp each, which are lit one after the other.
func drawLamps(l *draw.List, v stage.View, at storyboard.Spot) {
	b, ok := blockOf(at)
	n := v.Count(allID, mostLamps)
	if !ok || n == 0 {
		return
	}
	th, id, lit := v.Theme, draw.Name("lamps"), light(&v)
	tall, r := 15*b.k, 2.6*b.k
	posts := l.NewPath()
	for i := range n {
		p, _ := b.lamp(i, n)
		posts.Move(p.X, p.Y).Line(p.X, p.Y-tall)
	}
	dots := func(name string, up, radius float64, c func(on float64) draw.Color) {
		l.Dots(id.Sub(name), n, func(i int) draw.Dot {
			p, u := b.lamp(i, n)
			return draw.Dot{At: geom.P(p.X, p.Y-up), R: radius, Color: c(anim.Clamp((lit - u) / 1.5))}
		}, draw.Decor())
	}
	head := tall + r*0.6
	dots("pools", 0, r*0.8, func(on float64) draw.Color { return th.MoltenLight.Fade(0.5 * on) })
	l.Stroke(id.Sub("posts"), posts, geom.Pen{Width: b.k}, draw.Ink(th.Coal.Fade(0.85)), draw.Decor())
	dots("halos", head, r*2.1*v.Knob(&lampHalo), func(on float64) draw.Color { return th.GoldLight.Fade(0.22 * on) })
	dots("rims", head, r*1.25, func(on float64) draw.Color { return draw.Mix(th.SilverDark, th.Gold, on) })
	dots("heads", head, r, func(on float64) draw.Color { return draw.Mix(th.Ground, th.GoldLight, on) })
}
