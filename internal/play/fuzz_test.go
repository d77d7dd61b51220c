package play

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
)

// events reads what happens from bytes.
type events struct{ data []byte }

func (e *events) next() int {
	if len(e.data) == 0 {
		return 0
	}
	b := e.data[0]
	e.data = e.data[1:]
	return int(b)
}

func (e *events) point() geom.Pt { return geom.P(float64(e.next())*6-20, float64(e.next())*4-20) }

var keyNames = []string{"ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", " ", "Home", "End", "Enter", "Escape", "Tab", "+", "-", "l", "t", "m", "PageUp", "PageDown", "x", "1", "Backspace", Clean}

func (p *player) happen(e *events) {
	switch e.next() % 16 {
	case 0, 1, 2:
		p.Tick(float64(e.next()) / 100)
	case 3:
		p.Pointer(PointerKind(e.next()%5), e.next()%4, e.point())
	case 4:
		p.Pointer(Down, e.next()%3, e.point())
	case 5:
		p.Pointer(Up, e.next()%3, e.point())
	case 6:
		p.Key(keyNames[e.next()%len(keyNames)], e.next()%2 == 1)
	case 7:
		p.ScrollTo(float64(e.next()) / 8)
	case 8:
		p.GoTo(e.next()-128, e.next()-128)
	case 9:
		p.Seek(e.next()%8-1, float64(e.next())/16)
	case 10:
		p.Wheel(e.point(), float64(e.next()), float64(e.next()-128), e.next()%2 == 1)
	case 11:
		p.SetReduced(e.next()%2 == 1)
		p.SetSpeed(float64(e.next()) / 32)
	case 12:
		p.SetPlaying(e.next()%2 == 1)
		p.SetLang(story.Lang(e.next() % 2))
	case 13:
		if ids := p.Touchables(nil); len(ids) > 0 {
			id := ids[e.next()%len(ids)]
			p.Focus(id, e.next()%2 == 1)
			p.Activate(id)
			p.SetValue(id, float64(e.next()))
		}
	case 14:
		p.Open(p.Link().String())
		if e.next()%4 == 0 {
			p.CallStaff()
		}
	case 15:
		p.Open([]string{"#second", "#third/3?pick=plate.1&play=1", "#?theme=night", "#bad/9", "#first?zoom=9,0,1000&in=level:1000000", "#third?pick=crowd.1000000"}[e.next()%6])
	}
}

// Whatever happens, in whatever order, the picture is whole, its link leads
// back to it, and it comes to rest.
func FuzzEvents(f *testing.F) {
	f.Add([]byte("a reader does something"))
	f.Add([]byte{4, 1, 60, 110, 0, 50, 5, 1, 60, 110, 8, 130, 129, 0, 3, 6, 9, 0, 6, 7, 0})
	f.Add([]byte{4, 1, 60, 110, 4, 2, 90, 110, 3, 1, 2, 120, 120, 8, 129, 0, 0, 9, 3, 1, 2, 1, 1, 5, 1, 0, 0})
	f.Add([]byte{12, 1, 0, 0, 255, 0, 255, 0, 255, 7, 30, 0, 20, 7, 0, 0, 20, 11, 1, 64, 9, 2, 30, 15, 4, 10, 90, 90, 3, 90, 1})
	p := newPlayer(f, Options{Hall: &Hall{Quiet: 60, Code: "1111"}, Swipe: true})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 400 {
			return
		}
		p.theme, p.list, p.staff = 0, nil, staff{}
		p.start()
		p.speak()
		p.draw()
		for e := (&events{data}); len(e.data) > 0; {
			p.happen(e)
			p.draw()
			if err := p.l.Check(); err != nil {
				t.Fatal(err)
			}
			if id := p.Picked(); id.Name != "" && draw.ParseID(id.String()) != id {
				t.Fatalf("picked %+v", id)
			}
		}
		if _, err := ParseLink(p.Link().String()); err != nil {
			t.Fatalf("the link %s does not read back", p.Link())
		}
		p.Pointer(Cancel, p.press.id, geom.P(0, 0))
		p.SetPlaying(false)
		p.settle(t)
	})
}
