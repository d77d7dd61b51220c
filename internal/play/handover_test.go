package play

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// handing is a player whose first scene opens from its second plate into the second.
func handing(t *testing.T, o Options) *player {
	t.Helper()
	o.Handovers = []stage.Handover{{From: "first", Place: draw.Nth("plate", 2), To: "second", Into: draw.Name("second")}}
	p := newPlayerOf(t, o, plates{"first"}, page{}, plates{"third"})
	p.settle(t)
	return p
}

// places are where the place of the outer picture and what stands there in the inner
// one lie in the window, and where the inner one is seen; ok is false where no
// handover is drawn.
func (p *player) places() (place, into, seen geom.Rect, ok bool) {
	i, j := p.l.Find(draw.Name("handover").Sub("place")), p.l.Find(draw.Name("handover").Sub("into"))
	if i < 0 || j < 0 {
		return place, into, seen, false
	}
	return p.l.Marks[i].M.Bounds(p.handover.place), p.l.Marks[j].M.Bounds(p.handover.into), p.l.Marks[j].Clip, true
}

func near(a, b geom.Rect) bool {
	return math.Abs(a.X-b.X)+math.Abs(a.Y-b.Y)+math.Abs(a.W-b.W)+math.Abs(a.H-b.H) < 1
}

// What two scenes share stays in one place while one opens into the other, and back.
func TestAPlaceOpensIntoAScene(t *testing.T) {
	for _, back := range []bool{false, true} {
		p := handing(t, Options{})
		from, to := 0, 1
		if back {
			p.GoTo(1, 0)
			p.settle(t)
			from, to = to, from
		}
		before := p.Drawn()
		p.GoTo(to, 0)
		frames := 0
		var seen geom.Rect
		for p.Due() == 0 {
			p.Tick(frame)
			p.draw()
			place, into, clip, ok := p.places()
			if !ok {
				continue
			}
			if a, b := place.Center(), into.Center(); math.Hypot(a.X-b.X, a.Y-b.Y) > 0.5 || math.Abs(place.W*place.H-into.W*into.H) > 1e-3*place.W*place.H {
				t.Fatalf("frame %d: the place lies at %v, what stands there at %v", frames, place, into)
			}
			if begins := into; frames == 0 {
				if back {
					begins = screen
				}
				if !near(clip, begins) {
					t.Errorf("at first the inner picture is seen in %v, want %v", clip, begins)
				}
			}
			if frames > 0 && (clip.W < seen.W-0.01) != back && clip != seen {
				t.Errorf("frame %d: the inner picture is seen in %v after %v", frames, clip, seen)
			}
			if p.time(to).Start(0) != p.Now() {
				t.Errorf("frame %d: the scene is at %v s while it opens", frames, p.Now())
			}
			seen = clip
			frames++
		}
		if want := int(handoverLasts/frame) - 2; frames < want {
			t.Errorf("from %s: %d frames, want %d", before, frames, want)
		}
		if p.Drawn() == before || p.Now() != p.time(to).End(0) {
			t.Errorf("the way from scene %d ends in %s at %v s", from, p.Drawn(), p.Now())
		}
		if p.handed.outerSheet != nil || p.handed.outer.Marks != nil {
			t.Error("the pictures are kept after the way")
		}
	}
}

// Where there is nothing to hand over, a scene comes as any other does.
func TestAHandoverNeedsBothPlaces(t *testing.T) {
	p := handing(t, Options{})
	p.options.Handovers[0].Place = draw.Name("nowhere")
	p.GoTo(1, 0)
	p.Tick(frame)
	p.draw()
	if _, _, _, ok := p.places(); ok || p.veil == 0 {
		t.Errorf("drawn: %v, veil %v", ok, p.veil)
	}
	p.settle(t)
	if p.Drawn() != "second" {
		t.Errorf("the way ends in %s", p.Drawn())
	}

	for name, o := range map[string]Options{"reduced": {Reduced: true}} {
		p := handing(t, o)
		p.GoTo(1, 0)
		if p.handover.on {
			t.Errorf("%s: a handover begins", name)
		}
	}
	p = handing(t, Options{})
	if !p.Open("#first/1?zoom=4,700,400") {
		t.Fatal("the link is not followed")
	}
	p.settle(t)
	p.GoTo(1, 0)
	if p.handover.on {
		t.Error("a picture that is magnified hands over")
	}
}

// Whatever happens on the way leaves the reader where they went.
func TestAHandoverCanBeCutShort(t *testing.T) {
	for name, do := range map[string]func(p *player){
		"another language":     func(p *player) { p.SetLang(story.EN) },
		"another theme":        func(p *player) { p.SetTheme("night") },
		"less motion":          func(p *player) { p.SetReduced(true) },
		"a moment":             func(p *player) { p.Seek(1, 0.4) },
		"another story":        func(p *player) { _ = p.SetStory(bundle(t)) },
		"the end of all ways":  func(p *player) { p.Arrive() },
		"another scene":        func(p *player) { p.GoTo(2, 0) },
		"back":                 func(p *player) { p.GoTo(0, 0) },
		"another beat":         func(p *player) { p.GoTo(1, 1) },
		"a window of its half": func(p *player) { p.Machine.Draw(&p.l, geom.R(0, 0, 720, 450)) },
	} {
		t.Run(name, func(t *testing.T) {
			p := handing(t, Options{})
			p.GoTo(1, 0)
			for range 20 {
				p.Tick(frame)
				p.draw()
			}
			if _, _, _, ok := p.places(); !ok {
				t.Fatal("no handover is drawn")
			}
			do(p)
			p.settle(t)
			if p.handover.on || p.handed.outerSheet != nil {
				t.Error("the handover is not over")
			}
			if p.Drawn() != p.SceneName() {
				t.Errorf("drawn is %s, the reader is in %s", p.Drawn(), p.SceneName())
			}
			if err := p.l.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}
