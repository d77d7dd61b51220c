package storyboard

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

func TestACueIsAddedAsItWouldBeWritten(t *testing.T) {
	var all Cues
	all.Add("sun", "dawn", 0.1, 0.4, Appear{})
	all.Add("moon", "dusk", 0, 1, Vanish{}).Ease = anim.Linear
	if c := all[0]; len(all) != 2 || c.Layer != "sun" || c.Beat != "dawn" || c.From != 0.1 || c.To != 0.4 || c.Do != (Appear{}) || c.Ease != nil {
		t.Errorf("%+v", all)
	}
	if c := all[1]; c.Layer != "moon" || c.Ease == nil {
		t.Errorf("what is said of a cue afterwards is lost: %+v", c)
	}
}

func TestACardIsNamedAfterItsLayerAndWords(t *testing.T) {
	want := Card{Layer: "book", Title: "finance.loan", Text: "finance.loan-card", Paragraph: "J29", Slot: "card-book"}
	if got := CardOf("book", "finance.loan", "J29"); got != want {
		t.Errorf("%+v", got)
	}
}

func TestALineShinesAsFarAsItIsPointedAt(t *testing.T) {
	id, at := draw.Name("room"), Spot{Path: new(geom.Path).Move(0, 0).Line(9, 0), Scale: 2}
	shown := func(v stage.View, at Spot) (all []draw.Mark) {
		var l draw.List
		Shine(&l, &v, id, at, 3, draw.RGB(0xFFFFFF))
		return l.Marks
	}
	hovered := stage.View{Hover: stage.Touch{ID: id}, Clock: 9}
	if got := shown(hovered, at); len(got) != 1 || got[0].Pen.Width != 1.5 {
		t.Errorf("pointed at: %+v", got)
	}
	if got := shown(stage.View{}, at); len(got) != 0 {
		t.Errorf("left alone: %+v", got)
	}
	if got := shown(hovered, Spot{Scale: 2}); len(got) != 0 {
		t.Errorf("without a line: %+v", got)
	}
}

func TestWhatIsEmptyIsNotPainted(t *testing.T) {
	var l draw.List
	Paint(&l, draw.Name("none"), new(geom.Path), geom.Pen{Width: 1}, draw.RGB(0))
	Paint(&l, draw.Name("line"), new(geom.Path).Move(0, 0).Line(1, 1), geom.Pen{Width: 1}, draw.RGB(0))
	Paint(&l, draw.Name("face"), new(geom.Path).Polygon(geom.P(0, 0), geom.P(1, 0), geom.P(0, 1)), geom.Pen{}, draw.RGB(0))
	if len(l.Marks) != 2 || l.Marks[0].Pen.Width != 1 || l.Marks[1].Pen.Width != 0 {
		t.Errorf("%+v", l.Marks)
	}
}
