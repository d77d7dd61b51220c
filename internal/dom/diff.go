package dom

import "lianhua/internal/draw"

// OpKind is what an Op does.
type OpKind uint8

const (
	Remove OpKind = iota // the element is dropped; what it holds stays known by its ID
	Insert               // a new element, with all that Node says
	Move                 // the element goes elsewhere, with what it holds
	Set                  // what Changed names is set to what Node says
)

// Change is a set of a node's fields.
type Change uint16

const (
	ChangedRole Change = 1 << iota
	ChangedText
	ChangedDetail
	ChangedFigures
	ChangedTarget
	ChangedValue
	ChangedLevel
	ChangedOn
	ChangedRange // Now, Min, Max, Step
	ChangedBounds
)

// Op is one step from a tree to the next. Insert and Move put the element into
// Parent behind After; a zero Parent is the top, a zero After the first place.
type Op struct {
	Kind          OpKind
	ID            draw.ID
	Parent, After draw.ID
	Node          *Node // of the new tree; nil for Remove
	Changed       Change
}

// siblings is how far a parent's children have been put in order.
type siblings struct {
	last  draw.ID // the child placed last
	order int     // the greatest old place of a child that was not moved
}

// Diff tells what turns old into next, in the order in which it is to be done:
// first what goes, then what comes, moves and changes, parents before children.
func Diff(old, next *Tree, emit func(Op)) {
	for i := range old.Nodes {
		if _, ok := next.index[old.Nodes[i].ID]; !ok {
			emit(Op{Kind: Remove, ID: old.Nodes[i].ID})
		}
	}
	next.sibs = next.sibs[:0]
	for range len(next.Nodes) + 1 {
		next.sibs = append(next.sibs, siblings{order: -1})
	}
	for i := range next.Nodes {
		n := &next.Nodes[i]
		var parent draw.ID
		if n.Parent >= 0 {
			parent = next.Nodes[n.Parent].ID
		}
		s := &next.sibs[n.Parent+1]
		k, known := old.index[n.ID]
		switch {
		case !known:
			emit(Op{Kind: Insert, ID: n.ID, Parent: parent, After: s.last, Node: n})
		case old.parent(k) != parent || k < s.order:
			emit(Op{Kind: Move, ID: n.ID, Parent: parent, After: s.last, Node: n})
		default:
			s.order = k
		}
		if known {
			if c := changes(&old.Nodes[k], n); c != 0 {
				emit(Op{Kind: Set, ID: n.ID, Node: n, Changed: c})
			}
		}
		s.last = n.ID
	}
}

func (t *Tree) parent(i int) draw.ID {
	if p := t.Nodes[i].Parent; p >= 0 {
		return t.Nodes[p].ID
	}
	return draw.ID{}
}

func changes(a, b *Node) (c Change) {
	set := func(differ bool, bit Change) {
		if differ {
			c |= bit
		}
	}
	set(a.Role != b.Role, ChangedRole)
	set(a.Text != b.Text, ChangedText)
	set(a.Detail != b.Detail, ChangedDetail)
	set(a.Figure != b.Figure || !equal(a.Figures, b.Figures), ChangedFigures)
	set(a.Target != b.Target, ChangedTarget)
	set(a.Value != b.Value, ChangedValue)
	set(a.Level != b.Level, ChangedLevel)
	set(a.On != b.On, ChangedOn)
	set(a.Now != b.Now || a.Min != b.Min || a.Max != b.Max || a.Step != b.Step, ChangedRange)
	set(a.Bounds != b.Bounds, ChangedBounds)
	return c
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
