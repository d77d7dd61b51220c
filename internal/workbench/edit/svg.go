package edit

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// attribute is an attribute of an element with an id, its value between its quotes.
type attribute struct {
	name       string
	from       int // where its name begins
	start, end int // of the value
	text       string
}

// element is a start tag whose element has an id.
type element struct {
	id         string
	name       int // behind the element's name
	start, end int // of the tag
	attributes []attribute
}

// svgFile is an SVG file of which the tags are known that have an id.
type svgFile struct {
	name     string
	content  []byte
	elements []element
	at       map[string]int
	twice    map[string]bool
}

func openSVG(name string, content []byte) (*svgFile, error) {
	f := &svgFile{name: name, content: content, at: map[string]int{}, twice: map[string]bool{}}
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		start := int(d.InputOffset())
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return f, nil
		}
		if err != nil {
			line, _ := d.InputPos()
			return nil, refuse(name, line, "this is no XML: "+err.Error(), "save it once more from the editor, as plain SVG")
		}
		if tag, ok := token.(xml.StartElement); ok {
			f.tag(tag, start, int(d.InputOffset()))
		}
	}
}

// tag notes a start tag that has an id.
func (f *svgFile) tag(t xml.StartElement, start, end int) {
	e := element{start: start, end: end}
	for _, a := range t.Attr {
		if a.Name.Space == "" && a.Name.Local == "id" {
			e.id = a.Value
		}
	}
	if e.id == "" {
		return
	}
	at := start + 1
	for at < end && !space(f.content[at]) && f.content[at] != '/' && f.content[at] != '>' {
		at++
	}
	e.name = at
	for _, a := range t.Attr {
		for at < end && space(f.content[at]) {
			at++
		}
		one := attribute{from: at, text: a.Value, name: a.Name.Local}
		if a.Name.Space != "" {
			one.name = a.Name.Space + ":" + a.Name.Local
		}
		for at < end && f.content[at] != '"' && f.content[at] != '\'' {
			at++
		}
		if at >= end {
			return // no attribute without quotes is read at all
		}
		n := bytes.IndexByte(f.content[at+1:end], f.content[at])
		if n < 0 {
			return
		}
		one.start, one.end = at+1, at+1+n
		at = one.end + 1
		e.attributes = append(e.attributes, one)
	}
	if _, twice := f.at[e.id]; twice {
		f.twice[e.id] = true
		return
	}
	f.at[e.id] = len(f.elements)
	f.elements = append(f.elements, e)
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func (f *svgFile) lineOf(at int) int { return 1 + bytes.Count(f.content[:at], []byte("\n")) }

// element is the one with the id; it is refused where there is none, or more.
func (f *svgFile) element(p Path) (*element, error) {
	if len(p) != 2 {
		return nil, refuse(f.name, 0, "a value of a drawing is named by an element's id and an attribute", "")
	}
	i, ok := f.at[p[0]]
	switch {
	case !ok:
		return nil, refuse(f.name, 0, "the drawing has no element with the id "+p[0], "was it renamed in an editor?")
	case f.twice[p[0]]:
		return nil, refuse(f.name, f.lineOf(f.elements[i].start), "the id "+p[0]+" is given twice", "ids are unique in a file")
	}
	return &f.elements[i], nil
}

func (e *element) attribute(name string) *attribute {
	for i := range e.attributes {
		if e.attributes[i].name == name {
			return &e.attributes[i]
		}
	}
	return nil
}

func (f *svgFile) Find(p Path) (Value, bool) {
	e, err := f.element(p)
	if err != nil {
		return Value{}, false
	}
	a := e.attribute(p[1])
	if a == nil {
		return Value{}, false
	}
	return Value{Line: f.lineOf(a.from), Text: a.text, Raw: string(f.content[a.start:a.end]), Kind: Text, start: a.start, end: a.end}, true
}

func (f *svgFile) Children(p Path) (names []string) {
	switch len(p) {
	case 0:
		for i := range f.elements {
			names = append(names, f.elements[i].id)
		}
	case 1:
		if i, ok := f.at[p[0]]; ok {
			for _, a := range f.elements[i].attributes {
				names = append(names, a.name)
			}
		}
	}
	return names
}

func (f *svgFile) Line(p Path) int {
	if len(p) == 0 {
		return 1
	}
	i, ok := f.at[p[0]]
	if !ok {
		return 1
	}
	if len(p) > 1 {
		if a := f.elements[i].attribute(p[1]); a != nil {
			return f.lineOf(a.from)
		}
	}
	return f.lineOf(f.elements[i].start)
}

func (f *svgFile) values() values {
	out := values{}
	for i := range f.elements {
		for _, a := range f.elements[i].attributes {
			out[Path{f.elements[i].id, a.name}.key()] = a.text
		}
	}
	return out
}

func (f *svgFile) Set(p Path, text string, _ ...Path) ([]byte, error) {
	e, err := f.element(p)
	if err != nil {
		return nil, err
	}
	if p[1] == "id" || !attributeName(p[1]) {
		return nil, refuse(f.name, f.lineOf(e.start), "the attribute "+p[1]+" cannot be changed here", "change it in a vector editor")
	}
	a := e.attribute(p[1])
	if a == nil {
		content := splice(f.content, e.tail(), e.tail(), e.gap(f.content)+p[1]+`="`+attributeText(text, '"')+`"`)
		return proved(f.name, f.values(), p, &text, content)
	}
	if a.text == text {
		return f.content, nil
	}
	return proved(f.name, f.values(), p, &text, splice(f.content, a.start, a.end, attributeText(text, f.content[a.start-1])))
}

func (f *svgFile) Put(p Path, raw string) ([]byte, error) {
	v, stands := f.Find(p)
	if !stands {
		return nil, refuse(f.name, f.Line(p), "there is no "+p.String()+" any more", "write it anew")
	}
	content := splice(f.content, v.start, v.end, raw)
	again, err := openSVG(f.name, content)
	if err != nil {
		return nil, err
	}
	now, _ := again.Find(p)
	return proved(f.name, f.values(), p, &now.Text, content)
}

func (f *svgFile) Remove(p Path) ([]byte, error) {
	if _, stands := f.Find(p); !stands {
		return f.content, nil
	}
	e, err := f.element(p)
	if err != nil {
		return nil, err
	}
	if p[1] == "id" {
		return nil, refuse(f.name, f.lineOf(e.start), "an id is not taken away here", "change it in a vector editor")
	}
	start := e.name
	for i := range e.attributes {
		if a := &e.attributes[i]; a.name == p[1] {
			return proved(f.name, f.values(), p, nil, splice(f.content, start, a.end+1, ""))
		}
		start = e.attributes[i].end + 1
	}
	return f.content, nil
}

// tail is behind the tag's last attribute.
func (e *element) tail() int {
	if n := len(e.attributes); n > 0 {
		return e.attributes[n-1].end + 1
	}
	return e.name
}

// gap is what stands before the tag's last attribute: a space, or a line and its
// indent.
func (e *element) gap(content []byte) string {
	n := len(e.attributes)
	if n == 0 {
		return " "
	}
	start := e.name
	if n > 1 {
		start = e.attributes[n-2].end + 1
	}
	return string(content[start:e.attributes[n-1].from])
}

func attributeName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == ""
}

// attributeText is a text as it stands between an attribute's quotes.
func attributeText(text string, quote byte) string {
	pairs := []string{"&", "&amp;", "<", "&lt;", "\n", "&#xA;", "\t", "&#x9;", "\r", "&#xD;"}
	if quote == '\'' {
		pairs = append(pairs, "'", "&#39;")
	} else {
		pairs = append(pairs, `"`, "&quot;")
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
