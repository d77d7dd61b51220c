package svgfile

import (
	"strconv"
	"strings"

	"lianhua/internal/art"
	"lianhua/internal/authoring"
	"lianhua/internal/draw"
)

// enter begins a layer; ok is false where none can stand here.
func (r *reader) enter(n *node, p place) (i int, ok bool) {
	if len(p.uses) > 0 {
		r.to.at(n, "a layer that <use> shows", "layers are drawn where they stand: use a symbol or a plain group, or copy the layer under another name")
		return 0, false
	}
	if len(r.d.Layers) == mostLayers {
		r.to.at(n, "more layers than a drawing has: "+strconv.Itoa(mostLayers), "make plain groups of those that no storyboard names")
		return 0, false
	}
	if before, twice := r.d.Layer(n.layer); twice {
		r.to.at(n, "a second layer named "+strconv.Quote(n.layer)+", the first on line "+strconv.Itoa(r.d.Layers[before].Line), "names are unique: rename one")
	}
	r.named(n, n.layer)
	l := art.Layer{Name: n.layer, Parent: p.layer, Clip: p.clip, Line: n.line}
	switch light := n.attrs["data-lh-light"]; light {
	case "":
	case "day":
		l.Light = art.Day
	case "night":
		l.Light = art.Night
	default:
		r.to.at(n, "data-lh-light is "+strconv.Quote(light), "day or night; leave it out where both show the layer")
	}
	l.Role, l.Label, l.Detail = n.attrs["data-lh-role"], n.attrs["data-lh-label"], n.attrs["data-lh-detail"]
	role, known := draw.ParseRole(l.Role)
	switch {
	case l.Role != "" && (!known || role == draw.RoleNone):
		r.to.at(n, "data-lh-role is "+strconv.Quote(l.Role), authoring.Suggest(l.Role, roleNames()))
	case l.Role == "" && l.Label+l.Detail != "":
		r.to.at(n, "it is described and has no role", `add data-lh-role="button" or "picture"`)
	case l.Role != "" && l.Label == "" && (role.Touchable() || role == draw.RolePicture || role == draw.RoleText):
		r.to.at(n, "a "+l.Role+" without a label", `add data-lh-label="KEY", a key of the copy`)
	}
	r.d.Layers = append(r.d.Layers, l)
	i = len(r.d.Layers) - 1
	if p.layer >= 0 {
		outer := &r.d.Layers[p.layer]
		outer.Items = append(outer.Items, art.Item{Layer: i})
	}
	return i, true
}

// named refuses names that marks of a list cannot have: what follows a stroke there
// is a part.
func (r *reader) named(n *node, name string) {
	if strings.Contains(name, "/") {
		r.to.at(n, "the name "+strconv.Quote(name), "leave the stroke out: letters, digits, points and hyphens")
	}
}

// roleNames are the roles that there are.
func roleNames() (names []string) {
	for r := draw.RoleNone + 1; ; r++ {
		name := r.String()
		if known, ok := draw.ParseRole(name); !ok || known != r {
			return names
		}
		names = append(names, name)
	}
}
