package svgfile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Namespaces whose elements and attributes have a meaning here.
const (
	spaceSVG      = "http://www.w3.org/2000/svg"
	spaceXLink    = "http://www.w3.org/1999/xlink"
	spaceXML      = "http://www.w3.org/XML/1998/namespace"
	spaceInkscape = "http://www.inkscape.org/namespaces/inkscape"
	spaceSodipodi = "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
)

// node is an element of a file.
type node struct {
	name   string // without its namespace, which is SVG's
	line   int
	attrs  map[string]string // of no namespace, and xlink:href as href
	style  map[string]string // of the attribute style
	layer  string            // the name, where it is a layer
	text   string            // of a style
	doc    *document
	parent *node
	kids   []*node
}

// tag names the element in messages.
func (n *node) tag() string {
	if id := n.attrs["id"]; id != "" {
		return "<" + n.name + ` id="` + id + `">`
	}
	return "<" + n.name + ">"
}

// within reports whether the element is one of those named, or stands in one.
func (n *node) within(names ...string) bool {
	for ; n != nil; n = n.parent {
		for _, name := range names {
			if n.name == name {
				return true
			}
		}
	}
	return false
}

// document is a file as a tree.
type document struct {
	file string
	root *node
	ids  map[string]*node
}

// mostNodes, mostDeep and mostBytes keep a file from costing more than anybody
// draws.
const (
	mostNodes = 40_000
	mostDeep  = 64
	mostBytes = 8 << 20
)

// parse reads a file's elements; it ends at the first fault of its XML, since what
// follows one means nothing.
func parse(file string, data []byte, to *report) *document {
	doc := &document{file: file, ids: map[string]*node{}}
	if len(data) > mostBytes {
		to.fail(1, "the file is larger than 8 MB", "drawings are vectors: take out what no slot, symbol or path needs")
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	var at *node
	count, deep := 0, 0
	for {
		line, _ := d.InputPos()
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			line, _ = d.InputPos()
			why := err.Error()
			if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
				line, why = syntax.Line, syntax.Msg
			}
			to.fail(line, "this is no XML: "+why, "save it once more from the editor, as plain SVG")
			return nil
		}
		switch t := token.(type) {
		case xml.Directive:
			if bytes.Contains(t, []byte("[")) {
				to.fail(line, "a document type with declarations", "delete <!DOCTYPE …>")
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				to.fail(line, "the instruction <?"+t.Target+"?>", "delete it: a drawing stands alone")
			}
		case xml.StartElement:
			if own, skip := doc.foreign(t, line, to); !own {
				if skip {
					if err := d.Skip(); err != nil {
						line, _ = d.InputPos()
						to.fail(line, "this is no XML: "+err.Error(), "save it once more from the editor, as plain SVG")
						return nil
					}
				}
				continue
			}
			if count, deep = count+1, deep+1; count > mostNodes || deep > mostDeep {
				to.fail(line, "more elements, or deeper in each other, than a drawing has", "40,000 elements and 64 levels are the most")
				return nil
			}
			n := doc.element(t, line, at, to)
			if at == nil && doc.root == nil {
				doc.root = n
			} else if at != nil {
				at.kids = append(at.kids, n)
			}
			at = n
		case xml.EndElement:
			at, deep = at.parent, deep-1
		case xml.CharData:
			if at != nil && at.name == "style" {
				at.text += string(t)
			}
			if at != nil && len(bytes.TrimSpace(t)) > 0 && !at.within("title", "desc", "style", "text", "script") {
				to.at(at, "text within it", "words stand in slots: delete the text, and draw a slot")
			}
		}
	}
	if doc.root == nil {
		to.fail(1, "there is no <svg> in it", "save it as plain SVG")
		return nil
	}
	return doc
}

// foreign tells the elements that are no drawing: own is false, and skip is set,
// for what editors keep for themselves.
func (doc *document) foreign(t xml.StartElement, line int, to *report) (own, skip bool) {
	switch {
	case t.Name.Space == spaceSVG && t.Name.Local == "metadata":
		return false, true
	case t.Name.Space == spaceSVG:
		return true, false
	case t.Name.Space == spaceInkscape, t.Name.Space == spaceSodipodi:
		return false, true
	case t.Name.Space == "":
		to.fail(line, "<"+t.Name.Local+"> is not in SVG's namespace", `begin with <svg xmlns="`+spaceSVG+`" …>`)
	case undeclared(t.Name.Space):
		to.fail(line, "the prefix of <"+t.Name.Space+":"+t.Name.Local+"> is not declared", "browsers refuse such a file: declare it with xmlns:"+t.Name.Space)
	default:
		to.fail(line, "<"+t.Name.Local+"> of "+t.Name.Space, "delete it: only SVG is drawn")
	}
	return false, true
}

// undeclared reports whether what stands for a namespace is a mere prefix.
func undeclared(space string) bool { return space != "" && !strings.ContainsAny(space, ":/") }

func (doc *document) element(t xml.StartElement, line int, parent *node, to *report) *node {
	n := &node{doc: doc, name: t.Name.Local, line: line, parent: parent, attrs: map[string]string{}, style: map[string]string{}}
	inkscapeLayer, label := false, ""
	for _, a := range t.Attr {
		name := a.Name.Local
		switch {
		case a.Name.Space == "xmlns" || a.Name.Space == "" && name == "xmlns":
			continue
		case a.Name.Space == spaceXLink && name == "href":
			name = "href"
			n.attrs["xlink:href"] = a.Value
			continue
		case a.Name.Space == spaceInkscape && name == "groupmode":
			inkscapeLayer = a.Value == "layer"
			continue
		case a.Name.Space == spaceInkscape && name == "label":
			label = a.Value
			continue
		case undeclared(a.Name.Space):
			to.at(n, "the prefix of "+a.Name.Space+":"+name+" is not declared", "browsers refuse such a file: declare it with xmlns:"+a.Name.Space)
			continue
		case a.Name.Space != "":
			continue // an editor's own, which changes nothing that is seen
		default:
			if _, twice := n.attrs[name]; twice {
				to.at(n, name+" is given twice", "keep one")
				continue
			}
		}
		n.attrs[name] = a.Value
	}
	if inkscapeLayer && n.name == "g" {
		n.layer = label
		if label == "" {
			to.at(n, "a layer without a name", `name it in the editor (inkscape:label)`)
			n.layer = "layer"
		}
	}
	if name, ok := n.attrs["data-lh-layer"]; ok && n.name == "g" {
		n.layer = name
		if name == "" {
			to.at(n, "a layer without a name", `data-lh-layer="name"`)
			n.layer = "layer"
		}
	}
	if old, ok := n.attrs["xlink:href"]; ok { // href goes before it, as browsers have it
		delete(n.attrs, "xlink:href")
		if _, plain := n.attrs["href"]; !plain {
			n.attrs["href"] = old
		}
	}
	n.readStyle(to)
	if id := n.attrs["id"]; id != "" {
		if before, twice := doc.ids[id]; twice {
			to.at(n, "the id is given twice, first on line "+strconv.Itoa(before.line), "ids are unique in a file")
		} else {
			doc.ids[id] = n
		}
	}
	return n
}
