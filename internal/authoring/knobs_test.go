package authoring_test

import (
	"fmt"
	"strings"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/authoring"
	"lianhua/internal/story"
)

var offered = map[string][]*story.Knob{"finance": {
	{Name: "coin", Unit: story.Times, Own: 1, Min: 0.5, Max: 2, Step: 0.1},
	{Name: "sparks", Unit: story.Motes, Own: 40, Min: 0, Max: 80, Step: 4},
	{Name: "fall", Unit: story.Ease, Own: float64(anim.QuadInCurve), Max: float64(anim.LastCurve), Step: 1},
}}

func TestKnobsAreReadForAllFormsAndForEach(t *testing.T) {
	project, problems := authoring.Load(assets(map[string]string{"knobs/finance.toml": "sparks = 44\ncoin = \"1.5\"\nfall = \"back-out\"\n\n[phone]\ncoin = 1.2\n"}))
	if problems = append(problems, project.Check(authoring.Against{Knobs: offered})...); len(problems) > 0 {
		t.Fatal(problems)
	}
	if got := fmt.Sprint(project.Bundle.Tunings("finance", "phone")); got != "[{coin 1.2} {coin 1.5} {fall 6} {sparks 44}]" {
		t.Errorf("on phones they are %s", got)
	}
}

func TestKnobsAreRefusedWithFileLineAndHint(t *testing.T) {
	for file, want := range map[string]string{
		"knobs/finance.toml|coin = 2.5\n":               "knobs/finance.toml:1: coin is 2.5, and goes from 0.5 to 2 times\n\thint: write coin = 1, its own value, or one of that range",
		"knobs/finance.toml|[phone]\nsparks = 41.5\n":   "knobs/finance.toml:2: sparks counts, and 41.5 is not whole\n\thint: write sparks = 42",
		"knobs/finance.toml|# here\ncoins = 1\n":        "knobs/finance.toml:2: the scene finance has no knob \"coins\"\n\thint: did you mean coin?",
		"knobs/finance.toml|[phones]\ncoin = 1\n":       "knobs/finance.toml:1: there is no form \"phones\"\n\thint: did you mean phone?",
		"knobs/finances.toml|coin = 1\n":                "knobs/finances.toml:1: there is no scene \"finances\"\n\thint: did you mean finance?",
		"knobs/finance.toml|coin = \"large\"\n":         "knobs/finance.toml:1: coin is neither a number nor the name of an ease: \"large\"\n\thint: write coin = 1.2, or an ease by its name: linear, quad-in, quad-out, cubic-out, cubic-in-out, sine-in-out, back-out",
		"knobs/finance.toml|\ncoin = \"linear\"\n":      "knobs/finance.toml:2: coin is measured in times, and no ease\n\thint: write coin = 1, its own value",
		"knobs/finance.toml|fall = 2\n":                 "knobs/finance.toml:1: fall is an ease, and written by its name\n\thint: write fall = \"quad-in\", its own value",
		"knobs/finance.toml|fall = \"cubic-inout\"\n":   "knobs/finance.toml:1: fall is neither a number nor the name of an ease: \"cubic-inout\"\n\thint: write fall = 1.2, or an ease by its name: linear, quad-in, quad-out, cubic-out, cubic-in-out, sine-in-out, back-out",
		"knobs/finance.toml|[phone.wide]\ncoin = 1.1\n": "knobs/finance.toml:1: wide is not a number\n\thint: write wide = 1.2",
	} {
		name, text, _ := strings.Cut(file, "|")
		project, problems := authoring.Load(assets(map[string]string{name: text}))
		problems = append(problems, project.Check(authoring.Against{Knobs: offered})...)
		if len(problems) != 1 || problems[0].String() != want {
			t.Errorf("%s is told as %v", file, problems)
		}
	}
}
