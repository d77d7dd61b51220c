package workbench_test

import (
	"bytes"
	"encoding/binary"
	"net/http"
	"strings"
	"testing"

	"lianhua/internal/workbench"
)

type cell struct {
	kind    byte
	tag     string
	content []byte
}

// cells are the parts of an answer, by their place in the query.
func cells(t *testing.T, h http.Handler, query string) map[int]cell {
	t.Helper()
	w := ask(h, "cells?"+query)
	if w.Code != http.StatusOK {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	all := map[int]cell{}
	for rest := w.Body.Bytes(); len(rest) > 0; {
		i, size := int(binary.BigEndian.Uint16(rest)), binary.BigEndian.Uint32(rest[19:])
		all[i] = cell{rest[2], strings.TrimSpace(string(rest[3:19])), rest[23 : 23+size]}
		rest = rest[23+size:]
	}
	return all
}

// The cells of one answer are the pictures that are asked for one by one; what somebody
// has is not sent again, and one that cannot be drawn leaves the others.
func TestCellsAreThePicturesThatDiffer(t *testing.T) {
	c := commit(t)
	c.take(t, false)
	const of = "scene=aluminium&beat=4&vision=deuteranopia"
	views := []struct{ form, lang, theme, width string }{
		{"laptop", "en", "day", "128"}, {"laptop", "en", "night", "128"}, {"phone", "zh", "night", "45"}, {"wall", "zh", "contrast", "142"}, {"laptop", "en", "day", "64"},
	}
	query := func(tags map[int]string) string {
		q := of
		for i, v := range views {
			q += "&cell=" + strings.Join([]string{v.form, v.lang, v.theme, v.width, tags[i]}, ",")
		}
		return q
	}
	first, tags, seen := cells(t, c, query(nil)), map[int]string{}, map[string]int{}
	for i, v := range views {
		one := ask(c, "picture.png?"+of+"&form="+v.form+"&lang="+v.lang+"&theme="+v.theme+"&width="+v.width)
		if got := first[i]; got.kind != workbench.CellPicture || !bytes.Equal(got.content, one.Body.Bytes()) {
			t.Errorf("cell %d is another picture than the one asked for alone", i)
		}
		tags[i] = first[i].tag
		if k, ok := seen[tags[i]]; ok || len(tags[i]) != 16 {
			t.Errorf("cells %d and %d have the tag %q", k, i, tags[i])
		}
		seen[tags[i]] = i
	}
	c.change(t, "assets/theme.toml", `molten       = "#F08A3C"`, `molten       = "#30C08A"`) // by day alone
	var err error
	if c.story, err = c.module.Story(); err != nil {
		t.Fatal(err)
	}
	c.take(t, false)
	then := cells(t, c, query(tags)+"&cell=watch,en,day,40,&cell=laptop,en")
	for i, v := range views {
		want := byte(workbench.CellSame)
		if v.theme == "day" {
			want = workbench.CellPicture
		}
		if got := then[i]; got.kind != want || (got.tag == tags[i]) != (want == workbench.CellSame) || (len(got.content) == 0) != (want == workbench.CellSame) {
			t.Errorf("cell %d in %s is told with %d, the tag %q after %q and %d bytes", i, v.theme, got.kind, got.tag, tags[i], len(got.content))
		}
	}
	for i, want := range map[int]string{5: "choose from phone, laptop", 6: "is not FORM,LANG,THEME,WIDTH,TAG"} {
		if got := then[i]; got.kind != workbench.CellRefused || !strings.Contains(string(got.content), want) {
			t.Errorf("cell %d is told with %d: %s", i, got.kind, got.content)
		}
	}
	if w := ask(c, "cells?"+of); w.Code != http.StatusBadRequest {
		t.Errorf("no cells are answered %d", w.Code)
	}
}
