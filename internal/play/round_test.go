package play

import (
	"slices"
	"testing"

	"lianhua/internal/story"
)

// played is where a hall is at the end of each beat, until it has been at so many.
func played(t *testing.T, p *player, beats int) (all []string) {
	t.Helper()
	for range 100_000 {
		before := p.resting
		p.pass(1.0/30, 30)
		if p.resting && !before {
			at := Link{Scene: p.SceneName(), Beat: p.Beat() + 1, Lang: p.Lang().String()}
			if all = append(all, at.String()); len(all) == beats {
				return all
			}
		}
	}
	t.Fatalf("it is at %s after %v", p.Link(), all)
	return nil
}

// With nobody there the chosen beats are played, whole, in their order and in each look; a
// visitor has all of the story.
func TestAHallPlaysChosenBeats(t *testing.T) {
	h := &Hall{
		Quiet: minute, Looks: []Look{{Lang: story.ZH}, {Lang: story.EN}},
		Round: []Place{{"third", 2}, {"nowhere", 1}, {"second", 0}, {"third", 9}, {"third", 3}, {"third", 1}},
	}
	p := newPlayer(t, Options{Playing: true, Hall: h})
	want := []string{
		"#first/1?lang=zh", "#third/2?lang=zh", "#second/1?lang=zh", "#second/2?lang=zh", "#third/3?lang=zh", "#third/1?lang=zh",
		"#third/2?lang=en", "#second/1?lang=en", "#second/2?lang=en", "#third/3?lang=en", "#third/1?lang=en",
		"#third/2?lang=zh",
	}
	if got := played(t, p, len(want)); !slices.Equal(got, want) {
		t.Errorf("it plays %q,\nwant %q", got, want)
	}
	p.GoTo(0, 0)
	p.SetPlaying(true)
	if got, want := played(t, p, 4), []string{"#first/1?lang=zh", "#first/2?lang=zh", "#first/3?lang=zh", "#second/1?lang=zh"}; !slices.Equal(got, want) {
		t.Errorf("a visitor sees %q, want %q", got, want)
	}
}

// A beat that is the only one is played again and again, and fades in between.
func TestAHallPlaysOneBeat(t *testing.T) {
	p := newPlayer(t, Options{Playing: true, Hall: &Hall{Round: []Place{{"third", 2}}, Looks: []Look{{Lang: story.ZH}, {Lang: story.EN}}}})
	if got, want := played(t, p, 4), []string{"#first/1?lang=zh", "#third/2?lang=zh", "#third/2?lang=en", "#third/2?lang=zh"}; !slices.Equal(got, want) {
		t.Errorf("it plays %q, want %q", got, want)
	}
	p.SetHall(Hall{Round: []Place{{"nowhere", 1}}})
	if got, want := played(t, p, 2), []string{"#third/3?lang=zh", "#first/1?lang=zh"}; !slices.Equal(got, want) {
		t.Errorf("where the story has none of them it plays %q, want %q", got, want)
	}
}
