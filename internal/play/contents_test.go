package play

import (
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// shelf draws the contents as a row of links, a small picture each.
func shelf(l *draw.List, v *stage.View, c *Contents) {
	for i := range c.Deck.Slots {
		name := c.Deck.Slots[i].Scene.Name()
		r := geom.R(100+300*float64(i), 700, 200, 120)
		l.Open(ContentsMark(name), draw.Sem{Role: draw.RoleLink, Target: name, Label: name})
		l.Rect(ContentsMark(name).SubN("mount", 1), r, 0, draw.Ink(v.Theme.Panel), draw.Decor())
		if s := c.Picture(i); s != nil {
			l.Push(geom.ScaleBy(r.W/s.Bounds.W, r.H/s.Bounds.H).Then(geom.Translate(r.X, r.Y)), c.Shown)
			l.Sheet(draw.Nth("small", i+1), s)
			l.Pop()
		}
		l.Close()
	}
}

func newBrowser(t testing.TB, o Options) *player {
	o.Contents = shelf
	return newPlayer(t, o)
}

func pictures(l *draw.List) (n int) {
	for i := range l.Marks {
		if l.Marks[i].Kind == draw.KindSheet {
			n++
		}
	}
	return n
}

func TestContentsOpenOverTheSceneAndLeaveItAsItWas(t *testing.T) {
	p := newBrowser(t, Options{})
	p.Open("#first/2?in=level:70")
	p.settle(t)
	before := p.Link().String()
	p.Key("c", false)
	if !p.Contents() || p.Due() != 0 {
		t.Fatal("the key does not open the contents")
	}
	p.settle(t)
	if p.has("first") || pictures(&p.l) != 3 {
		t.Errorf("the contents show the scene: %v, and %d of 3 pictures", p.has("first"), pictures(&p.l))
	}
	if got := p.Link().String(); !strings.Contains(got, "contents=1") {
		t.Errorf("the link %s does not tell of the contents", got)
	}
	if p.MoveStep(1) || p.Beat() != 1 {
		t.Error("under the contents the story goes on")
	}
	p.Key("Escape", false)
	p.settle(t)
	if got := p.Link().String(); got != before || p.Contents() || !p.has("first") {
		t.Errorf("behind the contents the story is at %s, was at %s", got, before)
	}
}

func TestAPictureOfTheContentsLeadsToItsScene(t *testing.T) {
	for _, c := range []struct {
		how string
		do  func(p *player)
	}{
		{"a tap", func(p *player) { p.tapAt(t, geom.P(500, 760)) }},
		{"Enter", func(p *player) { p.Key("ArrowRight", false); p.Key("ArrowRight", false); p.Key("Enter", false) }},
		{"Tab", func(p *player) { p.Key("Tab", false); p.Key("Tab", false); p.Key("Enter", false) }},
	} {
		p := newBrowser(t, Options{})
		p.Open("#first/3?contents=1")
		p.settle(t)
		c.do(p)
		p.settle(t)
		if p.SceneName() != "second" || p.Contents() || !p.has("second") {
			t.Errorf("%s leads to %s, contents open: %v", c.how, p.Link(), p.Contents())
		}
	}
}

func TestLinksOpenAndCloseTheContents(t *testing.T) {
	p := newBrowser(t, Options{})
	for _, c := range []struct {
		link string
		open bool
		at   string
	}{
		{"#second/2?contents=1", true, "second"},
		{"#?lang=en", true, "second"},
		{"#second/2", false, "second"},
		{"#contents", true, "second"},
		{"#?contents=0", false, "second"},
		{"#?contents=1", true, "second"},
		{"#third/1?contents=1", true, "third"},
		{"#first", false, "first"},
	} {
		if !p.Open(c.link) {
			t.Errorf("%s leads nowhere", c.link)
		}
		p.settle(t)
		if p.Contents() != c.open || p.SceneName() != c.at {
			t.Errorf("after %s the contents are open: %v, at %s", c.link, p.Contents(), p.SceneName())
		}
	}
}

// Without contents to show, nothing opens.
func TestAPlayerWithoutContentsHasNone(t *testing.T) {
	p := newPlayer(t, Options{})
	p.Key("c", false)
	p.Open("#first/1?contents=1")
	p.settle(t)
	if p.Contents() || !p.has("first") {
		t.Error("they are open")
	}
}

func TestSmallPicturesAreMadeOneAtATimeAndKept(t *testing.T) {
	p := newBrowser(t, Options{})
	p.settle(t)
	var l draw.List
	for n := 1; ; n++ {
		more, ok := p.Ahead(&l, screen)
		if !ok || pictures(&l) != n {
			t.Fatalf("%d pictures after %d were made", pictures(&l), n)
		}
		if !more {
			break
		}
	}
	if p.Due() == 0 {
		t.Error("what is drawn ahead moves the picture")
	}
	p.SetContents(true)
	p.Tick(frame)
	if p.draw(); pictures(&p.l) != 3 {
		t.Errorf("the contents begin with %d of 3 pictures", pictures(&p.l))
	}
	p.settle(t)
	old := p.l.Marks[p.l.Find(draw.Nth("small", 1))].Sheet.Key
	p.NextTheme()
	p.settle(t)
	if now := p.l.Marks[p.l.Find(draw.Nth("small", 1))].Sheet.Key; now == old {
		t.Error("another theme shows the same small picture")
	}
}

func TestScenesThatWereSeenAreKnownUntilTheStart(t *testing.T) {
	p := newBrowser(t, Options{Hall: &Hall{Quiet: 60}})
	p.GoTo(2, 0)
	if !p.seen[0] || p.seen[1] || !p.seen[2] {
		t.Errorf("seen: %v", p.seen)
	}
	p.SetContents(true)
	p.pass(62, 4)
	p.settle(t)
	if p.seen[2] || p.Contents() || p.Scene() != 0 {
		t.Errorf("a new reader finds the contents open: %v, seen: %v", p.Contents(), p.seen)
	}
}

// bad cannot be drawn.
type bad struct{ page }

func (bad) Name() string                    { return "bad" }
func (bad) Draw(_ *draw.List, _ stage.View) { panic("bad") }

func TestASmallPictureThatCannotBeDrawnIsLeftOut(t *testing.T) {
	p := newPlayerOf(t, Options{Contents: shelf}, plates{"first"}, bad{}, plates{"third"})
	p.SetContents(true)
	for range 60 {
		p.Tick(frame)
		func() {
			defer func() {
				if recover() != nil {
					if _, ok := p.Fail(); !ok {
						t.Fatal("no scene is left")
					}
				}
			}()
			p.draw()
		}()
	}
	if !p.Contents() || pictures(&p.l) != 2 || p.SceneName() != "first" {
		t.Errorf("the contents are open: %v, with %d pictures, at %s", p.Contents(), pictures(&p.l), p.SceneName())
	}
}
