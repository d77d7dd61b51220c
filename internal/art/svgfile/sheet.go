package svgfile

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// paletteID is the id of the style sheet that shows a drawing in the day's colours.
const paletteID = "palette"

// WithPalette is the file with the style sheet of its palette as it should be: the
// classes that the file uses, in the day theme's colours, so that any editor and
// browser shows them. All else stays byte for byte; a file that is current comes
// back equal. Colours that there are not are left out, since Read refuses them.
func WithPalette(file []byte, p Palette) ([]byte, error) {
	d := xml.NewDecoder(bytes.NewReader(file))
	classes := map[string]bool{}
	first, from, to := int64(-1), int64(-1), int64(-1) // after <svg>, and within <style>
	depth, sheet := 0, 0
	for {
		before := d.InputOffset()
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the palette is not written: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			if first < 0 {
				first = d.InputOffset()
			}
			for _, a := range t.Attr {
				switch {
				case a.Name.Local == "class":
					for _, class := range strings.Fields(a.Value) {
						classes[class] = true
					}
				case t.Name.Local == "style" && a.Name.Local == "id" && a.Value == paletteID && from < 0:
					from, sheet = d.InputOffset(), depth
				}
			}
		case xml.EndElement:
			if depth == sheet && to < 0 {
				to = before
			}
			depth--
		}
	}
	if first < 0 {
		return nil, fmt.Errorf("the palette is not written: there is no <svg>")
	}
	rules := "\n" + p.rules(classes)
	switch {
	case from < 0 && bytes.HasSuffix(file[:first], []byte("/>")):
		return file, nil // there is nothing in it
	case from < 0:
		return splice(file, first, first, "\n<style id=\""+paletteID+"\">"+rules+"</style>"), nil
	case bytes.HasSuffix(file[:from], []byte("/>")):
		return splice(file, from-2, from, ">"+rules+"</style>"), nil
	}
	return splice(file, from, to, rules), nil
}

func splice(file []byte, from, to int64, text string) []byte {
	return slices.Concat(file[:from], []byte(text), file[to:])
}

// rules are a line for each class, sorted.
func (p Palette) rules(classes map[string]bool) string {
	var b strings.Builder
	for _, class := range slices.Sorted(maps.Keys(classes)) {
		kind, name, _ := strings.Cut(class, "-")
		c, ok := p.Color(name)
		property := map[string]string{"fill": "fill", "stroke": "stroke", "stop": "stop-color"}[kind]
		if !ok || property == "" {
			continue
		}
		fmt.Fprintf(&b, ".%s{%s:#%06X", class, property, uint32(c)>>8)
		if c.A() < 255 {
			fmt.Fprintf(&b, "%02X", c.A())
		}
		b.WriteString("}\n")
	}
	return b.String()
}
