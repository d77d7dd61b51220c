package cover

import (
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// door is the way into an act: to its first scene. Its layers and slots have the act's
// name in theirs.
type door struct {
	act, target string
	sides       []string // of its leaves
}

// doorsOf are the doors to the acts.
func doorsOf(acts []stage.Act) []door {
	var all []door
	for _, a := range acts {
		d := door{act: a.Name, sides: []string{"left", "right"}}
		if a.Name == "measure" { // whose door has one leaf
			d.sides = d.sides[1:]
		}
		if len(a.Scenes) > 0 {
			d.target = a.Scenes[0].Scene + "/1"
		}
		all = append(all, d)
	}
	return all
}

const bold = typeset.SansBold

// open gives a door its course: it stands there faintly from the beginning; then its
// leaves swing, light falls on the quay, and its seal is stamped twice, over the door
// and in the ring where the act is at home.
func open(b *storyboard.Board, d *door, i, of int) {
	n := "-" + d.act
	const each = 0.4 // of the beat, for a door
	start := (1 - each) * float64(i) / float64(of-1)
	cue := func(layer, beat string, from, to float64, ease anim.Ease, do storyboard.Change) {
		if beat == opening {
			from, to = start+each*from, start+each*to
		}
		b.Cues = append(b.Cues, storyboard.Cue{Layer: layer + n, Beat: beat, From: from, To: to, Ease: ease, Do: do})
	}
	cue("door", waking, 0, 0.8, nil, storyboard.Fade{From: 0.14, To: 1})
	grow := func(layer string, from, to float64) {
		cue(layer, opening, from, to, anim.CubicOut, storyboard.Appear{})
	}
	grow("light", 0.3, 0.8)
	if d.act == "roots" {
		grow("roots", 0.5, 1)
	}
	for _, side := range d.sides {
		hinge := "hinge-" + side + n
		if d.act != "people" { // whose leaves fold away behind the wall
			grow("open-"+side, 0.34, 0.36)
			cue("open-"+side, opening, 0.35, 0.75, anim.CubicOut, storyboard.Scale{About: hinge, X: 0.02, Y: 1})
		}
		cue("shut-"+side, opening, 0, 0.35, anim.Reverse(anim.QuadOut), storyboard.Scale{About: hinge, X: 0.02, Y: 1})
		cue("shut-"+side, opening, 0.1, 0.36, anim.Linear, storyboard.Vanish{})
	}
	for _, s := range [...]struct{ layer, slot string }{{"stamp", "character"}, {"seal", "mark"}} {
		cue(s.layer, opening, 0.72, 1, anim.CubicOut, storyboard.Scale{About: s.slot + n, X: 1.25, Y: 1.25})
		cue(s.layer, opening, 0.72, 0.9, anim.CubicOut, storyboard.Appear{})
	}
	what := "cover." + d.act + "-what"
	seal, from, to := "act.seal-"+d.act, start+each*0.72, start+each
	b.Texts = append(b.Texts,
		storyboard.Text{Slot: "character" + n, Key: seal, Face: typeset.Serif, Color: "lamp-60", Beat: opening, From: from, To: to, Layer: "door" + n},
		storyboard.Text{Slot: "mark" + n, Key: seal, Face: typeset.Serif, Color: "lamp-60", Beat: opening, From: from, To: to, Layer: "seal" + n},
		storyboard.Text{Slot: "name" + n, Key: what, Short: what + "-short", Face: bold, Color: "ink", Beat: waking, From: 0.6, To: 1, Layer: "door" + n},
	)
}

// answers tells where the doors lead; that to an act without a scene is no link.
type answers []door

func (doors answers) Mean(_ stage.View, layer draw.ID, s draw.Sem) draw.Sem {
	act, ok := strings.CutPrefix(layer.Name, "door-")
	for i := range doors {
		if ok && doors[i].act == act {
			s.Target = doors[i].target
		}
	}
	if ok && s.Target == "" {
		return draw.Decor()
	}
	return s
}
