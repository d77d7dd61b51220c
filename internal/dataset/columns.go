package dataset

import (
	_ "embed"
	"encoding/csv"
	"strings"

	"lianhua/internal/story"
)

// columnWords say what stands in each column. They are the files' own words, as
// the readmes are: no picture shows them, so no font and no reader of the page
// has to carry them.
//
//go:embed readme/columns.csv
var columnWords string

// Column says what stands in a column, for the schema and for readers.
type Column struct {
	Name  string
	Type  string // of Table Schema: "string", "number", "boolean"
	Among []string
	Needs bool // it is never empty
	Title story.Both
	About story.Both
}

// Columns are those of every table, in order.
func Columns() []Column {
	var kinds []string
	for k := story.Kind(0); k.String() != "unknown"; k++ {
		kinds = append(kinds, k.String())
	}
	precisions := []string{story.Exact.String(), story.About.String(), story.MoreThan.String()}
	all := []Column{
		{Name: "id", Type: "string", Needs: true},
		{Name: "value", Type: "number", Needs: true},
		{Name: "unit_zh", Type: "string"},
		{Name: "value_en", Type: "number", Needs: true},
		{Name: "unit_en", Type: "string"},
		{Name: "text_zh", Type: "string", Needs: true},
		{Name: "text_en", Type: "string", Needs: true},
		{Name: "kind", Type: "string", Among: kinds, Needs: true},
		{Name: "precision", Type: "string", Among: precisions, Needs: true},
		{Name: "target", Type: "boolean", Needs: true},
		{Name: "derived", Type: "boolean", Needs: true},
		{Name: "formula", Type: "string"},
		{Name: "rounding", Type: "string"},
		{Name: "qualifier_zh", Type: "string"},
		{Name: "qualifier_en", Type: "string"},
		{Name: "period_zh", Type: "string", Needs: true},
		{Name: "period_en", Type: "string", Needs: true},
		{Name: "meaning_zh", Type: "string", Needs: true},
		{Name: "meaning_en", Type: "string", Needs: true},
		{Name: "paragraph", Type: "string", Needs: true},
		{Name: "source_zh", Type: "string", Needs: true},
		{Name: "source_en", Type: "string", Needs: true},
		{Name: "part_of", Type: "string"},
		{Name: "scenes", Type: "string"},
	}
	said := saidOfColumns()
	for i := range all {
		c := &all[i]
		c.Title, c.About = said[c.Name].title, said[c.Name].about
	}
	return all
}

type columnText struct{ title, about story.Both }

// saidOfColumns are the words by the column's name. The file is the program's
// own: a test holds that it can be read and has every column.
func saidOfColumns() map[string]columnText {
	out := map[string]columnText{}
	rows, err := csv.NewReader(strings.NewReader(columnWords)).ReadAll()
	if err != nil {
		return out
	}
	for _, r := range rows[1:] {
		out[r[0]] = columnText{story.Both{ZH: r[1], EN: r[2]}, story.Both{ZH: r[3], EN: r[4]}}
	}
	return out
}
