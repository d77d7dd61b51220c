package stage_test

import (
	"fmt"
	"testing"

	"lianhua/assets"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func ExampleCite() {
	b, err := story.Decode(assets.Story)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lang := range story.Langs() {
		s := b.In(lang)
		fmt.Println(stage.Cite(s, []string{"J06", "J07", "J08"}))
		fmt.Println(stage.Cite(s, []string{"V08", "V09", "V11", "V13"}))
	}
	// Output:
	// 出处：九龙坡·产业，第2–4段（2022）
	// 出处：江津·重点任务，第2–3段；示范带动，第1、3段（2022）
	// Source: Jiulongpo, industry, paragraphs 2–4 (2022)
	// Source: Jiangjin, main tasks, paragraphs 2–3; leading by example, paragraphs 1, 3 (2022)
}

func TestCiteLeavesOutWhatThePageLacks(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	s := b.In(story.EN)
	if got := stage.Cite(s, []string{"X99"}); got != "" {
		t.Errorf("an unknown paragraph is cited: %q", got)
	}
	if got := stage.Cite(s, nil); got != "" {
		t.Errorf("nothing is cited as %q", got)
	}
	if got, want := stage.Cite(s, []string{"J03", "J10"}), "Source: Jiulongpo, industry, paragraph 6 (2022)"; got != want {
		t.Errorf("a heading beside a paragraph: %q, want %q", got, want)
	}
}
