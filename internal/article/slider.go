package article

import (
	"strconv"
	"strings"

	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// touchedAt is where a mark answers: a slider by its handle, where it has one or where
// little of its extent answers.
func touchedAt(l *draw.List, n *dom.Node) geom.Rect {
	if n.Role != draw.RoleSlider {
		return n.Bounds
	}
	if k := l.Find(n.ID.Sub("touch")); k >= 0 {
		return l.Bounds(k)
	}
	const points = 8
	hits := 0
	for k := range points * points {
		at := n.Bounds.At((float64(k%points)+0.5)/points, (float64(k/points)+0.5)/points)
		if h := l.HitIndex(at); h >= 0 && l.Marks[h].ID == n.ID {
			hits++
		}
	}
	k := l.Find(n.ID.Sub("track"))
	if hits > points*points*3/4 || k < 0 || l.Marks[k].Path == nil || n.Max <= n.Min {
		return n.Bounds
	}
	m := &l.Marks[k]
	at, _ := m.Path.At(m.Path.Length() * (n.Now - n.Min) / (n.Max - n.Min))
	return geom.RectAround(m.M.At(at), draw.MinTouch, draw.MinTouch)
}

// says is what a slider reads from a value on.
type says struct {
	from  float64
	words string
}

// saysAlong is what a slider reads at each of its values, found between those that read
// differently.
func (a *Article) saysAlong(scene int, s *dom.Node) []says {
	at := func(v float64) string {
		tree := new(dom.Tree)
		tree.Build(a.touched(scene, reading(), func(view *stage.View) { view.Inputs = view.Inputs.With(s.ID, v) }))
		for i := range tree.Nodes {
			if n := &tree.Nodes[i]; n.ID == s.ID {
				return n.Value
			}
		}
		return ""
	}
	first := says{s.Min, at(s.Min)}
	all := []says{first}
	// between finds where the reading changes in the steps from one to another.
	var between func(from, to says, steps int)
	between = func(from, to says, steps int) {
		if steps < 2 {
			if from.words != to.words {
				all = append(all, to)
			}
			return
		}
		half := says{from: from.from + float64(steps/2)*s.Step}
		half.words = at(half.from)
		if steps <= longestRun && from.words == half.words && half.words == to.words {
			return
		}
		between(from, half, steps/2)
		between(half, to, steps-steps/2)
	}
	if s.Step > 0 {
		between(first, says{s.Max, at(s.Max)}, int((s.Max-s.Min)/s.Step+0.5))
	}
	return all
}

// longestRun is among how many steps a reading that is the same at both ends and in the
// middle counts as the same.
const longestRun = 24

// meanOf is what a scene calls the mean of its sliders, where a text in its picture
// tells that and nothing else: a rule that a page can follow without the picture.
// Empty: the sliders are worked with the picture only.
func (a *Article) meanOf(scene int) string {
	read := func(set stage.Inputs) *dom.Tree {
		tree := new(dom.Tree)
		tree.Build(a.touched(scene, reading(), func(v *stage.View) { v.Inputs = set }))
		return tree
	}
	tree := read(stage.Inputs{})
	var sliders []dom.Node
	for _, n := range tree.Nodes {
		if n.Role == draw.RoleSlider {
			sliders = append(sliders, n)
		}
	}
	if len(sliders) < 2 {
		return ""
	}
	// Each at a value of its own, so that no other rule has the same outcome.
	var set stage.Inputs
	sum := 0.0
	for i, s := range sliders {
		v := s.Max - float64(i*i+i+2)
		if s.Step != 1 || s.Min != 0 || v < s.Min {
			return ""
		}
		set = set.With(s.ID, v)
		sum += v
	}
	mean := strconv.FormatFloat(sum/float64(len(sliders)), 'f', 1, 64)
	for _, n := range read(set).Nodes {
		if label, ok := strings.CutSuffix(n.Text, mean); ok && n.Role == draw.RoleText && label != "" {
			return strings.TrimSpace(label)
		}
	}
	return ""
}
