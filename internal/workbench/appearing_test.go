package workbench_test

import (
	"slices"
	"testing"
)

// Where words appear is found in the pictures: at rest, on cards, and what is read out.
func TestWordsAreFoundWhereTheyAppear(t *testing.T) {
	b := open(t)
	type place struct {
		Beat           int
		Forms          []string
		Mark           string
		Picked, Spoken bool
	}
	all := []string{"phone", "laptop", "kiosk", "wall"}
	ask := func(scene string) map[string][]place {
		return asked[struct{ Places map[string][]place }](t, ask(b, "appearing.json?scene="+scene)).Places
	}
	people := ask("people")
	for key, want := range map[string][]place{
		"people.title-hinge": {{Beat: 3, Forms: all, Mark: "then/line.1"}},                         // set in several lines
		"people.apart":       {{Beat: 2, Forms: []string{"laptop", "wall"}, Mark: "apart/line.1"}}, // not in every form
		"people.crowd-card":  {{Beat: 1, Forms: all, Mark: "crowd", Picked: true}},                 // on a card
		"people.beat.step":   {{Beat: 2, Forms: all, Spoken: true}},                                // what a picture shows, in words
		"people.crowd":       {{Beat: 1, Forms: all, Mark: "crowd", Picked: true}},                 // read out, and on its card
	} {
		if got := people[key]; !slices.EqualFunc(got, want, func(a, b place) bool {
			return a.Beat == b.Beat && a.Mark == b.Mark && a.Picked == b.Picked && a.Spoken == b.Spoken && slices.Equal(a.Forms, b.Forms)
		}) {
			t.Errorf("%s is at %+v, want %+v", key, got, want)
		}
	}
	for key, places := range ask("hydrogen") {
		if places[0].Spoken {
			continue
		}
		if slices.ContainsFunc(places, func(p place) bool { return p.Spoken }) {
			t.Errorf("%s is seen, and told to be read out", key)
		}
	}
}
