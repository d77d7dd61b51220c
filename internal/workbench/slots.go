package workbench

import (
	"fmt"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/art"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/still"
	"lianhua/internal/storyboard"
)

// laid is a drawing as it lies in a moment's picture, with its slots.
type laid struct {
	Revision string     `json:"revision"`
	File     string     `json:"file"`   // below assets; empty: the scene has no drawing
	Design   [2]float64 `json:"design"` // width and height in the drawing's pixels
	Scale    float64    `json:"scale"`  // the form's pixels to one of the drawing's
	Slots    []laidSlot `json:"slots"`
}

// laidSlot is a slot that the language has.
type laidSlot struct {
	ID  string     `json:"id"`  // of its element in the file
	Box [4]float64 `json:"box"` // x, y, width and height in the drawing's pixels
	At  [2]float64 `json:"at"`  // where the drawing's corner would lie for it, in the form's pixels
}

func (b *Bench) slots(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	var out laid
	err := e.draw(r.Context(), func(a *still.Artist) error { out = lay(a, m); return nil })
	if err == nil {
		out.Revision = e.revision
		sendJSON(w, out)
	}
	return err
}

func lay(a *still.Artist, m moment) laid {
	out := laid{Slots: []laidSlot{}}
	v := a.View(m.Moment)
	if v.Art == nil {
		return out
	}
	d, place, lang := v.Art.Drawing, storyboard.PlaceOf(&v), m.Lang.String()
	out.File, out.Design, out.Scale = "art/"+d.Name+".svg", [2]float64{d.Width, d.Height}, place.K
	for i := range d.Slots {
		s := &d.Slots[i]
		if first, ok := d.Slot(s.Name, lang); !ok || first != i {
			continue // of the other language, or one of this language stands for it
		}
		corner := place.Slot(s.Name).Min().Sub(s.Rect.Min().Mul(place.K))
		out.Slots = append(out.Slots, laidSlot{ID: idOf(s), Box: extent(s.Rect), At: [2]float64{corner.X, corner.Y}})
	}
	return out
}

// idOf is the id that a slot's element has in its file.
func idOf(s *art.Slot) string {
	if s.Lang == "" {
		return s.Name
	}
	return s.Name + "." + s.Lang
}

func extent(r geom.Rect) [4]float64 { return [4]float64{r.X, r.Y, r.W, r.H} }

// movedSlot is a slot as it is while it is dragged, before its file has it: the file
// takes longer to be compiled than a hand to go on.
type movedSlot struct {
	id  string
	box geom.Rect
}

// slotOf reads the slot and its box of a query; nil where it names none.
func slotOf(q url.Values) (*movedSlot, error) {
	id := q.Get("slot")
	if id == "" {
		return nil, nil
	}
	var n [4]float64
	parts := strings.Split(q.Get("box"), ",")
	for i := range n {
		var err error
		if len(parts) == len(n) {
			n[i], err = strconv.ParseFloat(parts[i], 64)
		}
		if len(parts) != len(n) || err != nil || math.IsNaN(n[i]) || math.Abs(n[i]) > 1e5 || i > 1 && n[i] < 0 {
			return nil, fmt.Errorf("the box %q is not a place and a size as 10,20,300,40", q.Get("box"))
		}
	}
	return &movedSlot{id, geom.R(n[0], n[1], n[2], n[3])}, nil
}

// in has a view's drawing with the slot where it is dragged to; one without that slot
// stays.
func (s *movedSlot) in(v *stage.View) {
	if s == nil || v.Art == nil {
		return
	}
	i := slices.IndexFunc(v.Art.Slots, func(one art.Slot) bool { return idOf(&one) == s.id && one.Path == nil })
	if i < 0 {
		return
	}
	d := *v.Art.Drawing
	d.Slots = slices.Clone(d.Slots)
	d.Slots[i].Rect = s.box
	v.Art = &stage.Art{Drawing: &d, Layers: v.Art.Layers}
}
