package chrome_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/story"
)

// staffed is what the keypad shows: with a code half typed, or as long as codes are, a
// wrong one, and without.
var staffed = map[string]play.Keypad{
	"typed": {Open: true, Digits: true, Typed: 3}, "full": {Open: true, Digits: true, Typed: 12},
	"wrong": {Open: true, Digits: true, Wrong: true}, "no code": {Open: true},
}

// keypadOf are the places of the keypad's buttons, by their targets.
func keypadOf(t *testing.T, l *draw.List) map[string]geom.Rect {
	t.Helper()
	at := map[string]geom.Rect{}
	for i := range l.Marks {
		k := &l.Marks[i]
		if k.ID.Name != play.KeypadName || k.Sem.Role != draw.RoleLink || k.Kind == draw.KindClose {
			continue
		}
		if _, twice := at[k.Sem.Target]; twice || k.Sem.Label == "" {
			t.Errorf("button %q is there twice, or has no name", k.Sem.Target)
		}
		at[k.Sem.Target] = l.Bounds(i)
	}
	return at
}

// Every button is there, large, apart from the others, over all else, and on an upright
// screen in the lower half.
func TestTheKeypadStandsWithinReach(t *testing.T) {
	s := previewtest.Open(t, still{})
	for _, size := range windows {
		for _, lang := range story.Langs() {
			for what, k := range staffed {
				c := all()
				c.Keypad, c.Asking = k, 0.5
				l, _ := hallOf(s, size, lang, c)
				if err := l.Check(); err != nil {
					t.Fatal(err)
				}
				at := keypadOf(t, l)
				want := []string{play.Clean, play.Dismiss}
				if k.Digits {
					want = append(want, play.Erase, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
				}
				if len(at) != len(want) {
					t.Errorf("%s, %s: %d buttons", size.Name, what, len(at))
				}
				for _, target := range want {
					b := at[target]
					if b.W < draw.MinTouch || b.H < draw.MinTouch || !size.Area.Contains(b) {
						t.Errorf("%s, %s: %q takes %v", size.Name, what, target, b)
					}
					if size.Area.H > size.Area.W && b.Y < size.Area.Center().Y {
						t.Errorf("%s, %s: %q is out of reach at %v", size.Name, what, target, b)
					}
					if i := l.HitIndex(b.Center()); i < 0 || l.Marks[i].Sem.Target != target {
						t.Errorf("%s, %s: a finger does not reach %q", size.Name, what, target)
					}
				}
				apart(t, l, size, what)
			}
		}
	}
}

// apart says what of the staff's marks leaves the window, or lies over another.
func apart(t *testing.T, l *draw.List, size preview.Size, what string) {
	t.Helper()
	var pieces []geom.Rect
	var names []draw.ID
	for i := range l.Marks {
		k := &l.Marks[i]
		header := k.ID.Name == "staff" && k.ID.Part != "veil"
		button := k.ID.Name == play.KeypadName && k.Kind == draw.KindOpen
		if !header && !button {
			continue
		}
		b := l.Bounds(i)
		if !size.Area.Contains(b) {
			t.Errorf("%s, %s: %v leaves the window: %v", size.Name, what, k.ID, b)
		}
		for j, o := range pieces {
			if cut := b.Intersect(o); cut.W > 0.01 && cut.H > 0.01 {
				t.Errorf("%s, %s: %v lies over %v", size.Name, what, k.ID, names[j])
			}
		}
		pieces, names = append(pieces, b), append(names, k.ID)
	}
	if len(pieces) < 4 {
		t.Errorf("%s, %s: %d pieces", size.Name, what, len(pieces))
	}
	// Words stand within their buttons.
	for i := range l.Marks {
		k := &l.Marks[i]
		if k.ID.Name != play.KeypadName || k.Kind != draw.KindText {
			continue
		}
		if face := l.Find(draw.Nth(play.KeypadName, k.ID.N).Sub("face")); face < 0 || !l.Bounds(face).Contains(l.Bounds(i)) {
			t.Errorf("%s, %s: %v stands out of its button", size.Name, what, k.ID)
		}
	}
}

// A dot for each digit, and nothing that tells which.
func TestTypedDigitsAreDots(t *testing.T) {
	s := previewtest.Open(t, still{})
	for what, k := range staffed {
		c := all()
		c.Keypad = k
		l, _ := hallOf(s, windows[0], story.ZH, c)
		dots := 0
		for i := range l.Marks {
			if id := l.Marks[i].ID; id.Name == "staff" && id.Part == "dot" {
				dots++
			}
		}
		if dots != k.Typed {
			t.Errorf("%s: %d dots for %d digits", what, dots, k.Typed)
		}
	}
}

// While the screen is cleaned it says so in both languages, and offers nothing else.
func TestCleaningIsSaidInBothLanguages(t *testing.T) {
	s := previewtest.Open(t, still{})
	for _, size := range windows {
		for _, lang := range story.Langs() {
			c := all()
			c.Keypad.Cleaning, c.Asking = 0.7, 0.5
			l, _ := hallOf(s, size, lang, c)
			for _, name := range []string{"cleaning.what", "cleaning.why"} {
				for k := 1; k <= 2; k++ {
					if i := l.Find(draw.Name(name).SubN("line", k)); i < 0 || !size.Area.Contains(l.Bounds(i)) {
						t.Errorf("%s, %v: line %d of %s is not in the window", size.Name, lang, k, name)
					}
				}
			}
			if l.Find(draw.Name("ask.question").SubN("line", 1)) >= 0 || len(keypadOf(t, l)) > 0 {
				t.Errorf("%s: something else lies over it", size.Name)
			}
		}
	}
}
