package month_test

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes/inspection/month"
)

var rim = month.Days{N: 30, Inner: geom.RectAround(geom.P(500, 300), 600, 400), Outer: geom.RectAround(geom.P(500, 300), 700, 460)}

func TestDaysGoRoundFromTheTop(t *testing.T) {
	for day, want := range map[float64]geom.Pt{0: {X: 500, Y: 70}, 7.5: {X: 850, Y: 300}, 15: {X: 500, Y: 530}, 22.5: {X: 150, Y: 300}, 30: {X: 500, Y: 70}} {
		if got := rim.On(day, 1); got.Dist(want) > 1e-9 {
			t.Errorf("day %v lies at %v, want %v", day, got, want)
		}
	}
	if got := rim.On(0, 0); got.Dist(geom.P(500, 100)) > 1e-9 {
		t.Errorf("within the band the month begins at %v", got)
	}
}

// A span covers its days and no others, and lines part those that have gone by.
func TestASpanCoversItsDays(t *testing.T) {
	var l draw.List
	rim.Span(&l, draw.Name("span"), 5, 25, 1, draw.RGB(0x1E8A93), draw.RGB(0x0E5A63))
	rim.Span(&l, draw.Name("none"), 25, 25, 1, draw.RGB(0x1E8A93), draw.RGB(0x0E5A63))
	rim.Lines(&l, draw.Name("gone"), 25, 1, draw.RGB(0xFFFFFF))
	span := l.Marks[l.Find(draw.Name("span"))].Path
	for day := range 30 {
		if got, want := span.Contains(rim.On(float64(day)+0.5, 0.5)), day >= 5 && day < 25; got != want {
			t.Errorf("day %d is covered: %v", day, got)
		}
	}
	if l.Find(draw.Name("none")) >= 0 {
		t.Error("a span of no days is drawn")
	}
	if n := previewtest.Contours(l.Marks[l.Find(draw.Name("gone"))].Path); n != 24 {
		t.Errorf("%d lines part 25 days", n)
	}
}

// The bead lies on the band, at its day, and not above the day before or after.
func TestTheBeadLiesOnItsDay(t *testing.T) {
	for _, day := range []float64{0, 5, 17.5, 25} {
		var l draw.List
		rim.Bead(&l, draw.Name("bead"), day, 9)
		b := l.Bounds(l.Find(draw.Name("bead")))
		if far := b.Center().Dist(rim.On(day, 0.5)); far > 9 || b.W != 18 {
			t.Errorf("on day %v a bead of %v lies %v off", day, b.W, far)
		}
	}
}

// flagged is a scene that draws one flag on the month.
type flagged struct{ unfurled *float64 }

func (flagged) Name() string       { return "flagged" }
func (flagged) Beats() []anim.Beat { return []anim.Beat{{Name: "only", Move: 1}} }
func (f flagged) Draw(l *draw.List, v stage.View) {
	rim.Flag(l, &v, draw.Nth("flag", 1), 15, "pole", "done-flag", *f.unfurled)
}

// A flag stands on its day, and its cloth is as wide as it is drawn once it has unfurled.
func TestAFlagUnfurlsOnItsDay(t *testing.T) {
	unfurled := 0.0
	s := previewtest.Open(t, flagged{&unfurled})
	if err := s.SetArt(0, previewtest.Drawings(t, "inspection")); err != nil {
		t.Fatal(err)
	}
	wide := map[float64]float64{}
	for _, unfurled = range []float64{0, 1} {
		l := previewtest.Settled(t, s, 0, story.ZH, geom.R(0, 0, 1440, 900))
		pole, cloth := l.Find(draw.Nth("flag", 1).Sub("pole")), l.Find(draw.Nth("flag", 1).Sub("cloth"))
		if pole < 0 || cloth < 0 {
			t.Fatal("there is no flag")
		}
		if at := l.Marks[pole].M.At(geom.Pt{}); at.Dist(rim.On(15, 0.5)) > 1e-9 {
			t.Errorf("it stands at %v", at)
		}
		wide[unfurled] = l.Marks[cloth].M.A
	}
	if wide[1] != 1 || wide[0] <= 0 || wide[0] > 0.3 {
		t.Errorf("its cloth is seen from %v to %v", wide[0], wide[1])
	}
}
