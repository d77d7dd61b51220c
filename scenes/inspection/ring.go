package inspection

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// monthDays is how many steps the ring is drawn with: the longest month. The
// page names two days of it and no length.
const monthDays = 31

// Radii of the ring's parts, as shares of its radius.
const (
	hubAt    = 0.13
	townAt   = 0.47
	secondAt = 0.70
	trackAt  = 0.93
)

func day(d float64) float64 { return -math.Pi/2 + d/monthDays*2*math.Pi }

// today is the day of the month that the picture has come to. It stays at the
// last that the page names: on which day the ranking comes is not said.
func today(v *stage.View, list, done float64) float64 {
	d := list * anim.SineInOut(v.Beat("list"))
	return d + (done-list)*v.Beat("visit")
}

func drawRing(l *draw.List, v *stage.View, lay stage.Layout, p plan) {
	list, _ := v.Story.Figure("inspection.list-day")
	done, _ := v.Story.Figure("inspection.done-day")
	from, to := list.Float64(), done.Float64()
	now := today(v, from, to)
	drawMonth(l, v, lay, p, from, to, now)
	drawSpokes(l, v, lay, p)
	drawDates(l, v, lay, p, from, to, now)
}

func drawMonth(l *draw.List, v *stage.View, lay stage.Layout, p plan, from, to, now float64) {
	th := v.Theme
	r, w := p.radius*trackAt, p.radius*0.052
	track := l.NewPath().Ring(p.center, r+w/2, r-w/2)
	l.Fill(draw.Name("month"), track, draw.Ink(draw.Mix(th.Ground, th.Faint, 0.55)), draw.Decor())
	for i, s := range [...]struct {
		a, b float64
		c    draw.Color
	}{{0, from, th.Deep}, {from, to, th.Leaf}} {
		end := math.Min(now, s.b)
		if end <= s.a {
			continue
		}
		seg := l.NewPath().Sector(p.center, r+w/2, r-w/2, day(s.a), day(end))
		l.Fill(draw.Nth("span", i+1), seg, draw.Ink(s.c.Fade((end-s.a)*2)), draw.Decor())
	}
	ticks := l.NewPath()
	for d := 0; d < monthDays; d++ {
		a := day(float64(d))
		o, i := geom.Polar(p.center, r+w/2, a), geom.Polar(p.center, r-w/2, a)
		ticks.Move(o.X, o.Y).Line(i.X, i.Y)
	}
	l.Stroke(draw.Name("days"), ticks, geom.Pen{Width: math.Max(p.radius*0.006, 0.8)}, draw.Ink(th.Ground), draw.Decor())
	hand := geom.Polar(p.center, r, day(now))
	l.Circle(draw.Name("hand.rim"), hand, w*1.05, draw.Ink(th.Ground), draw.Decor())
	l.Circle(draw.Name("hand"), hand, w*0.78, draw.Ink(th.Ink), draw.Decor())
}

// drawSpokes draws a spoke a team, and on it the two towns that the team visits:
// nothing says which day a town's turn comes, so the spokes are no part of the
// calendar.
func drawSpokes(l *draw.List, v *stage.View, lay stage.Layout, p plan) {
	th := v.Theme
	teams, _ := v.Story.Figure("inspection.teams")
	perTeam, _ := v.Story.Figure("inspection.towns-per-team")
	n, k := teams.Count(), perTeam.Count()
	if n == 0 || k == 0 {
		return
	}
	lines := l.NewPath()
	open, calm := l.NewPath(), l.NewPath()
	size := p.radius * 0.115
	list := v.Beat("list")
	for i := 0; i < n; i++ {
		a := -math.Pi/2 + (float64(i)+0.5)/float64(n)*2*math.Pi
		grow := anim.Stagger(list, i, n, 0.35, anim.CubicOut)
		if grow <= 0 {
			continue
		}
		from, to := geom.Polar(p.center, p.radius*hubAt, a), geom.Polar(p.center, p.radius*(hubAt+(secondAt-hubAt)*grow), a)
		lines.Move(from.X, from.Y).Line(to.X, to.Y)
		for t := 0; t < k; t++ {
			at := geom.Polar(p.center, p.radius*townRadius(t, k), a)
			s := size * anim.Span(grow, 0.3+0.4*float64(t)/float64(k), 0.6+0.4*float64(t)/float64(k), anim.CubicOut)
			if s > 0 {
				house(open, at, s)
			}
			if f := visited(v, i, n, t, k); f > 0 && s > 0 {
				house(calm, at, s*0.78*f)
			}
		}
	}
	l.Stroke(draw.Name("spokes"), lines, geom.Pen{Width: math.Max(p.radius*0.006, 1)}, draw.Ink(th.Rule), draw.Decor())
	l.Fill(draw.Name("towns.open"), open, draw.Ink(th.Ground), draw.Decor())
	l.Stroke(draw.Name("towns"), open, geom.Pen{Width: math.Max(p.radius*0.010, 1.1)}, draw.Ink(th.Leaf), draw.Decor())
	l.Fill(draw.Name("towns.visited"), calm, draw.Ink(th.Leaf), draw.Decor())
	walkers(l, v, p, n, k)
}

func townRadius(t, k int) float64 {
	if k <= 1 {
		return townAt
	}
	return townAt + (secondAt-townAt)*float64(t)/float64(k-1)
}

// leg is a team's course through the month's visits: 0 at the hub, t+1 at town t.
func leg(v *stage.View, team, teams, towns int) float64 {
	p := anim.Stagger(v.Beat("visit"), team*7%teams, teams, 0.72, anim.Linear)
	x := p * float64(towns)
	whole := math.Floor(x)
	// It walks for the first two thirds of each leg and stays for the rest.
	return whole + anim.Span(x-whole, 0, 0.66, anim.CubicInOut)
}

func visited(v *stage.View, team, teams, town, towns int) float64 {
	return anim.Span(leg(v, team, teams, towns), float64(town)+0.9, float64(town)+1, anim.QuadOut)
}

func walkers(l *draw.List, v *stage.View, p plan, n, k int) {
	th := v.Theme
	r := p.radius * 0.028
	appear := v.Span("list", 0.2, 0.8)
	// The ranking has no day on the ring: the teams' common hub lights for it.
	calm, lit := draw.Mix(th.Ground, th.Gold, 0.22), anim.SineInOut(anim.Clamp(v.Beat("score")*1.6))
	l.Circle(draw.Name("hub"), p.center, p.radius*hubAt, draw.Ink(draw.Mix(calm, th.GoldLight, lit)), draw.Decor())
	team := func(i int, rim float64, c draw.Color) draw.Dot {
		a := -math.Pi/2 + (float64(i)+0.5)/float64(n)*2*math.Pi
		x := leg(v, i, n, k)
		at := hubAt
		if x > 0 {
			whole := math.Min(math.Floor(x), float64(k-1))
			start := hubAt
			if whole > 0 {
				start = townRadius(int(whole)-1, k)
			}
			at = anim.Lerp(start, townRadius(int(whole), k), x-whole)
		}
		return draw.Dot{At: geom.Polar(p.center, p.radius*at, a), R: r*(0.4+0.6*appear) + rim, Color: c.Fade(appear)}
	}
	// The rim keeps a team apart from the house that it stands in.
	l.Dots(draw.Name("teams.rim"), n, func(i int) draw.Dot { return team(i, math.Max(p.radius*0.007, 1), th.Ground) }, draw.Decor())
	l.Dots(draw.Name("teams"), n, func(i int) draw.Dot { return team(i, 0, th.GoldDark) }, draw.Decor())
}

// house adds a small gabled house about c.
func house(p *geom.Path, c geom.Pt, s float64) {
	h := s / 2
	p.Move(c.X-h, c.Y-h*0.1).Line(c.X, c.Y-h).Line(c.X+h, c.Y-h*0.1).Line(c.X+h*0.78, c.Y-h*0.1).
		Line(c.X+h*0.78, c.Y+h*0.9).Line(c.X-h*0.78, c.Y+h*0.9).Line(c.X-h*0.78, c.Y-h*0.1).Close()
}

// drawDates marks the two days that the rule sets, outside the ring.
func drawDates(l *draw.List, v *stage.View, lay stage.Layout, p plan, from, to, now float64) {
	th := v.Theme
	for i, s := range [...]struct {
		day float64
		key string
		c   draw.Color
	}{{from, "inspection.by-list", th.Deep}, {to, "inspection.by-done", th.LeafDark}} {
		a := day(s.day)
		r := p.radius * (trackAt + 0.026)
		in, out := geom.Polar(p.center, r, a), geom.Polar(p.center, r+p.radius*0.05, a)
		shown := anim.Span(now, s.day-1.5, s.day, anim.CubicOut)
		l.Line(draw.Nth("date.line", i+1), in, out, math.Max(lay.Px(1.5), 1), draw.Ink(s.c.Fade(0.4+0.6*shown)), draw.Decor())
		st := typeset.Style{Face: typeset.SansBold, Size: lay.Type.Small * 1.08}
		at := geom.P(out.X+lay.Px(4), out.Y+st.Size*0.35)
		if math.Cos(a) < 0 {
			st.Align = typeset.End
			at.X = out.X - lay.Px(4)
		}
		chart.Label(l, v, draw.Nth("date", i+1), s.key, st, at, draw.Mix(th.Mute, s.c, shown))
	}
}
