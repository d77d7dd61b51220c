package browsertest

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/scenes"
)

// TestKeysMoveSlidersAsFingersDo moves each slider of the story to its ends and by
// steps, and drags it there.
func TestKeysMoveSlidersAsFingersDo(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	const w, h = 960, 600
	p := open(t, visit{path: "en/index.html", width: w, height: h, media: calm})
	p.ready()
	p.heard()
	moved := 0
	for _, scene := range scenes.All() {
		place := fmt.Sprintf("#%s/%d", scene.Name(), len(scene.Beats()))
		m, l := n.seen(t, place+"?lang=en&theme=day", w, h)
		if !slides(m, l) {
			continue
		}
		s := p.shownAt(place, "en", "day")
		for _, id := range marksOf(m) {
			i := l.Find(id)
			sem := l.Marks[i].Sem
			if sem.Role != draw.RoleSlider {
				continue
			}
			moved++
			value := func() float64 {
				p.heard()
				return eval[float64](p, fmt.Sprintf(`Number(document.querySelector('.mark[data-id=%q] > input').value)`, id.String()))
			}
			press := func(key string, want float64) {
				t.Helper()
				p.press(key)
				if got := value(); got != want {
					t.Errorf("%s: %q sets %s to %v, want %v", s.Link, key, id, got, want)
				}
			}
			p.focus(id)
			press(kb.End, sem.Max)
			press(kb.ArrowLeft, sem.Max-sem.Step)
			press(kb.ArrowRight, sem.Max)
			press(kb.ArrowDown, sem.Max-sem.Step)
			press(kb.ArrowUp, sem.Max)
			if p.press(kb.PageDown); value() > sem.Max-sem.Step {
				t.Errorf("%s: PageDown does not move %s", s.Link, id)
			}
			press(kb.PageUp, sem.Max)
			press(kb.Home, sem.Min)
			byKey := map[float64]string{sem.Min: p.heard().Link}
			press(kb.End, sem.Max)
			byKey[sem.Max] = p.heard().Link
			for _, to := range []float64{sem.Min, sem.Max} {
				p.drag(l, i, to == sem.Max)
				if got := p.heard().Link; got != byKey[to] {
					t.Errorf("%s: a drag of %s leads to %s, keys to %s", s.Link, id, got, byKey[to])
				}
			}
		}
	}
	if moved < 6 {
		t.Errorf("the story has %d sliders", moved)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestSlidersAreSetAsAssistiveTechnologyDoes sets each slider's value, as an
// accessibility tree lets it be set, and finds the keys where they were.
func TestSlidersAreSetAsAssistiveTechnologyDoes(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	const w, h = 960, 600
	p := open(t, visit{path: "en/index.html", width: w, height: h, media: calm})
	p.ready()
	p.heard()
	set := 0
	for _, scene := range scenes.All() {
		place := fmt.Sprintf("#%s/%d", scene.Name(), len(scene.Beats()))
		m, l := n.seen(t, place+"?lang=en&theme=day", w, h)
		if !slides(m, l) {
			continue
		}
		s := p.shownAt(place, "en", "day")
		focus := eval[string](p, `lianhua.state().focus`)
		for _, id := range marksOf(m) {
			sem := l.Marks[l.Find(id)].Sem
			if sem.Role != draw.RoleSlider {
				continue
			}
			set++
			steps := math.Floor((sem.Max - sem.Min) / sem.Step)
			for _, v := range []float64{sem.Max, sem.Min + sem.Step*math.Floor(steps/2), sem.Min, sem.Min + sem.Step} {
				eval[bool](p, fmt.Sprintf(`(() => {
					const input = document.querySelector('.mark[data-id=%q] > input');
					input.value = %v;
					return input.dispatchEvent(new Event("input", { bubbles: true }));
				})()`, id.String(), v))
				p.heard()
				if got := eval[float64](p, fmt.Sprintf(`Number(document.querySelector('.mark[data-id=%q] > input').value)`, id.String())); got != v {
					t.Errorf("%s: %s is %v, want %v", s.Link, id, got, v)
				}
			}
		}
		if now := eval[string](p, `lianhua.state().focus`); now != focus {
			t.Errorf("%s: the keys went from %q to %q", s.Link, focus, now)
		}
	}
	if set < 3 {
		t.Errorf("the story has %d sliders", set)
	}
}

// slides reports whether a picture has a slider.
func slides(m *play.Machine, l *draw.List) bool {
	return slices.ContainsFunc(marksOf(m), func(id draw.ID) bool { return l.Marks[l.Find(id)].Sem.Role == draw.RoleSlider })
}

// drag moves the slider at an index of the picture beyond one of its ends, by the
// mouse.
func (p *tab) drag(l *draw.List, i int, up bool) {
	p.t.Helper()
	track := l.Bounds(i)
	var line *draw.Mark // a track that is followed along its line
	if k := l.Find(l.Marks[i].ID.Sub("track")); k >= 0 {
		track = l.Bounds(k)
		if l.Marks[k].Pen.Width > 0 {
			line = &l.Marks[k]
		}
	}
	var from, end geom.Pt
	if line != nil {
		end = line.M.At(line.Path.Pts[0])
		if up {
			end = line.M.At(line.Path.Pts[len(line.Path.Pts)-1])
		}
	}
	// A drag of a pixel or two would be a press: along a line it comes from far away.
	found := false
	for k := 1; k < 40; k++ {
		for j := 1; j < 40; j++ {
			at := track.At(float64(j)/40, float64(k)/40)
			if l.HitIndex(at) == i && (!found || line != nil && at.Dist(end) > from.Dist(end)) {
				from, found = at, true
			}
		}
	}
	if !found {
		p.t.Fatalf("no pointer reaches %s", l.Marks[i].ID)
	}
	to := from
	switch long := track.W >= track.H; {
	case line != nil:
		to = end
	case long && up:
		to.X = l.Area.Right() - 1
	case long:
		to.X = l.Area.X + 1
	case up:
		to.Y = l.Area.Y + 1
	default:
		to.Y = l.Area.Bottom() - 1
	}
	mouse := func(kind input.DispatchMouseEventType, at geom.Pt) {
		p.do(chromedp.MouseEvent(kind, at.X, at.Y, chromedp.ButtonLeft))
	}
	mouse(chromedp.MousePressed, from)
	for k := range 4 {
		mouse(chromedp.MouseMoved, from.Lerp(to, float64(k+1)/4))
	}
	mouse(chromedp.MouseReleased, to)
}
