package desk

import (
	"bytes"
	"encoding/xml"
	"strings"

	"lianhua/internal/stage"
	"lianhua/internal/workbench/edit"
	"lianhua/internal/workbench/history"
)

// slotsOf are the ids of the shapes in the layer of the slots, in the order of a file
// that is XML.
func slotsOf(h *history.History, name string) (ids []string) {
	content, err := h.Read(name)
	if err != nil {
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader(content))
	deep, slots := 0, 0
	for {
		token, err := d.RawToken()
		if err != nil {
			return ids
		}
		switch t := token.(type) {
		case xml.StartElement:
			deep++
			id := ""
			for _, a := range t.Attr {
				switch {
				case t.Name.Local == "g" && slots == 0 && a.Value == "slots" && (a.Name.Space == "inkscape" && a.Name.Local == "label" || a.Name.Local == "data-lh-layer"):
					slots = deep
				case a.Name.Space == "" && a.Name.Local == "id":
					id = a.Value
				}
			}
			if slots > 0 && deep > slots && id != "" && t.Name.Local != "g" {
				ids = append(ids, id)
			}
		case xml.EndElement:
			if deep--; deep < slots {
				slots = 0
			}
		}
	}
}

// drawing is the file of a form, with its slots.
type drawing struct {
	File  string `json:"file"`
	Form  string `json:"form"`
	Slots []slot `json:"slots"`
}

// slot is a place for words or marks, in pixels of the design.
type slot struct {
	ID     string           `json:"id"`
	Places map[string]value `json:"places"` // x, y, width, height or cx, cy
	Ways   map[string]value `json:"ways"`   // how what stands in it is set, without "data-lh-"
}

func (r *reading) drawings(scene string) []drawing {
	out := []drawing{}
	for _, form := range []stage.Form{stage.Laptop, stage.Phone, stage.Kiosk, stage.Wall} {
		name := "art/" + scene + "." + form.String() + ".svg"
		if form == stage.Laptop {
			name = "art/" + scene + ".svg"
		}
		if content, err := r.d.history.Read(name); err != nil || content == nil {
			continue
		}
		s := r.sheet(name)
		if s == nil {
			continue
		}
		one := drawing{File: name, Form: form.String(), Slots: []slot{}}
		for _, id := range slotsOf(r.d.history, name) {
			one.Slots = append(one.Slots, s.slot(id))
		}
		out = append(out, one)
	}
	return out
}

// length is how far from the design's corner a slot may lie.
const length = 10_000

func (s *sheet) slot(id string) slot {
	out := slot{ID: id, Places: map[string]value{}, Ways: map[string]value{}}
	for _, name := range slotPlaces {
		if v := s.value("length", edit.Path{id, name}); v.Text != nil {
			low := -float64(length)
			if name == "width" || name == "height" {
				low = 0
			}
			out.Places[name] = v.within(low, length, 0.1)
		}
	}
	for _, name := range slotWays {
		p := edit.Path{id, name}
		var v value
		switch name {
		case "data-lh-size":
			v = s.value("length", p).within(1, 1000, 0.1)
		case "data-lh-lines":
			v = s.value("length", p).within(1, 20, 1)
		case "data-lh-least":
			v = s.value("length", p).within(0.05, 1, 0.05)
		case "data-lh-drop":
			v = s.value("choice", p)
			v.Of = []string{"true", "false"}
		case "data-lh-anchor":
			v = s.value("choice", p)
			v.Of = []string{"picture", "top", "bottom", "left", "right"}
		default:
			v = s.value("choice", p)
			for _, x := range []string{"start", "middle", "end"} {
				for _, y := range []string{"start", "middle", "end"} {
					v.Of = append(v.Of, x+" "+y)
				}
			}
		}
		out.Ways[strings.TrimPrefix(name, "data-lh-")] = v
	}
	return out
}
