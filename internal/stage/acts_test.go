package stage

import (
	"slices"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/story"
)

type part string

func (p part) Name() string            { return string(p) }
func (part) Beats() []anim.Beat        { return []anim.Beat{{Name: "only"}} }
func (part) Draw(_ *draw.List, _ View) {}

type divided struct{ part }

func (divided) Acts() []Act {
	return []Act{
		{Name: "one", Scenes: []Member{{"a", Big}, {"missing", Big}, {"b", Small}}},
		{Name: "two", Scenes: []Member{{"c", Medium}}},
	}
}

func TestScenesAreGatheredByAct(t *testing.T) {
	b, err := story.New(story.Records{})
	if err != nil {
		t.Fatal(err)
	}
	d := newDeck([]Scene{divided{"cover"}, part("a"), part("b"), part("c"), part("end")}, b)
	want := []Run{{"", 0, 1, "cover"}, {"one", 1, 3, "a"}, {"two", 3, 4, "c"}, {"", 4, 5, "end"}}
	if !slices.Equal(d.Runs, want) {
		t.Errorf("the runs are %v, want %v", d.Runs, want)
	}
	if s := d.Slots[2]; s.Act != "one" || s.Weight != Small {
		t.Errorf("b is of the act %q with the weight %d", s.Act, s.Weight)
	}
}
