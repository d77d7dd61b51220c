package sources

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
	"lianhua/scenes/sources/page"
)

// silence is a window in the sheet: something that the page does not say, and the
// scene where that is missed. Its layer and its slot have its name in theirs.
type silence struct {
	layer, slot string
	ask, unsaid string // keys
	target, act string // the scene and the key of its act's sign; empty: none
}

var seals = [...]string{"seal-chain", "seal-roots", "seal-yard", "seal-people", "seal-measure"}

// windows are those of the whole page and of each scene, in the order of the story.
var windows = windowsOf(
	[]string{"paper"}, []string{"aluminium", "hydrogen", "industries", "output"},
	[]string{"innovation", "cultivation", "platforms", "finance", "people"}, []string{"tasks", "households", "water"},
	[]string{"cleanup", "zhongshan", "models"}, []string{"habits", "inspection"}, []string{"checked", "since"},
)

func windowsOf(acts ...[]string) (all []silence) {
	for i, names := range acts {
		for _, n := range names {
			w := silence{layer: "silence-" + n, slot: "words-" + n, ask: "sources.ask." + n, unsaid: "sources.unsaid." + n}
			if i > 0 && i < len(acts)-1 {
				w.target, w.act = n+"/1", "act."+seals[i-1]
			}
			all = append(all, w)
		}
	}
	return all
}

const (
	each = 7 // windows to a page, where not all have room
	most = (17 + 3 + each - 1) / each
)

// pagesID is the slider over the windows on upright forms.
var pagesID = draw.Name("pages")

// burn is how far the i-th window is burnt through.
func burn(i int) func(stage.View) float64 {
	from := 0.3 + 0.5*float64(i)/float64(len(windows))
	return func(v stage.View) float64 {
		t := v.Span(beatSilences, from, from+0.16)
		if v.Layout().Form.Upright() {
			t = v.Span(beatSilences, 0.3+0.07*float64(i%each), 0.46+0.07*float64(i%each))
			off := v.Turned(pagesID, 0) - float64(i/each)
			t *= anim.Clamp(1 - 2*max(off, -off))
		}
		return t
	}
}

func silences(b *storyboard.Board) {
	b.Cues.Add("silences", beatSilences, 0.04, 0.2, storyboard.Appear{})
	b.Cues.Add("paper", beatSilences, 0.04, 0.34, storyboard.Scale{About: "words-households", X: 0.8, Y: 0.8})
	b.Cues.Add("print", beatSilences, 0.2, 0.4, storyboard.Appear{})
	b.Cues.Add("silences", beatEnd, 0.08, 0.24, storyboard.Vanish{})
	for i := range windows {
		w := &windows[i]
		b.Cues = append(b.Cues, storyboard.Cue{Layer: w.layer, Share: burn(i), Do: storyboard.Appear{}},
			storyboard.Cue{Layer: w.layer, Share: burn(i), Do: storyboard.Scale{About: w.slot, X: 0.3, Y: 0.3}})
		b.Parts = append(b.Parts, page.Question{Slot: w.slot, Ask: w.ask, Answer: w.unsaid, Sign: w.act, Ink: askInk, Replying: unsaidInk}.Part(w.layer))
	}
}

// names are the acts' signs on their seals, where the drawing has these.
func names() (all []storyboard.Part) {
	for _, key := range seals {
		all = append(all, storyboard.Lettering{Slot: key, Key: "act." + key, Face: typeset.Serif, Color: "molten-light", Size: 0.7, Optional: true}.Part("seals"))
	}
	return all
}

// The words stand in light, whatever the theme.
var askInk, unsaidInk = draw.RGB(0x1C1B1A), draw.RGB(0x8A3A24)

// turnPages is the slider over the windows, where the drawing has a place for it.
func turnPages(l *draw.List, v *stage.View, p *storyboard.Place) {
	r := p.Slot("pages")
	show := v.Span(beatSilences, 0.4, 0.7) * (1 - v.Span(beatEnd, 0, 0.1))
	if show <= 0 || r.Empty() {
		return
	}
	l.Push(geom.Identity(), show)
	chart.Pages(l, v, pagesID, "sources.more-silences", min(int(v.Inputs.Get(pagesID, 0)+0.5), most-1), most, r)
	l.Pop()
}

// ways are where what can be touched leads.
type ways struct{}

// Mean is what a layer means, with its target.
func (ways) Mean(_ stage.View, layer draw.ID, s draw.Sem) draw.Sem {
	if layer.Name == "ring" {
		s.Target = "cover/1"
	}
	for i := range windows {
		if windows[i].target != "" && layer == draw.ParseID(windows[i].layer) {
			s.Target = windows[i].target
		}
	}
	return s
}
