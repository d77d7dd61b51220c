package svgfile

import (
	"path"
	"strconv"
	"strings"

	"lianhua/internal/art"
	"lianhua/internal/authoring"
	"lianhua/internal/geom"
)

// SymbolsFile is the file whose symbols all drawings may use.
const SymbolsFile = "symbols.svg"

// slotsLayer is the layer that is not drawn: its shapes are slots.
const slotsLayer = "slots"

// Limits of a file: what a scene draws in a frame, and what a shader takes.
const (
	mostPoints = 60_000  // that stand in a file
	mostDrawn  = 240_000 // with what is used drawn each time
	mostLayers = 250
	mostUses   = 8       // within each other
	mostWalked = 400_000 // elements, with what is used walked each time
)

// Options are what a drawing may refer to.
type Options struct {
	Palette Palette
	Symbols []byte // the content of SymbolsFile; nil: there is none
}

type reader struct {
	opt     Options
	to      *report
	d       *art.Drawing
	symbols *document
	colors  map[string]int
	clips   map[clipKey]int
	points  int // in the file
	drawn   int
	walked  int
	unread  int  // lengths that are none
	told    bool // that there are too many points

	strange map[string]*strange // colours that there are not, by name
}

// Read reads a drawing; name is its file's, for messages, and without its ending
// the drawing's. The drawing is nil where a problem is an error.
func Read(name string, file []byte, opt Options) (*art.Drawing, []authoring.Problem) {
	r := newReader(name, opt)
	doc := parse(name, file, r.to)
	if doc == nil {
		return nil, r.to.sorted()
	}
	r.d.Name = strings.TrimSuffix(path.Base(name), ".svg")
	r.check(doc.root)
	if doc.root.name != "svg" {
		r.to.at(doc.root, "the file is no drawing", "it begins with <svg>")
		return nil, r.to.sorted()
	}
	r.root(doc.root)
	r.kids(doc.root, place{m: geom.Identity(), style: r.styled(doc.root, initialStyle()), clip: -1, layer: -1})
	if len(r.d.Layers) == 0 {
		r.to.at(doc.root, "no layer", "draw in layers: a <g> with inkscape:groupmode=\"layer\" and inkscape:label, or with data-lh-layer")
	}
	return r.done()
}

// done is the drawing, or what is wrong with it.
func (r *reader) done() (*art.Drawing, []authoring.Problem) {
	r.tellStrange()
	problems := r.to.sorted()
	if authoring.Errors(problems) > 0 {
		return nil, problems
	}
	return r.d, problems
}

func newReader(name string, opt Options) *reader {
	r := &reader{opt: opt, to: &report{file: name}, d: &art.Drawing{Anchor: geom.P(0.5, 0.5)}, colors: map[string]int{}, clips: map[clipKey]int{}, strange: map[string]*strange{}}
	if opt.Symbols != nil {
		r.to.file = path.Join(path.Dir(name), SymbolsFile)
		if r.symbols = parse(r.to.file, opt.Symbols, r.to); r.symbols != nil {
			r.check(r.symbols.root)
		}
		r.to.file = name
	}
	return r
}

// check refuses unknown elements and attributes of the whole file, and takes them
// out of it.
func (r *reader) check(n *node) {
	if !r.known(n) {
		n.name = "" // nothing below it is looked at
		return
	}
	if n.name == "style" && n.attrs["id"] != paletteID && strings.TrimSpace(n.text) != "" {
		r.to.at(n, "a style sheet", "colours are the theme's, by class; the sheet with id=\""+paletteID+"\" is written by studio art")
	}
	if n.name == "stop" && n.parent != nil && n.parent.name != "linearGradient" && n.parent.name != "radialGradient" {
		r.to.at(n, "a stop outside of a gradient", "put it into one")
	}
	for _, k := range n.kids {
		r.check(k)
	}
}

// root reads what the drawing's own element says.
func (r *reader) root(n *node) {
	box, ok := numbers(n.attrs["viewBox"])
	switch {
	case !ok || len(box) != 4 || !(box[2] > 0 && box[3] > 0):
		r.to.at(n, "viewBox is "+strconv.Quote(n.attrs["viewBox"]), `the design's size: viewBox="0 0 1440 900"`)
	case box[0] != 0 || box[1] != 0:
		r.to.at(n, "viewBox begins at "+strconv.FormatFloat(box[0], 'g', -1, 64)+" "+strconv.FormatFloat(box[1], 'g', -1, 64), "move the drawing so that its design begins at 0 0; what bleeds beyond it may lie outside")
	default:
		r.d.Width, r.d.Height = box[2], box[3]
	}
	if n.attrs["transform"] != "" {
		r.to.at(n, "a transform of the whole file", "put it on a group")
	}
	r.plain(n)
	if s, ok := n.attrs["data-lh-anchor"]; ok {
		a, ok := numbers(s)
		if !ok || len(a) != 2 || a[0] < 0 || a[0] > 1 || a[1] < 0 || a[1] > 1 {
			r.to.at(n, "data-lh-anchor is "+strconv.Quote(s), `which part of the spare length lies left and above, 0 to 1: "0.5 0.5"`)
			return
		}
		r.d.Anchor = geom.P(a[0], a[1])
	}
}

// place is where and how elements are drawn.
type place struct {
	m     geom.Affine // to the drawing's coordinates
	style style
	clip  int // index of Clips that holds within the layer; -1: none
	layer int // index of Layers; -1: none yet
	uses  []*node
	port  *port
}

func (r *reader) kids(n *node, p place) {
	for _, k := range n.kids {
		r.walk(k, p)
	}
}

func (r *reader) walk(n *node, p place) {
	if r.walked++; r.walked > mostWalked || r.over() {
		if r.walked == mostWalked+1 {
			r.to.at(n, "uses of uses draw more than "+strconv.Itoa(mostWalked)+" elements", "leave crowds to the storyboard")
		}
		return
	}
	switch n.name {
	case "g":
		r.group(n, p)
	case "use":
		r.use(n, p)
	case "svg":
		r.to.at(n, "an <svg> within another", "ungroup it, or make it a <g>")
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		r.shape(n, p)
	}
	// All others are read where they are referred to.
}

// plain refuses opacity and clips where they cannot be laid on shape by shape.
func (r *reader) plain(n *node) {
	opacity := 1.0
	r.share(n, "opacity", &opacity)
	if opacity != 1 {
		r.to.at(n, "a group with an opacity", "give its shapes fill-opacity or stroke-opacity; layers fade by the storyboard")
	}
}

func (r *reader) group(n *node, p place) {
	if n.layer == slotsLayer {
		r.slots(n, r.transformed(n, "transform", p.m))
		return
	}
	r.plain(n)
	p.m = r.transformed(n, "transform", p.m)
	p.style = r.styled(n, p.style)
	p.clip = r.clipOf(n, p.m, p.clip, nil)
	if n.layer != "" {
		i, ok := r.enter(n, p)
		if !ok {
			return
		}
		p.layer, p.clip = i, -1
	}
	r.kids(n, p)
}
