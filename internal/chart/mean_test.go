package chart_test

import (
	"math"
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
)

// A column is as high as its value, the line lies at the mean, and no number is written.
func TestColumnsStandUnderTheirMean(t *testing.T) {
	v := view(t, story.EN)
	key := "inspection.house-a"
	m := chart.Mean{
		Box: geom.R(100, 100, 300, 200), Names: geom.R(100, 305, 300, 20), Full: 100, Small: 12,
		Keys: []string{key, key, key}, Values: []float64{100, 50, 0}, Mean: 50,
	}
	l := picture(v)
	m.Draw(l, v, draw.Name("mean"))
	for i, want := range []float64{200, 100, 0} {
		if b := l.Bounds(l.Find(draw.Nth("bar", i+1))); b.H != want || math.Abs(b.Bottom()-300) > 1e-9 {
			t.Errorf("the column %d stands in %v", i+1, b)
		}
	}
	if line := l.Bounds(l.Find(draw.Name("mean"))); math.Abs(line.Center().Y-200) > 1e-9 || line.W <= 300 {
		t.Errorf("the mean lies in %v", line)
	}
	for i := range l.Marks {
		if l.Marks[i].Sem.Digits != draw.DigitsNone {
			t.Errorf("%v writes a number", l.Marks[i].ID)
		}
	}
	m.Full = 0
	l = picture(v)
	m.Draw(l, v, draw.Name("mean"))
	if l.Find(draw.Name("mean")) >= 0 {
		t.Error("columns of nothing are drawn")
	}
}
