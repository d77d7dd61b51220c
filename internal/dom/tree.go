package dom

import (
	"math"
	"strings"
	"unicode/utf8"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Node is one thing to be read or worked.
type Node struct {
	ID     draw.ID
	Role   draw.Role
	Parent int // index of the enclosing node, -1 at the top

	Text    string // what it says
	Detail  string // a sentence more
	Figure  string // the id of the figure that it shows
	Figures []string
	Target  string // a link's: a state or an address
	Value   string // a control's value as read out
	Level   int    // of a heading, 1 to 3
	On      bool   // a button's or a toggle's state

	Now, Min, Max, Step float64 // of a slider or a toggle

	// Bounds is where a control answers to touch, in the picture's coordinates,
	// on whole pixels and at least draw.MinTouch a side; empty for all else.
	Bounds geom.Rect
}

// Tree is the nodes of a picture, each before what it holds. The zero value is
// empty and ready.
type Tree struct {
	Nodes []Node

	index map[draw.ID]int
	words map[string]string // texts that were put together, to be used again
	buf   []byte
	nodes []int // by index of a mark: its node, or -1
	sibs  []siblings
}

// maxWords is how many texts a tree remembers before it forgets them all.
const maxWords = 2048

// Build reads the list anew. The tree keeps the list's strings but not the list.
func (t *Tree) Build(l *draw.List) {
	if t.index == nil {
		t.index, t.words = make(map[draw.ID]int), make(map[string]string)
	}
	if len(t.words) > maxWords {
		clear(t.words)
	}
	clear(t.index)
	t.Nodes, t.nodes = t.Nodes[:0], t.nodes[:0]
	for i := range l.Marks {
		t.nodes = append(t.nodes, t.add(l, i))
	}
}

// add appends the node of mark i and returns its index, or that of the node
// around it where it has none of its own; hidden marks have the index hidden.
func (t *Tree) add(l *draw.List, i int) int {
	m := &l.Marks[i]
	parent := -1
	if m.Parent >= 0 {
		parent = t.nodes[m.Parent]
	}
	if m.Kind == draw.KindClose || parent == hidden || m.Alpha <= 0 {
		return hidden
	}
	s := &m.Sem
	if s.Role == draw.RoleNone {
		return parent
	}
	n := Node{
		ID: m.ID, Role: s.Role, Parent: parent,
		Text: t.text(l, i), Detail: s.Detail, Figure: s.Figure, Figures: s.Figures,
		Target: s.Target, Value: s.Value, Level: s.Level, On: s.On,
		Now: s.Now, Min: s.Min, Max: s.Max, Step: s.Step,
	}
	if s.Role == draw.RoleText && parent >= 0 && n.Text != "" && strings.Contains(t.Nodes[parent].Text, n.Text) {
		return parent // what is around it has said so
	}
	if s.Role.Touchable() {
		n.Bounds = touchArea(l.Bounds(i))
	}
	if s.Role == draw.RoleHeading {
		n.Level = max(1, min(n.Level, 3))
	}
	k := len(t.Nodes)
	t.Nodes = append(t.Nodes, n)
	t.index[m.ID] = k
	return k
}

const hidden = -2

func touchArea(b geom.Rect) geom.Rect {
	if b.Empty() {
		return geom.Rect{}
	}
	b = b.Grow(draw.MinTouch, draw.MinTouch)
	x, y := math.Round(b.X), math.Round(b.Y)
	return geom.R(x, y, math.Round(b.W), math.Round(b.H))
}

// text is what mark i says: its label, its run, or the runs in its group that
// have no role of their own.
func (t *Tree) text(l *draw.List, i int) string {
	m := &l.Marks[i]
	t.buf = t.buf[:0]
	switch {
	case m.Sem.Label != "":
		t.line(m.Sem.Label)
	case m.Kind == draw.KindText:
		t.line(m.Run.Text)
		for k := i + 1; k < len(l.Marks) && continues(&l.Marks[k-1], &l.Marks[k]); k++ {
			t.line(l.Marks[k].Run.Text)
		}
	case m.Kind == draw.KindOpen:
		t.group(l, i)
	}
	if len(t.buf) == 0 {
		return ""
	}
	if s, ok := t.words[string(t.buf)]; ok {
		return s
	}
	s := string(t.buf)
	t.words[s] = s
	return s
}

func (t *Tree) group(l *draw.List, i int) {
	own := false // whether the last run is one of the group's own
	for k := i + 1; k < len(l.Marks) && k != l.Marks[i].Pair; k++ {
		m := &l.Marks[k]
		further := continues(&l.Marks[k-1], m)
		switch {
		case m.Sem.Role != draw.RoleNone && m.Kind == draw.KindOpen:
			if m.Pair < 0 {
				return
			}
			k = m.Pair
			own = false
		case m.Sem.Role != draw.RoleNone:
			own = false
		case m.Kind != draw.KindText || m.Alpha <= 0 || further && !own:
		default:
			if !further {
				t.space()
			}
			t.line(m.Run.Text)
			own = true
		}
	}
}

// continues reports whether b is the next line of the text that a is a line of:
// it has no role of its own, and its ID is the next one.
func continues(a, b *draw.Mark) bool {
	if a.Kind != draw.KindText || b.Kind != draw.KindText || b.Sem.Role != draw.RoleNone || b.Alpha <= 0 {
		return false
	}
	next := a.ID
	if next.Part == "" {
		next.N++
	} else {
		next.K++
	}
	return b.ID == next
}

// line appends words that go on from those before, breaks as their script joins
// lines: with a space between words of letters, without one next to Han.
func (t *Tree) line(s string) {
	start := true
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r':
			start = true
			continue
		case start && len(t.buf) > 0:
			last, _ := utf8.DecodeLastRune(t.buf)
			if r != ' ' && last != ' ' && last != '-' && !tight(last) && !tight(r) {
				t.space()
			}
		}
		start = false
		t.buf = utf8.AppendRune(t.buf, r)
	}
}

func (t *Tree) space() {
	if n := len(t.buf); n > 0 && t.buf[n-1] != ' ' {
		t.buf = append(t.buf, ' ')
	}
}

// tight reports whether lines that end or begin with r join without a space:
// Han, kana, and full-width punctuation.
func tight(r rune) bool {
	return r >= 0x2e80 && r < 0xfb00 || r >= 0xfe30 && r < 0xfff0 || r >= 0x20000
}
