package authoring_test

import (
	"fmt"
	"strings"
	"testing"

	"lianhua/internal/authoring"
	"lianhua/internal/overlap"
)

// What is remembered changes nothing of what is told: each reading tells what one without
// a memory does.
func TestAMemoryTellsWhatAReadingWithoutOneDoes(t *testing.T) {
	page := func(text string) string { d := overlap.Of(text); return string(d.Append(nil)) }
	one, other := page("河边的小镇一共有355家会唱歌的企业"), page("山里的小镇还有会跳舞的石头和会飞的桥")
	words := func(zh string) string { return "[title]\nzh = \"" + zh + "\"\nen = \"x {loan.firms}\"\n" }
	var m authoring.Memory
	for i, files := range []map[string]string{
		{"page.digest": one, "copy/finance.toml": words("一共有{loan.firms}会唱歌的")},
		{"page.digest": one, "copy/finance.toml": words("一共有{loan.firms}会唱歌的")},
		{"page.digest": other, "copy/finance.toml": words("一共有{loan.firms}会唱歌的")},
		{"page.digest": other, "copy/finance.toml": words("目前有{loan.firms}还有会跳舞的石头和会飞的桥")},
		{"page.digest": other, "copy/finance.toml": words("目前有{loan.firms}还有会跳舞的石头和会飞的桥")},
		{"page.digest": one, "copy/finance.toml": words("有{loan.firms}")},
	} {
		_, fresh := authoring.Load(assets(files))
		_, again := m.Load(assets(files))
		if a, b := fmt.Sprint(fresh), fmt.Sprint(again); a != b {
			t.Errorf("reading %d tells\n%s\nand not\n%s", i+1, b, a)
		}
		if wrong := i < 2 || i == 3 || i == 4; wrong != (strings.Contains(fmt.Sprint(fresh), "copy/finance.toml")) {
			t.Errorf("reading %d tells %v", i+1, fresh)
		}
	}
}

// Words are read again where the figures that they show are others, and not where another
// file is; what is wrong with them is told each time.
func TestWordsFollowTheirFigures(t *testing.T) {
	var m authoring.Memory
	for i, files := range []map[string]string{
		nil,
		{"timing.toml": "[finance.all]\nduration = \"4.0\"\n"},
		{"figures.toml": strings.ReplaceAll(figures, "loan.total", "loan.sum")}, // the words name one that is gone
		{"figures.toml": strings.ReplaceAll(figures, "loan.total", "loan.sum"), "timing.toml": "[finance.all]\nduration = \"4.0\"\n"},
		nil,
		{"copy/more.toml": "[title]\nzh = \"甲\"\nen = \"a\"\n"},
		nil,
	} {
		project, fresh := authoring.Load(assets(files))
		recalled, again := m.Load(assets(files))
		if a, b := fmt.Sprint(fresh), fmt.Sprint(again); a != b {
			t.Errorf("reading %d tells\n%s\nand not\n%s", i+1, b, a)
		}
		if a, b := fmt.Sprint(project.Texts), fmt.Sprint(recalled.Texts); a != b {
			t.Errorf("reading %d has the words\n%s\nand not\n%s", i+1, b, a)
		}
		if wrong := i == 2 || i == 3; wrong != (authoring.Errors(fresh) > 0) {
			t.Errorf("reading %d tells %v", i+1, fresh)
		}
	}
}

// Who compiles what somebody has just checked gets the same project, and another where
// anything is another.
func TestTheSameStoryIsReadOnce(t *testing.T) {
	var m authoring.Memory
	first, _ := m.Load(assets(nil))
	if again, _ := m.Load(assets(nil)); again != first {
		t.Error("the same files are read again")
	}
	for name, text := range map[string]string{
		"theme.toml":     theme + "\n",
		"copy/more.toml": "[title]\nzh = \"甲\"\nen = \"a\"\n",
		"timing.toml":    "",
	} {
		if other, _ := m.Load(assets(map[string]string{name: text})); other == first {
			t.Errorf("with another %s the story is not read again", name)
		}
		if first, _ = m.Load(assets(nil)); first.Bundle == nil {
			t.Fatal("the story has no bundle")
		}
	}
}
