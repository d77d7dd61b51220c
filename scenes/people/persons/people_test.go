package persons

import (
	"math"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
)

type plain struct{}

func (plain) Name() string                    { return "plain" }
func (plain) Beats() []anim.Beat              { return []anim.Beat{{Name: "only", Move: 1}} }
func (plain) Draw(l *draw.List, _ stage.View) {}

func some(n int) (all []Person) {
	for i := range n {
		all = append(all, Person{At: geom.P(float64(i%10)*40, 100+20*float64(i/10)), Tall: 50, N: i})
	}
	return all
}

// Each of the people has a head: none is left out where figures are drawn as one.
func TestDressedDrawsEachOfThePeople(t *testing.T) {
	th := previewtest.Open(t, plain{}).Themes[0]
	for _, n := range []int{0, 1, 10, 95} {
		s := Dressed(th, some(n))
		skinned := 0
		for i := range s.Marks {
			if m := &s.Marks[i]; m.Paint.Color == clothes(th)[skin] {
				for _, v := range m.Path.Verbs {
					if v == geom.MoveTo {
						skinned++
					}
				}
			}
		}
		if skinned != n {
			t.Errorf("%d people, %d necks", n, skinned)
		}
	}
}

// Light may pass over the people anywhere: grey and lit have the same extent.
func TestHazyPeopleHaveTheOutlinesOfDressedOnes(t *testing.T) {
	th := previewtest.Open(t, plain{}).Themes[0]
	a, b := Dressed(th, some(60)).Bounds, Hazy(th, some(60)).Bounds
	if math.Abs(a.X-b.X)+math.Abs(a.Y-b.Y)+math.Abs(a.W-b.W)+math.Abs(a.H-b.H) > 4 {
		t.Errorf("lit they take %v, in the mist %v", a, b)
	}
}
