package svgfile

import (
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/art"
	"lianhua/internal/authoring"
	"lianhua/internal/geom"
)

// target is what a <use> shows; nil where that cannot be shown, which was told.
func (r *reader) target(n *node) (t *node, local bool) {
	ref := n.attrs["href"]
	file, id, ok := strings.Cut(ref, "#")
	switch {
	case !ok || id == "":
		r.to.at(n, "href is "+strconv.Quote(ref), `href="#id", or href="`+SymbolsFile+`#id"`)
	case file == "":
		if t = n.doc.ids[id]; t == nil || t.name == "" {
			r.to.at(n, "it refers to #"+id+", which is not in the file", nearID(n.doc, id, "symbol", "g", "path"))
			return nil, true
		}
		return t, true
	case file != SymbolsFile:
		r.to.at(n, "it refers to the file "+file, "only "+SymbolsFile+" is shared; move the symbol there")
	case r.symbols == nil:
		r.to.at(n, "there is no "+SymbolsFile+" that could be read", "make one beside the drawing, with <symbol id=\""+id+"\">")
	default:
		if t = r.symbols.ids[id]; t == nil || t.name != "symbol" {
			r.to.at(n, SymbolsFile+" has no symbol "+strconv.Quote(id), nearID(r.symbols, id, "symbol"))
			return nil, false
		}
		return t, false
	}
	return nil, false
}

// port is the part of a symbol that a browser shows: it cuts off what lies beyond
// it, unless the symbol's overflow is visible.
type port struct {
	symbol *node
	box    geom.Rect
	inv    geom.Affine // from the drawing's coordinates to the symbol's
	outer  *port
}

func (r *reader) use(n *node, p place) {
	r.plain(n)
	p.m = r.transformed(n, "transform", p.m)
	p.style = r.styled(n, p.style)
	t, _ := r.target(n)
	if t == nil {
		return
	}
	if len(p.uses) == mostUses || slices.Contains(p.uses, t) {
		r.to.at(n, "uses within uses, more than "+strconv.Itoa(mostUses)+" or in a circle", "draw it once")
		return
	}
	p.clip = r.clipOf(n, p.m, p.clip, nil)
	p.m = geom.Translate(r.length(n, "x", 0), r.length(n, "y", 0)).Then(p.m)
	p.uses = append(slices.Clone(p.uses), t)
	if t.name != "symbol" {
		r.walk(t, p)
		return
	}
	r.plain(t)
	p.style = r.styled(t, p.style)
	p.m = r.transformed(t, "transform", p.m)
	p.clip = r.clipOf(t, p.m, p.clip, nil)
	var ok bool
	if p, ok = r.view(n, t, p); ok {
		r.kids(t, p)
	}
}

// view puts a symbol into the room that its <use> gives it.
func (r *reader) view(n, t *node, p place) (place, bool) {
	for _, name := range []string{"x", "y", "refX", "refY"} {
		if t.attrs[name] != "" {
			r.to.at(t, name+" of a symbol", "draw it about 0 0 instead")
			return p, false
		}
	}
	room := geom.R(0, 0, r.d.Width, r.d.Height)
	sized := func(name string, to *float64) bool {
		for _, e := range []*node{n, t} {
			if v, ok := e.attrs[name]; ok && v != "auto" && v != "100%" {
				*to = r.length(e, name, *to)
				return true
			}
		}
		return false
	}
	wide, high := sized("width", &room.W), sized("height", &room.H)
	if box, has := t.attrs["viewBox"]; has {
		b, ok := numbers(box)
		if !ok || len(b) != 4 || !(b[2] > 0 && b[3] > 0) {
			r.to.at(t, "viewBox is "+strconv.Quote(box), `viewBox="0 0 WIDTH HEIGHT"`)
			return p, false
		}
		if !wide || !high || room.Empty() {
			r.to.at(n, "the symbol has a viewBox, and <use> gives it no width and height", `width="…" height="…", in pixels`)
			return p, false
		}
		kx, ky := room.W/b[2], room.H/b[3]
		var fit geom.Affine
		switch aspect := strings.TrimSpace(t.attrs["preserveAspectRatio"]); aspect {
		case "none":
			fit = geom.Affine{A: kx, D: ky, E: -b[0] * kx, F: -b[1] * ky}
		case "", "xMidYMid", "xMidYMid meet":
			k := min(kx, ky)
			fit = geom.Affine{A: k, D: k, E: (room.W-b[2]*k)/2 - b[0]*k, F: (room.H-b[3]*k)/2 - b[1]*k}
		default:
			r.to.at(t, "preserveAspectRatio is "+strconv.Quote(aspect), "none, or leave it out")
			return p, false
		}
		if p.m = fit.Then(p.m); !usable(p.m) {
			r.to.at(n, "it makes the symbol too small or too large", "draw the symbol nearer to its size")
			return p, false
		}
		inv, _ := fit.Inverse()
		room = inv.Bounds(room)
	}
	if v, _ := t.property("overflow"); v != "visible" {
		inv, _ := p.m.Inverse()
		p.port = &port{symbol: t, box: room, inv: inv, outer: p.port}
	}
	return p, true
}

// inPort refuses shapes that a browser would cut.
func (r *reader) inPort(sh art.Shape, o *port) {
	const slack = 0.01
	for ; o != nil; o = o.outer {
		in := sh.M.Then(o.inv)
		var path geom.Path
		_, grow := stretch(in)
		b := path.Append(sh.Path, in).Bounds().Inset(-sh.Pen.Width / 2 * grow)
		if b.X < o.box.X-slack || b.Y < o.box.Y-slack || b.Right() > o.box.Right()+slack || b.Bottom() > o.box.Bottom()+slack {
			r.to.at(o.symbol, "it reaches beyond its own box, where browsers cut it off", `overflow="visible" on the symbol shows all of it`)
		}
	}
}

// readSymbols reads each symbol of the shared file once, as a drawing of its own,
// so that what is wrong with one is told though nothing shows it yet.
func readSymbols(name string, file []byte, opt Options) (*art.Drawing, []authoring.Problem) {
	r := newReader(name, Options{Palette: opt.Palette})
	doc := parse(name, file, r.to)
	if doc == nil {
		return nil, r.to.sorted()
	}
	r.symbols = doc
	r.check(doc.root)
	r.root(doc.root)
	r.d.Layers = []art.Layer{{Name: "symbols", Parent: -1, Clip: -1}}
	for _, n := range doc.all("symbol") {
		if n.attrs["id"] == "" {
			r.to.at(n, "a symbol without an id", `id="tree"`)
		}
		p := place{m: geom.Identity(), style: r.styled(n, initialStyle()), clip: -1, uses: []*node{n}}
		if _, has := n.attrs["viewBox"]; !has {
			if v, _ := n.property("overflow"); v != "visible" {
				p.port = &port{symbol: n, box: geom.R(0, 0, r.d.Width, r.d.Height), inv: geom.Identity()}
			}
		}
		r.kids(n, p)
	}
	return r.done()
}

// all are the elements of that name.
func (doc *document) all(name string) (found []*node) {
	var walk func(n *node)
	walk = func(n *node) {
		if n.name == name {
			found = append(found, n)
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(doc.root)
	return found
}
