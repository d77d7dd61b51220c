package play

import (
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// screen is the area that tests draw in: a laptop's.
var screen = geom.R(0, 0, 1440, 900)

// plates is a scene with one touchable mark of each kind.
type plates struct{ name string }

func (p plates) Name() string { return p.name }

func (plates) Beats() []anim.Beat {
	return []anim.Beat{{Name: "rise", Move: 1, Hold: 2}, {Name: "turn", Move: 2, Hold: 1}, {Name: "rest", Move: 0.5, Hold: 1}}
}

func (plates) MaxZoom() float64 { return 16 }

func (p plates) Draw(l *draw.List, v stage.View) {
	x := 100 + 200*v.Ease("rise") + 100*v.Ease("turn") + 50*v.Ease("rest")
	l.Rect(draw.Name(p.name), geom.R(x, 40, 50, 20), 0, draw.Ink(v.Theme.Ink), draw.Sem{Role: draw.RolePicture, Label: p.name})
	for i := 1; i <= 2; i++ {
		id := draw.Nth("plate", i)
		r := geom.R(100+float64(i)*100, 400-10*v.Hovered(id), 60, 60)
		l.Rect(id, r, 4, draw.Ink(draw.Mix(v.Theme.Faint, v.Theme.Accent, v.Pick(id))), draw.Sem{Role: draw.RoleButton, Label: "plate"})
	}
	level := v.Inputs.Get(draw.Name("level"), 50)
	l.Open(draw.Name("level"), draw.Sem{Role: draw.RoleSlider, Label: "level", Now: level, Min: 0, Max: 100, Step: 5})
	l.Rect(draw.Name("level").Sub("track"), geom.R(500, 600, 200, 10), 5, draw.Ink(v.Theme.Faint), draw.Decor())
	l.Circle(draw.Name("level").Sub("knob"), geom.P(500+2*level, 605), 20, draw.Ink(v.Theme.Ink), draw.Decor())
	l.Close()
	on := v.Inputs.Get(draw.Name("switch"), 0)
	l.Rect(draw.Name("switch"), geom.R(800, 600, 60, 40), 8, draw.Ink(draw.Mix(v.Theme.Faint, v.Theme.Accent, on)), draw.Sem{Role: draw.RoleToggle, Label: "switch", Now: on, Max: 1})
	l.Rect(draw.Name("way"), geom.R(900, 600, 60, 40), 8, draw.Ink(v.Theme.Ink), draw.Sem{Role: draw.RoleLink, Target: "#second/2?theme=night", Label: "way"})
	l.Rect(draw.Name("out"), geom.R(1000, 600, 60, 40), 8, draw.Ink(v.Theme.Ink), draw.Sem{Role: draw.RoleLink, Target: "https://example.org/", Label: "out"})
	f := l.NewField()
	f.Count, f.Cols, f.Radius = 100, 10, 3
	f.Mesh.U, f.Mesh.V = append(f.Mesh.U, 0, 10), append(f.Mesh.V, 0, 10)
	f.Mesh.P = append(f.Mesh.P, geom.P(1000, 100), geom.P(1200, 100), geom.P(1000, 300), geom.P(1200, 300))
	f.Inks = [4]draw.Color{v.Theme.Leaf, v.Theme.Leaf, v.Theme.Leaf, v.Theme.Leaf}
	l.Field(draw.Name("crowd"), f, draw.Sem{Role: draw.RoleButton, Label: "crowd"})
	l.Circle(draw.Name("finger"), v.Finger.At, 1+10*v.Finger.Force, draw.Ink(v.Theme.Mute), draw.Decor())
	l.Circle(draw.Name("zoom"), geom.P(v.Zoom.Focus.X*screen.W, v.Zoom.Focus.Y*screen.H), v.Zoom.Scale, draw.Ink(v.Theme.Mute), draw.Decor())
}

// page is a scene of two beats with nothing to touch.
type page struct{}

func (page) Name() string { return "second" }
func (page) Beats() []anim.Beat {
	return []anim.Beat{{Name: "one", Move: 1, Hold: 1}, {Name: "two", Move: 1, Hold: 1}}
}
func (page) Draw(l *draw.List, v stage.View) {
	l.Rect(draw.Name("second"), geom.R(10+100*v.Ease("one")+100*v.Ease("two"), 10, 50, 50), 0, draw.Ink(v.Theme.Ink), draw.Decor())
}

func bundle(t testing.TB) *story.Bundle {
	t.Helper()
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// player is a machine with the scenes first, second and third, and its list.
type player struct {
	*Machine
	l      draw.List
	frames int
}

func newPlayer(t testing.TB, o Options) *player {
	t.Helper()
	return newPlayerOf(t, o, plates{"first"}, page{}, plates{"third"})
}

func newPlayerOf(t testing.TB, o Options, scenes ...stage.Scene) *player {
	t.Helper()
	f, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(bundle(t), f, scenes, o)
	if err != nil {
		t.Fatal(err)
	}
	p := &player{Machine: m}
	p.draw()
	return p
}

func (p *player) draw() *draw.List {
	p.frames++
	p.Draw(&p.l, screen)
	return &p.l
}

// pass lets time pass at so many frames a second and draws what has changed. It
// returns the number of frames drawn.
func (p *player) pass(seconds, fps float64) (drawn int) {
	for n := int(seconds*fps + 0.5); n > 0; n-- {
		if p.Tick(1 / fps) {
			p.draw()
			drawn++
		}
	}
	return drawn
}

// settle lets time pass until nothing moves.
func (p *player) settle(t testing.TB) {
	t.Helper()
	for i := 0; p.Due() == 0; i++ {
		if i > 6000 {
			t.Fatal("the picture does not come to rest")
		}
		if p.Tick(frame) {
			p.draw()
		}
	}
}

func (p *player) tapAt(t testing.TB, at geom.Pt) {
	t.Helper()
	p.Pointer(Down, 1, at)
	p.pass(0.05, 60)
	p.Pointer(Up, 1, at)
	p.pass(0.5, 60)
}

// has reports whether the last picture has a mark of that name.
func (p *player) has(name string) bool { return p.l.Find(draw.Name(name)) >= 0 }
