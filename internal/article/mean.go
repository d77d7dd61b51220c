package article

import (
	"strconv"
	"strings"

	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

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
