package authoring_test

import (
	"strings"
	"testing"

	"lianhua/internal/authoring"
)

func TestCorrectionsAreHeldToTheFigures(t *testing.T) {
	sound := `[2026-11-29."loan.firms"]
old = "353"
new = "354"
zh = "初稿有误"
en = "The first draft was wrong"

[2026-11-30."loan.firms"]
old = "354"
new = "355"
zh = "原文更正"
en = "The page was corrected"
`
	for _, c := range []struct{ name, old, new, want string }{
		{"sound", "", "", ""},
		{"no day", "2026-11-30", "yesterday", `corrections.toml:7: bad day "yesterday"`},
		{"no such day", "2026-11-30", "2026-13-30", `corrections.toml:7: bad day "2026-13-30"`},
		{"an unknown figure", `11-30."loan.firms"`, `11-30."loan.banks"`, `corrections.toml:7: the unknown figure "loan.banks" was corrected`},
		{"another value", `new = "355"`, `new = "356"`, "corrections.toml:9: loan.firms was last corrected to 356, and is 355"},
		{"no number", `old = "354"`, `old = "some"`, `corrections.toml:8: old is no decimal: "some"`},
		{"no reason", "zh = \"原文更正\"\n", "", "corrections.toml:7: missing zh"},
		{"an empty reason", "The page was corrected", " ", "corrections.toml:11: en is empty"},
		{"an unknown key", "old = \"354\"", "was = \"354\"", `corrections.toml:8: unknown key "was"`},
	} {
		text := sound
		if c.old != "" {
			i := strings.LastIndex(text, c.old)
			text = text[:i] + c.new + text[i+len(c.old):]
		}
		_, problems := authoring.Load(assets(map[string]string{"corrections.toml": text}))
		var got []string
		for _, p := range problems {
			got = append(got, p.String())
		}
		all := strings.Join(got, "\n")
		if c.want == "" && all != "" || !strings.Contains(all, c.want) {
			t.Errorf("%s: got %s, want %s", c.name, all, c.want)
		}
	}
}
