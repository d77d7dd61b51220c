package story_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"lianhua/internal/story"
)

// What a figure was is written as the figure is, and a story without corrections ends
// where it did before there were any.
func TestCorrectionsAreWrittenAsFiguresAre(t *testing.T) {
	r := records()
	before := story.Encode(bundle(t))
	r.Corrections = []story.CorrectionRecord{
		{Day: "2026-11-29", Figure: "loan.average", Old: number("170"), OldEN: number("1700000"), New: number("171"), NewEN: number("1710000"), Why: story.Both{ZH: "初稿有误", EN: "The draft was wrong."}},
		{Day: "2026-11-30", Figure: "target", Old: number("12000"), OldEN: number("12000"), New: number("10000"), NewEN: number("10000"), Why: story.Both{ZH: "原文更正", EN: "The page was corrected."}},
	}
	b, err := story.New(r)
	if err != nil {
		t.Fatal(err)
	}
	data := story.Encode(b)
	if b, err = story.Decode(data); err != nil {
		t.Fatal(err)
	}
	if len(data) <= len(before) || string(story.Encode(b)) != string(data) {
		t.Error("corrections do not come back as they went")
	}
	// A player that knows of none shows what has none, and says of the other that it is of
	// a newer version.
	if a, b := story.FormatOf(before), story.FormatOf(data); a != story.OldestFormat || b != story.Format {
		t.Errorf("a story is of format %d without corrections, %d with them", a, b)
	}
	for name, bad := range map[string][]byte{"corrections in a story that has none": data, "none in a story that has some": before} {
		bad = bytes.Clone(bad)
		bad[len("LIANHUA\n")] ^= story.OldestFormat ^ story.Format
		if _, err := story.Decode(bad); !errors.Is(err, story.ErrCorrupt) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for lang, want := range map[story.Lang]string{
		story.ZH: "2026-11-30 target 12,000家 1万家 原文更正; 2026-11-29 loan.average 约170万元/家 约171万元/家 初稿有误; ",
		story.EN: "2026-11-30 target 12,000 firms 10,000 firms The page was corrected.; 2026-11-29 loan.average about 1,700,000 yuan per firm about 1,710,000 yuan per firm The draft was wrong.; ",
	} {
		got := ""
		for _, c := range b.In(lang).Corrections() {
			got += fmt.Sprintln(c.Day, c.Figure.ID, c.Old, c.New, c.Why)
		}
		if got = strings.ReplaceAll(got, "\n", "; "); got != want {
			t.Errorf("%v: %s", lang, got)
		}
	}
	r.Corrections[0].Figure = "nobody"
	if _, err := story.New(r); err == nil {
		t.Error("an unknown figure was corrected")
	}
}
