package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/authoring"
	"lianhua/internal/decimal"
)

const assetsDir = "../../assets"

func TestFiguresJSON(t *testing.T) {
	var out, problems bytes.Buffer
	if code := dispatch([]string{"figures", "--format", "json", "--assets", assetsDir}, &out, &problems); code != 0 {
		t.Fatal(code, problems.String())
	}
	var rows []map[string]any
	if err := json.Unmarshal(out.Bytes(), &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) < 65 {
		t.Errorf("only %d figures", len(rows))
	}
	for _, r := range rows {
		for _, key := range []string{"id", "value", "unit", "precision", "period", "source"} {
			if s, ok := r[key].(string); !ok || s == "" {
				t.Errorf("%v has no %s", r["id"], key)
			}
		}
		labels, _ := r["labels"].(map[string]any)
		if labels["zh"] == "" || labels["en"] == "" {
			t.Errorf("%v misses a label", r["id"])
		}
		if _, ok := r["scenes"].([]any); !ok {
			t.Errorf("the scenes of %v are no list", r["id"])
		}
		value, _ := r["value"].(string)
		if _, err := decimal.Parse(value); err != nil {
			t.Errorf("%v: %v", r["id"], err)
		}
		if derived, _ := r["derived"].(bool); derived != (r["expr"] != "") {
			t.Errorf("%v is derived without an expr, or the other way round", r["id"])
		}
		switch r["precision"] {
		case "exact", "about", "more-than":
		default:
			t.Errorf("%v has the precision %v", r["id"], r["precision"])
		}
	}
}

func TestFiguresCSV(t *testing.T) {
	var out, problems bytes.Buffer
	if code := dispatch([]string{"figures", "-format", "csv", "-assets", assetsDir}, &out, &problems); code != 0 {
		t.Fatal(code, problems.String())
	}
	text, marked := strings.CutPrefix(out.String(), "\ufeff")
	if !marked {
		t.Error("no byte order mark: a spreadsheet would not read the Chinese")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if rows[0][0] != "id" || len(rows) < 66 {
		t.Errorf("%d rows, the first %v", len(rows), rows[0])
	}
}

func TestFiguresCalledWrongly(t *testing.T) {
	for _, args := range [][]string{{"-format", "xml"}, {"-nothing"}, {"stray"}} {
		var out, problems bytes.Buffer
		if code := dispatch(append([]string{"figures"}, args...), &out, &problems); code != 2 || problems.Len() == 0 || out.Len() > 0 {
			t.Errorf("%v gives %d, %q", args, code, problems.String())
		}
	}
	var out, problems bytes.Buffer
	if code := dispatch([]string{"figures", "-assets", t.TempDir()}, &out, &problems); code != 1 || !strings.Contains(problems.String(), "figures.toml") {
		t.Errorf("an empty directory gives %d, %q", code, problems.String())
	}
}

func TestFigureRowsNameTheirScenes(t *testing.T) {
	project := loadAssets(t)
	for _, r := range figureRows(project, map[string][]string{"aluminium.lines": {"aluminium", "sources"}}) {
		if want := map[bool]int{true: 2}[r.ID == "aluminium.lines"]; len(r.Scenes) != want {
			t.Errorf("%s is drawn by %v", r.ID, r.Scenes)
		}
	}
}

func TestCheckSaysWhereAndFails(t *testing.T) {
	dir := t.TempDir()
	copyAssets(t, dir, map[string]string{"copy/extra.toml": "[title]\nzh = \"三家\"\nen = \"3 firms\"\n"})
	var out, problems bytes.Buffer
	if code := dispatch([]string{"check", "-assets", dir}, &out, &problems); code != 1 {
		t.Errorf("a typed digit gives exit code %d", code)
	}
	if want := filepath.Join(dir, "copy/extra.toml") + ":3: copy extra.title holds the typed digit '3'"; !strings.Contains(problems.String(), want) {
		t.Errorf("want %q in %q", want, problems.String())
	}
	out.Reset()
	if code := dispatch([]string{"compile", "-assets", dir, "-out", filepath.Join(dir, "out.lh")}, &out, &problems); code != 1 || out.Len() > 0 {
		t.Errorf("a story with errors compiles: %d, %q", code, out.String())
	}
}

func TestStrictCountsWarnings(t *testing.T) {
	dir := t.TempDir()
	copyAssets(t, dir, map[string]string{"copy/extra.toml": "[title]\nzh = \"{aluminium.lines}\"\nen = \"lines\"\n"})
	var out, problems bytes.Buffer
	if code := dispatch([]string{"check", "-assets", dir}, &out, &problems); code != 0 || !strings.Contains(out.String(), "1 warning") {
		t.Errorf("a warning gives exit code %d: %q %q", code, out.String(), problems.String())
	}
	if code := dispatch([]string{"check", "-strict", "-assets", dir}, &out, &problems); code != 1 {
		t.Errorf("a warning gives exit code %d with -strict", code)
	}
}

func loadAssets(t *testing.T) *authoring.Project {
	t.Helper()
	dir := t.TempDir()
	copyAssets(t, dir, nil)
	project, problems := loadDir(dir)
	if project.Bundle == nil {
		t.Fatal(problems)
	}
	return project
}
