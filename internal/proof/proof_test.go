package proof_test

import (
	"math"
	"strings"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/proof"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// act is a scene of two beats that does something in its second.
type act func(l *draw.List, v *stage.View)

func (act) Name() string { return "act" }
func (act) Beats() []anim.Beat {
	return []anim.Beat{{Name: "rest", Move: 1}, {Name: "move", Move: 1}}
}

func (a act) Draw(l *draw.List, v stage.View) {
	if v.Beat("move") > 0 {
		a(l, &v)
	}
}

func TestWhatCannotBeDrawnIsFound(t *testing.T) {
	for want, a := range map[string]act{
		"index out of range": func(l *draw.List, v *stage.View) {
			if v.Layout().Form == stage.Kiosk && v.Story.Lang == story.EN {
				var none []int
				_ = none[len(l.Marks)]
			}
		},
		"stands twice": func(l *draw.List, v *stage.View) {
			for range 2 {
				l.Circle(draw.Name("dot"), geom.P(0, 0), 1, draw.Ink(v.Theme.Ink), draw.Decor())
			}
		},
		"not finite": func(l *draw.List, v *stage.View) {
			l.Circle(draw.Name("dot"), geom.P(math.NaN(), 0), 1, draw.Ink(v.Theme.Ink), draw.Decor())
		},
		"lacks ⟨act.words⟩": func(l *draw.List, v *stage.View) {
			l.Text(draw.Name("words"), v.Set.Line(v.Words("act.words"), typeset.Style{Size: 12}), geom.P(0, 20), draw.Ink(v.Theme.Ink), draw.Sem{})
		},
		"lacks ⟨act.label⟩, which is read out for door": func(l *draw.List, v *stage.View) {
			l.Circle(draw.Name("door"), geom.P(9, 9), 1, draw.Ink(v.Theme.Ink), draw.Sem{Role: draw.RoleButton, Label: v.Words("act.label")})
		},
		"lacks ⟨act.detail⟩, which is read out for door": func(l *draw.List, v *stage.View) {
			l.Circle(draw.Name("door"), geom.P(9, 9), 1, draw.Ink(v.Theme.Ink), draw.Sem{Role: draw.RoleButton, Detail: v.Words("act.detail")})
		},
		"lacks ⟨act.count⟩": func(l *draw.List, v *stage.View) {
			chart.Figure(l, v, draw.Name("figure"), "act.count", chart.NumberStyle{Size: 30}, geom.P(0, 40))
		},
	} {
		f := proof.Scene(previewtest.Open(t, a), 0)
		if f == nil || f.Beat != "move" || !strings.Contains(f.Error(), want) {
			t.Errorf("%s: %v", want, f)
		}
	}
	if f := proof.Faults(previewtest.Open(t, act(func(*draw.List, *stage.View) {}))); f != nil {
		t.Errorf("a good scene has the faults %v", f)
	}
}
