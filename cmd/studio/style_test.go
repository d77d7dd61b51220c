package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What browsers of the last years had to learn, and what older ones are given in
// its place: a unit of the window that stands alone drops its whole declaration,
// a selector that is not known its whole rule.
var (
	newUnit   = regexp.MustCompile(`\d(?:[sld]v(?:h|w|min|max|b|i)|r?lh|cq\w+)\b`)
	newPseudo = regexp.MustCompile(`:has\(|:popover-open|:open\b|@container|:user-`)
	comment   = regexp.MustCompile(`(?s)/\*.*?\*/`)
	innermost = regexp.MustCompile(`([^{};]+)\{([^{}]*)\}`)
	asked     = regexp.MustCompile(`(?s)@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}`)
)

func TestStylesAskBeforeTheyRely(t *testing.T) {
	for _, pattern := range []string{"../../web/*.css", "../../web/*/*.css"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, wrong := range unasked(string(data)) {
				t.Errorf("%s: %s", filepath.Base(file), wrong)
			}
		}
	}
}

// unasked lists what a style sheet relies on without another way.
func unasked(sheet string) (wrong []string) {
	sheet = asked.ReplaceAllString(comment.ReplaceAllString(sheet, ""), "")
	for _, rule := range innermost.FindAllStringSubmatch(sheet, -1) {
		selector := strings.TrimSpace(rule[1])
		if newPseudo.MatchString(selector) && strings.Contains(selector, ",") && !strings.HasPrefix(selector, "@") {
			wrong = append(wrong, "a browser that does not know a part of "+selector+" drops all of it")
		}
		known := map[string]bool{} // properties that have had an older value
		for _, declaration := range strings.Split(rule[2], ";") {
			name, value, _ := strings.Cut(declaration, ":")
			name = strings.TrimSpace(name)
			switch {
			case !newUnit.MatchString(value):
				known[name] = true
			case strings.HasPrefix(name, "--"):
				wrong = append(wrong, name+" of "+selector+" has no second value: ask with @supports")
			case !known[name]:
				wrong = append(wrong, name+" of "+selector+" has no older value before "+strings.TrimSpace(value))
			}
		}
	}
	return wrong
}

func TestUnaskedStylesAreFound(t *testing.T) {
	for sheet, want := range map[string]int{
		"a { height: 100svh; }":                                             1,
		"a { height: 100vh; height: 100svh; }":                              0,
		"a { height: 100svh; height: 100vh; }":                              1,
		":root { --h: 1vh; --h: 1svh; }":                                    1,
		":root { --h: 1vh; } @supports (height: 1svh) { a { --h: 1svh; } }": 0,
		"@media screen { a { max-height: calc(100dvh - 1px) } }":            1,
		"a:focus, b:has(c) { color: red; }":                                 1,
		"b:has(c) { color: red; } /* 100svh; */":                            0,
		"a { min-height: 2lh; }":                                            1,
	} {
		if got := unasked(sheet); len(got) != want {
			t.Errorf("%s: %q", sheet, got)
		}
	}
}
