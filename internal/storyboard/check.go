package storyboard

import (
	"errors"
	"slices"

	"lianhua/internal/art"
	"lianhua/internal/draw"
)

// Check returns an error for every name of the board that one of a scene's drawings
// lacks.
func (b *Board) Check(scene string, set *art.Set) (all []error) {
	for i := range set.Drawings {
		if !slices.Contains(set.Forms[:], i) {
			continue
		}
		d := &set.Drawings[i]
		fail := func(kind, name, where string) {
			err := errors.New("the storyboard of " + scene + " names the " + kind + " " + name + where + ", which assets/art/" + d.Name + ".svg lacks")
			if !slices.ContainsFunc(all, func(e error) bool { return e.Error() == err.Error() }) {
				all = append(all, err)
			}
		}
		layer := func(name, where string) {
			if _, ok := d.Layer(name); !ok {
				fail("layer", name, where)
			}
		}
		slot := func(name, where string) {
			for _, lang := range [...]string{"zh", "en"} {
				if _, ok := d.Slot(name, lang); !ok && name != "" {
					fail("slot", name, where)
					return
				}
			}
		}
		for k := range b.Cues {
			layer(b.Cues[k].Layer, " in a cue of the beat "+b.Cues[k].Beat)
			slot(b.Cues[k].Do.slot(), " in a cue of the layer "+b.Cues[k].Layer)
		}
		for k := range b.Parts {
			layer(b.Parts[k].Layer, " for a part")
			slot(b.Parts[k].Slot, " for a part")
		}
		for k := range b.Texts {
			t := &b.Texts[k]
			slot(t.Slot, " for the text "+t.Key+t.Figure)
			if t.Layer == "" {
				continue
			}
			layer(t.Layer, " for the text "+t.Key+t.Figure)
			if n, ok := d.Layer(t.Layer); ok && d.Layers[n].Parent >= 0 {
				all = append(all, errors.New("the text "+t.Key+t.Figure+" belongs to the layer "+t.Layer+", which stands within another in assets/art/"+d.Name+".svg: move it to the top"))
			}
		}
		for k := range b.Cards {
			layer(b.Cards[k].Layer, " for a card")
			slot(b.Cards[k].Slot, " for a card")
		}
		for _, name := range b.Uses {
			slot(name, "")
		}
		for k := range d.Layers {
			if role := d.Layers[k].Role; role != "" {
				if _, ok := draw.ParseRole(role); !ok {
					fail("role", role, " of the layer "+d.Layers[k].Name)
				}
			}
		}
	}
	return all
}
