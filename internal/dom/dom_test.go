package dom

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

func say(l *draw.List, id draw.ID, text string, sem draw.Sem) {
	run := &typeset.Run{Text: text, Bounds: geom.R(0, -8, 30, 10)}
	l.Text(id, run, geom.P(10, 20), draw.Ink(draw.RGB(0)), sem)
}

func scene() *draw.List {
	l := new(draw.List)
	l.Reset(geom.R(0, 0, 300, 200), draw.RGB(0xffffff))
	say(l, draw.Nth("title", 1), "从铝到", draw.Sem{Role: draw.RoleHeading, Level: 1, Label: "从铝到\n飞机 & more"})
	say(l, draw.Nth("title", 2), "飞机 & more", draw.Decor())
	l.Open(draw.Name("firms"), draw.Sem{Role: draw.RoleFigure, Figure: "aluminium.firms", Detail: "铝产业链企业"})
	id := draw.Name("firms")
	say(l, id.Sub("lead"), "约", draw.Decor())
	say(l, id.Sub("number"), "100", draw.Decor())
	say(l, id.Sub("unit"), "家", draw.Decor())
	l.Close()
	l.Open(draw.Name("stages"), draw.Sem{Role: draw.RoleList, Label: "Stages"})
	for i, name := range []string{"smelt", "cast"} {
		l.Open(draw.Nth("stage", i+1), draw.Sem{Role: draw.RoleItem})
		l.Rect(draw.Nth("box", i+1), geom.R(float64(60*i), 50, 20, 20), 0, draw.Ink(0xff), draw.Sem{Role: draw.RoleButton, Label: name, On: i == 1})
		l.Open(draw.Nth("note", i+1), draw.Sem{Role: draw.RoleText})
		for k, line := range []string{"the metal", "runs"} {
			say(l, draw.Nth("note", i+1).SubN("line", k+1), line, draw.Decor())
		}
		l.Close()
		l.Close()
	}
	l.Close()
	l.Push(geom.Identity(), 0)
	say(l, draw.Name("hidden"), "unseen", draw.Sem{Role: draw.RoleText})
	l.Pop()
	return l
}

func ExampleDiff() {
	var before, after Tree
	l := scene()
	before.Build(l)
	l.Marks[l.Find(draw.Nth("box", 1))].Sem.On = true
	after.Build(l)
	var ops []Op
	Diff(&before, &after, func(o Op) { ops = append(ops, o) })
	fmt.Printf("%s\n", AppendOps(nil, ops))
	// Output:
	// [{"op":"set","id":"box.1","on":true}]
}

func TestTreeReadsTheList(t *testing.T) {
	var tree Tree
	tree.Build(scene())
	var got []string
	for _, n := range tree.Nodes {
		depth := 0
		for p := n.Parent; p >= 0; p = tree.Nodes[p].Parent {
			depth++
		}
		got = append(got, strings.Repeat(">", depth)+n.Role.String()+" "+n.ID.String()+" "+n.Text)
	}
	want := []string{
		"heading title.1 从铝到飞机 & more", "figure firms 约 100 家", "list stages Stages",
		">item stage.1 ", ">>button box.1 smelt", ">>text note.1 the metal runs",
		">item stage.2 ", ">>button box.2 cast", ">>text note.2 the metal runs",
	}
	if !slices.Equal(got, want) {
		t.Errorf("read as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if b := tree.Nodes[tree.index[draw.Nth("box", 1)]].Bounds; b != geom.R(-12, 38, 44, 44) {
		t.Errorf("a small button answers in %v", b)
	}
	if b := tree.Nodes[tree.index[draw.Name("firms")]].Bounds; !b.Empty() {
		t.Errorf("a figure answers in %v", b)
	}
}

func TestWrappedTextIsOneText(t *testing.T) {
	l := new(draw.List)
	l.Reset(geom.R(0, 0, 10, 10), 0)
	l.Open(draw.Name("cars"), draw.Sem{Role: draw.RoleButton, Label: "New-energy cars"})
	name := draw.Name("cars").SubN("name", 1)
	say(l, name, "New-", draw.Sem{Role: draw.RoleText})
	say(l, draw.Name("cars").SubN("name", 2), "energy cars", draw.Decor())
	l.Close()
	l.Open(draw.Name("note"), draw.Sem{Role: draw.RoleText})
	say(l, draw.Nth("head", 1), "In wide", draw.Sem{Role: draw.RoleCell})
	say(l, draw.Nth("head", 2), "use", draw.Decor())
	say(l, draw.Name("rest"), "已广泛", draw.Decor())
	l.Close()
	var tree Tree
	tree.Build(l)
	var got []string
	for _, n := range tree.Nodes {
		got = append(got, n.ID.String()+": "+n.Text)
	}
	want := []string{"cars: New-energy cars", "note: 已广泛", "head.1: In wide use"}
	if !slices.Equal(got, want) {
		t.Errorf("read as %q, want %q", got, want)
	}
}

// model is a document to which ops are applied: the children of each element.
type model struct {
	kids map[string][]string
	text map[string]string
}

func (m *model) apply(t *testing.T, ops []byte) {
	var list []struct {
		Op, ID, In, After string
		Text              *string
		Role              string
	}
	if err := json.Unmarshal(ops, &list); err != nil {
		t.Fatalf("%v in %s", err, ops)
	}
	for _, o := range list {
		_, known := m.text[o.ID]
		if known == (o.Op == "insert") {
			t.Fatalf("%s of %q, known: %v", o.Op, o.ID, known)
		}
		if o.Op != "set" {
			for k, kids := range m.kids {
				m.kids[k] = slices.DeleteFunc(slices.Clone(kids), func(s string) bool { return s == o.ID })
			}
		}
		switch o.Op {
		case "remove":
			delete(m.text, o.ID)
			continue
		case "insert", "move":
			at := 0
			if o.After != "" {
				if at = slices.Index(m.kids[o.In], o.After) + 1; at == 0 {
					t.Fatalf("%q is to stand after %q, which is not in %q", o.ID, o.After, o.In)
				}
			}
			if _, ok := m.text[o.In]; o.In != "" && !ok {
				t.Fatalf("%q is to stand in %q, which is not there", o.ID, o.In)
			}
			m.kids[o.In] = slices.Insert(m.kids[o.In], at, o.ID)
		}
		if o.Text != nil {
			m.text[o.ID] = *o.Text
		} else if o.Op == "insert" {
			m.text[o.ID] = ""
		}
	}
}

func (m *model) walk(parent string, visit func(parent, id string)) {
	for _, k := range m.kids[parent] {
		visit(parent, k)
		m.walk(k, visit)
	}
}

// chance is a small generator of its own, the same in each run.
type chance uint32

func (c *chance) upTo(n int) int {
	*c = *c*1664525 + 1013904223
	return int(*c>>16) % n
}

func anyTree(c *chance) *draw.List {
	l := new(draw.List)
	l.Reset(geom.R(0, 0, 10, 10), 0)
	var names []int
	for i := range 12 {
		if c.upTo(4) > 0 {
			names = append(names, i)
		}
	}
	for i := range names {
		k := i + c.upTo(len(names)-i)
		names[i], names[k] = names[k], names[i]
	}
	depth := 0
	for _, n := range names {
		for depth > 0 && c.upTo(3) == 0 {
			l.Close()
			depth--
		}
		l.Open(draw.Nth("n", n+1), draw.Sem{Role: draw.RoleItem, Label: "\"" + string(rune('a'+c.upTo(3))) + "\\\n"})
		depth++
	}
	for ; depth > 0; depth-- {
		l.Close()
	}
	return l
}

func TestOpsTurnTheOldTreeIntoTheNew(t *testing.T) {
	var c chance = 7
	m := model{kids: map[string][]string{}, text: map[string]string{}}
	old, next := new(Tree), new(Tree)
	old.Build(&draw.List{})
	for round := range 500 {
		next.Build(anyTree(&c))
		var ops []Op
		Diff(old, next, func(o Op) { ops = append(ops, o) })
		m.apply(t, AppendOps(nil, ops))
		i := 0
		m.walk("", func(parent, id string) {
			if i >= len(next.Nodes) || next.Nodes[i].ID.String() != id || next.parent(i).String() != parent || next.Nodes[i].Text != m.text[id] {
				t.Fatalf("round %d: element %d is %q in %q", round, i, id, parent)
			}
			i++
		})
		if i != len(next.Nodes) {
			t.Fatalf("round %d: %d elements, want %d", round, i, len(next.Nodes))
		}
		old, next = next, old
	}
}

func TestNothingNewAllocatesNothing(t *testing.T) {
	l := scene()
	var a, b Tree
	a.Build(l)
	b.Build(l)
	if n := testing.AllocsPerRun(20, func() {
		b.Build(l)
		Diff(&a, &b, func(o Op) { t.Error("an op for ", o.ID) })
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
