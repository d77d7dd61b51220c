package storyboard

import (
	"errors"
	"slices"

	"lianhua/internal/anim"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/story"
)

// CheckBeats returns an error for every beat that the board names and the scene has
// not.
func (b *Board) CheckBeats(scene string, beats []anim.Beat) (all []error) {
	known := func(beat, where string) {
		if beat != "" && !slices.ContainsFunc(beats, func(k anim.Beat) bool { return k.Name == beat }) {
			all = append(all, errors.New("the storyboard of "+scene+" names the beat "+beat+where+", which the scene has not"))
		}
	}
	for k := range b.Cues {
		known(b.Cues[k].Beat, " in a cue of the layer "+b.Cues[k].Layer)
	}
	for k := range b.Texts {
		known(b.Texts[k].Beat, " for the text "+b.Texts[k].Key+b.Texts[k].Figure)
		known(b.Texts[k].Until, " for the text "+b.Texts[k].Key+b.Texts[k].Figure)
	}
	for k := range b.Statements {
		known(b.Statements[k].Beat, " for the statement "+b.Statements[k].Name)
	}
	known(b.Chain.Beat, " for its chain")
	for k := range b.Chain.Stages {
		known(b.Chain.Stages[k].Beat, " for the stage "+b.Chain.Stages[k].Title)
	}
	return all
}

// CheckWords returns an error for every key that the board names and the copy lacks:
// words are in both languages or in none.
func (b *Board) CheckWords(scene string, words *story.Story) (all []error) {
	known := func(where string, keys ...string) {
		for _, key := range keys {
			if key != "" && !words.Copy(key).OK {
				all = append(all, errors.New("the storyboard of "+scene+" names the words "+key+where+", which the copy lacks"))
			}
		}
	}
	for k := range b.Texts {
		known(" in the slot "+b.Texts[k].Slot, b.Texts[k].Key, b.Texts[k].Short)
	}
	for k := range b.Statements {
		s := &b.Statements[k]
		known(" in the slot "+s.Slot, s.Name, s.Note, s.Short)
	}
	known(" for its chain", b.Chain.Label)
	for k := range b.Chain.Stages {
		known(" for a stage", b.Chain.Stages[k].Title, b.Chain.Stages[k].Name, b.Chain.Stages[k].Short, b.Chain.Stages[k].Text)
	}
	for k := range b.Cards {
		known(" for the card of "+b.Cards[k].Layer, b.Cards[k].Title, b.Cards[k].Text)
	}
	return all
}

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
		line := func(name, where string) {
			if n, ok := d.Slot(name, "zh"); ok && d.Slots[n].Path == nil {
				fail("line", name, where)
			}
		}
		for k := range b.Cues {
			layer(b.Cues[k].Layer, " in a cue of the beat "+b.Cues[k].Beat)
			slot(b.Cues[k].Do.slot(), " in a cue of the layer "+b.Cues[k].Layer)
			switch a := b.Cues[k].Do.(type) {
			case Along:
				line(a.Slot, " in a cue of the layer "+b.Cues[k].Layer)
			case Above:
				line(a.Slot, " in a cue of the layer "+b.Cues[k].Layer)
			}
		}
		for k := range b.Carried {
			layer(b.Carried[k].Layer, " that is carried")
		}
		if b.Chain.Grow > 0 {
			slot(b.Chain.About, " for the stages to grow about")
		}
		for k := range b.Parts {
			layer(b.Parts[k].Layer, " for a part")
			slot(b.Parts[k].Slot, " for a part")
		}
		for k := range b.Texts {
			t := &b.Texts[k]
			if !t.Optional {
				slot(t.Slot, " for the text "+t.Key+t.Figure)
			}
			if t.Layer == "" {
				continue
			}
			layer(t.Layer, " for the text "+t.Key+t.Figure)
			if n, ok := d.Layer(t.Layer); ok && d.Layers[n].Parent >= 0 {
				all = append(all, errors.New("the text "+t.Key+t.Figure+" belongs to the layer "+t.Layer+", which stands within another in assets/art/"+d.Name+".svg: move it to the top"))
			}
		}
		for k := range b.Statements {
			slot(b.Statements[k].Slot, " for the statement "+b.Statements[k].Name)
		}
		for k := range b.Chain.Stages {
			g := &b.Chain.Stages[k]
			where := " for the stage " + g.Title
			for _, name := range g.Layers {
				layer(name, where)
			}
			slot(g.Slot, where)
			slot(g.Touch, where)
			slot(g.Card, where)
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
