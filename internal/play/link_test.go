package play

import (
	"fmt"
	"math"
	"math/rand"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

func ExampleParseLink() {
	l, _ := ParseLink("#aluminium/2?lang=en&pick=stage.2&in=home.1:96.5,home.2:90&t=1.25")
	first, v := l.Inputs.At(0)
	fmt.Println(l.Scene, l.Beat, l.Lang, l.Pick, l.Inputs.Len(), first, v, l.Held, l.Time)
	fmt.Println(l)
	_, err := ParseLink("#aluminium/two")
	fmt.Println(err)
	// Output:
	// aluminium 2 en stage.2 2 home.1 96.5 true 1.25
	// #aluminium/2?lang=en&pick=stage.2&in=home.1:96.5,home.2:90&t=1.25
	// play: the link is not one of a state
}

func TestLinkReadsBackWhatItWrites(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	name := func() string {
		const letters = "abz09-._~ /:,&?=#%链\x00"
		b := make([]byte, 1+r.Intn(8))
		for i := range b {
			b[i] = letters[r.Intn(len(letters))]
		}
		return string(b)
	}
	id := func() draw.ID {
		for {
			if id := draw.ParseID(name()); !id.Zero() {
				return id
			}
		}
	}
	value := func(least, most float64) float64 {
		return max(least, min(thousandth(least+r.Float64()*(most-least)), most))
	}
	for range 3000 {
		l := Link{Lang: name(), Play: Switch(r.Intn(3)), Still: Switch(r.Intn(3))}
		if r.Intn(4) > 0 {
			l.Scene, l.Beat = name(), r.Intn(9)
		}
		if r.Intn(2) > 0 {
			l.Theme, l.Pick = name(), id()
		}
		for range r.Intn(4) {
			l.Inputs = l.Inputs.With(id(), value(-200, 1e6))
		}
		if r.Intn(2) > 0 {
			l.Held, l.Time = true, value(0, 90)
		}
		if r.Intn(3) > 0 {
			l.Speed = value(0.25, 4)
			l.Zoom = stage.Zoom{Scale: value(1, 99), Focus: geom.P(value(0, 1), value(0, 1))}
		}
		got, err := ParseLink(l.String())
		if err != nil {
			t.Fatalf("%s is not read: %+v", l, l)
		}
		if got.String() != l.String() || got.Scene != l.Scene || got.Pick != l.Pick || got.Time != l.Time || got.Inputs.Len() != l.Inputs.Len() {
			t.Fatalf("%s reads as %s", l, got)
		}
	}
}

func TestBadLinksLeadToTheCoverWithANotice(t *testing.T) {
	for _, bad := range []string{"#nowhere", "#nowhere/2", "#/2", "#%zz", "#。", "#firsts/1", "#" + string(make([]byte, 5000))} {
		p := newPlayer(t, Options{})
		p.GoTo(2, 1)
		p.settle(t)
		if p.Open(bad) {
			t.Errorf("%.40q leads to %s", bad, p.Link())
		}
		p.pass(1, 60)
		if p.Step() != 0 || p.Notice() != BadLink {
			t.Errorf("%.40q: step %d, notice %q", bad, p.Step(), p.Notice())
		}
		p.pass(7, 60)
		if p.Notice() != "" {
			t.Error("the notice stays for ever")
		}
	}
	p := newPlayer(t, Options{Excerpt: true})
	if p.Open("#nowhere/2"); p.Notice() != NotHere {
		t.Errorf("an excerpt, which has no cover, says %q", p.Notice())
	}
}

// The link of a state leads to the same picture in another player.
func TestLinkHoldsTheWholeState(t *testing.T) {
	for name, do := range map[string]func(p *player){
		"scrubbed":  func(p *player) { p.Seek(2, 1.625) },
		"picked":    func(p *player) { p.GoTo(0, 1); p.settle(t); p.tapAt(t, onPlate2) },
		"set":       func(p *player) { p.tapAt(t, geom.P(541, 605)); p.tapAt(t, geom.P(830, 620)) },
		"magnified": func(p *player) { p.settle(t); p.Wheel(geom.P(300, 500), 0, -70, true) },
		"spoken":    func(p *player) { p.NextLang(); p.NextTheme(); p.SetReduced(true) },
		"crowd":     func(p *player) { p.settle(t); p.tapAt(t, geom.P(1052, 149)) },
	} {
		a, b := newPlayer(t, Options{}), newPlayer(t, Options{})
		do(a)
		a.pass(1, 60)
		a.settle(t)
		link := a.Link().String()
		if !b.Open(link) {
			t.Fatalf("%s: %s leads nowhere", name, link)
		}
		b.pass(1, 60)
		b.settle(t)
		if got := b.Link().String(); got != link {
			t.Errorf("%s: %s leads to %s", name, link, got)
		}
		va, vb := a.View(screen), b.View(screen)
		if va.Now != vb.Now || va.Picked.ID != vb.Picked.ID || va.Theme.Name != vb.Theme.Name || math.Abs(va.Zoom.Scale-vb.Zoom.Scale) > 1e-3 {
			t.Errorf("%s: the pictures differ", name)
		}
	}
}

func TestFirstLinkCutsAtOnce(t *testing.T) {
	m := newPlayer(t, Options{})
	m.list = nil
	m.Open("#second/2")
	if m.veil != 0 || m.shot.scene != 1 || m.Now() != 1 {
		t.Errorf("scene %d at %v s behind the veil %v", m.shot.scene, m.Now(), m.veil)
	}
}

func FuzzParseLink(f *testing.F) {
	f.Add("#aluminium/2?lang=en&theme=night&pick=stage.2&in=home.1:3,home.2:5&t=1.25&play=1")
	f.Add("#?zoom=2,500,500&speed=2&still=0")
	f.Add("%41/9?in=%2e:1e3")
	f.Add(strings.Repeat("é", 1200))
	f.Fuzz(func(t *testing.T, text string) {
		l, err := ParseLink(text)
		if err != nil {
			return
		}
		again, err := ParseLink(l.String())
		if err != nil {
			t.Fatalf("%q is read, %q is not", text, l)
		}
		if again.String() != l.String() {
			t.Fatalf("%q reads as %q and then as %q", text, l, again)
		}
	})
}
