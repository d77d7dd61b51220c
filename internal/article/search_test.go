package article

import (
	"strings"
	"testing"

	"lianhua/internal/story"
)

// TestTheTableKnowsItsTraditionalSigns holds the list to its form, and the page to
// no more of it than its words need.
func TestTheTableKnowsItsTraditionalSigns(t *testing.T) {
	seen := map[rune]bool{}
	for line := range strings.Lines(traditional) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for pair := range strings.FieldsSeq(line) {
			signs := []rune(pair)
			if len(signs) != 2 || signs[0] == signs[1] || seen[signs[0]] || signs[0] > 0xffff || signs[1] > 0xffff {
				t.Errorf("%q is no pair of a traditional and a simplified sign, or is there twice", pair)
				continue
			}
			seen[signs[0]] = true
		}
	}
	if len(seen) < 2500 {
		t.Errorf("the list has %d signs", len(seen))
	}
	for _, lang := range story.Langs() {
		a, _, err := article(lang)
		if err != nil {
			t.Fatal(err)
		}
		signs := a.traditionalSigns()
		for _, pair := range []string{"龍龙", "慶庆", "萬万"} {
			if strings.Count(signs, pair) != 1 {
				t.Errorf("%v: %s is %d times among %s", lang, pair, strings.Count(signs, pair), signs)
			}
		}
		if has := strings.Contains(signs, "鋁铝") && strings.Contains(signs, "氫氢"); has != (lang == story.ZH) || strings.Contains(signs, "鵝鹅") {
			t.Errorf("%v: the page has %s", lang, signs)
		}
	}
}
