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
