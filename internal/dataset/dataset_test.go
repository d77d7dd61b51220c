package dataset

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"lianhua/assets"
	"lianhua/internal/decimal"
	"lianhua/internal/story"
)

func library(t *testing.T, site Site) (*Library, *story.Bundle) {
	t.Helper()
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	return New(b, []Scene{
		{"cover", story.Both{ZH: "封面", EN: "Cover"}, nil},
		{"aluminium", story.Both{ZH: "铝", EN: "Aluminium"}, []string{"aluminium.lines", "aluminium.firms", "page.year"}},
		{"cleanup", story.Both{ZH: "扫除", EN: "Clean-up"}, []string{"cleanup.sweepers", "page.year"}},
	}, site), b
}

// read gives the rows of a table by id, each by its columns' names.
func read(t *testing.T, table []byte) map[string]map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(table, []byte(mark)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for _, row := range rows[1:] {
		r := map[string]string{}
		for k, cell := range row {
			r[rows[0][k]] = cell
		}
		out[r["id"]] = r
	}
	return out
}

// A correction stands in the files of the tables that have its figure, and in the package
// as a table of its own; where there was none, nothing tells of any.
func TestFilesTellOfCorrections(t *testing.T) {
	lib, b := library(t, Site{})
	// opened is a file of a package; empty where there is none.
	opened := func(content []byte, name string) []byte {
		t.Helper()
		z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatal(err)
		}
		f, err := z.Open(name)
		if err != nil {
			return nil
		}
		all, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	readmes := func(content []byte) (n int) {
		t.Helper()
		for _, name := range []string{"README.md", "README.zh-CN.md"} {
			text := opened(content, name)
			if !bytes.Contains(text, []byte("| `datapackage.json` |")) {
				t.Errorf("%s names no files: %s", name, text)
			}
			n += bytes.Count(text, []byte("| `corrections.csv` |"))
		}
		return n
	}
	none, err := lib.Package(nil)
	if err != nil || opened(none, "corrections.csv") != nil || readmes(none) != 0 {
		t.Errorf("without any, the package tells of corrections: %v", err)
	}
	r := b.Records()
	now := r.Figures[slices.IndexFunc(r.Figures, func(f story.FigureRecord) bool { return f.ID == "aluminium.lines" })].Value
	was := decimal.FromInt(66)
	r.Corrections = []story.CorrectionRecord{{Day: "2026-11-30", Figure: "aluminium.lines", Old: was, OldEN: was, New: now, NewEN: now, Why: story.Both{ZH: "原文更正", EN: "The page was corrected."}}}
	if b, err = story.New(r); err != nil {
		t.Fatal(err)
	}
	lib = New(b, lib.scenes, Site{})
	for _, table := range append(lib.Scenes(), lib.All()) {
		content, err := lib.JSON(table)
		if err != nil {
			t.Fatal(err)
		}
		if has := bytes.Contains(content, []byte(`"old_text_en": "66 smart lines"`)); has != (table.Name != "cleanup") {
			t.Errorf("%s: tells of the correction: %v", table.Name, has)
		}
	}
	content, err := lib.Package(nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := readmes(content); n != 2 {
		t.Errorf("%d readmes name the corrections, want both", n)
	}
	table := opened(content, "corrections.csv")
	if row := read(t, table)["aluminium.lines"]; row["date"] != "2026-11-30" || row["old"] != "66" || row["new"] != now.String() || row["new_text_zh"] != now.String()+"条" || row["reason_zh"] != "原文更正" {
		t.Errorf("the table has %v", row)
	}
}

// TestFilesHoldTheStory reads the table of all figures and compares each cell
// with the story.
func TestFilesHoldTheStory(t *testing.T) {
	lib, b := library(t, Site{})
	table, err := lib.All().CSV()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(table, []byte(mark+"id,value,")) || bytes.Count(table, []byte("\r\n")) != bytes.Count(table, []byte("\n")) {
		t.Errorf("it begins with %q", table[:20])
	}
	rows := read(t, table)
	zh, en := b.In(story.ZH).Figures(), b.In(story.EN).Figures()
	if len(rows) != len(zh) {
		t.Errorf("%d rows for %d figures", len(rows), len(zh))
	}
	for i, f := range zh {
		r := rows[f.ID]
		if v, err := decimal.Parse(r["value"]); err != nil || !v.Equal(f.Value) {
			t.Errorf("%s is %q, want %v (%v)", f.ID, r["value"], f.Value, err)
		}
		if v, err := decimal.Parse(r["value_en"]); err != nil || !v.Equal(en[i].Shown) {
			t.Errorf("%s is %q in English, want %v (%v)", f.ID, r["value_en"], en[i].Shown, err)
		}
		yes := map[bool]string{true: "true", false: "false"}
		for column, want := range map[string]string{
			"text_zh": f.Text, "text_en": en[i].Text, "kind": f.Kind.String(), "precision": f.Precision.String(),
			"target": yes[f.Target], "derived": yes[f.Derived], "formula": f.Expr, "rounding": f.Rounding,
			"period_zh": f.Period, "period_en": en[i].Period, "meaning_zh": f.Label, "meaning_en": en[i].Label,
			"paragraph": f.Source.ID, "source_zh": f.Source.Cite, "source_en": en[i].Source.Cite, "part_of": f.PartOf,
		} {
			if r[column] != want {
				t.Errorf("%s of %s is %q, want %q", column, f.ID, r[column], want)
			}
		}
		plain := f.Precision == story.Exact && !f.Target && !f.Derived
		if plain != (r["qualifier_en"] == "") || plain != (r["qualifier_zh"] == "") {
			t.Errorf("%s is qualified by %q", f.ID, r["qualifier_en"])
		}
	}
	if got := rows["page.year"]["scenes"]; got != "aluminium cleanup" {
		t.Errorf("the year is drawn in %q", got)
	}
}

func TestTablesOfScenes(t *testing.T) {
	lib, _ := library(t, Site{"https://example.org/lianhua/"})
	all := lib.Scenes()
	if len(all) != 2 || all[0].Name != "aluminium" || len(all[0].Rows) != 3 || all[1].Name != "cleanup" || len(all[1].Rows) != 2 {
		t.Fatalf("the tables are %+v", all)
	}
	text, err := lib.JSON(all[1])
	if err != nil {
		t.Fatal(err)
	}
	var d document
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	if d.Licence.URL != LicenceURL || !strings.Contains(d.Source.EN, "Jiangjin") || d.Figures[1].Value != "111616" {
		t.Errorf("the records say %s", text)
	}
	if want := "链画. 扫除[EB/OL]. https://example.org/lianhua/cleanup/."; d.Citation.GBT != want {
		t.Errorf("it is cited as %q, want %q", d.Citation.GBT, want)
	}
	if want := "Lianhua. (n.d.). Clean-up [Data set]. https://example.org/lianhua/en/cleanup/"; d.Citation.English != want {
		t.Errorf("it is cited as %q, want %q", d.Citation.English, want)
	}
}

// TestPackage reads the Data Package as programs do: by its descriptor.
func TestPackage(t *testing.T) {
	lib, b := library(t, Site{})
	content, err := lib.Package([]byte("the licence"))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := lib.Package([]byte("the licence")); err != nil || !bytes.Equal(again, content) {
		t.Errorf("a second package differs (%v)", err)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		if f.Modified.Year() != 1980 {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
	}
	var d descriptor
	if err := json.Unmarshal(files["datapackage.json"], &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Resources) != 2 || len(d.Licenses) != 1 || len(d.Sources) != 1 || len(d.Contributors) != 1 || d.Homepage != "" {
		t.Fatalf("the package is described as %s", files["datapackage.json"])
	}
	for _, r := range d.Resources {
		sum := sha256.Sum256(files[r.Path])
		if r.Bytes != len(files[r.Path]) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) || r.Bytes == 0 {
			t.Errorf("%s has %d bytes, said to be %d", r.Path, len(files[r.Path]), r.Bytes)
		}
	}
	// Every cell keeps to the schema.
	rows := read(t, files["figures.csv"])
	if len(rows) != len(b.In(story.ZH).Figures()) || bytes.HasPrefix(files["figures.csv"], []byte(mark)) {
		t.Errorf("the table has %d rows", len(rows))
	}
	s := d.Resources[0].Schema
	for id, r := range rows {
		if len(r) != len(s.Fields) {
			t.Fatalf("%s has %d columns, the schema %d", id, len(r), len(s.Fields))
		}
		for _, f := range s.Fields {
			cell := r[f.Name]
			if f.Constraints != nil && cell == "" {
				t.Errorf("%s has no %s", id, f.Name)
			}
			if f.Constraints != nil && len(f.Constraints.Enum) > 0 && !slices.Contains(f.Constraints.Enum, cell) {
				t.Errorf("%s of %s is %q, not one of %q", f.Name, id, cell, f.Constraints.Enum)
			}
			if _, err := decimal.Parse(cell); f.Type == "number" && err != nil {
				t.Errorf("%s of %s: %v", f.Name, id, err)
			}
			if f.Type == "boolean" && cell != "true" && cell != "false" {
				t.Errorf("%s of %s is %q", f.Name, id, cell)
			}
		}
		if whole := r["part_of"]; whole != "" && rows[whole] == nil {
			t.Errorf("%s is a part of %s, which is not there", id, whole)
		}
	}
	for name, want := range map[string]string{"README.md": "| `value` |", "README.zh-CN.md": "| `value` |", "LICENSE-CC-BY-4.0": "the licence"} {
		if text := string(files[name]); !strings.Contains(text, want) || strings.Contains(text, "{{") || strings.Contains(text, "⟨") {
			t.Errorf("%s says\n%s", name, text)
		}
	}
}

func TestColumnsSayWhatTheyAre(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(columnWords)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := Columns()
	if len(rows) != len(columns)+1 {
		t.Errorf("words for %d columns of %d", len(rows)-1, len(columns))
	}
	for _, c := range columns {
		for _, b := range []story.Both{c.Title, c.About} {
			if b.ZH == "" || b.EN == "" {
				t.Errorf("%s is not said: %+v", c.Name, b)
			}
		}
	}
}
