package dataset

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"

	"lianhua/internal/story"
)

// Correction is a figure that was another once, as the files have it. The names of its
// columns are a public format: they are not to change.
type Correction struct {
	Date      string `json:"date"` // ISO 8601
	ID        string `json:"id"`
	Old       string `json:"old"` // exact decimals in the unit of the page
	New       string `json:"new"`
	UnitZH    string `json:"unit_zh"`
	OldTextZH string `json:"old_text_zh"` // as running text shows them
	NewTextZH string `json:"new_text_zh"`
	OldTextEN string `json:"old_text_en"`
	NewTextEN string `json:"new_text_en"`
	ReasonZH  string `json:"reason_zh"`
	ReasonEN  string `json:"reason_en"`
}

// corrections are those of the figures of a table, the latest first.
func (lib *Library) corrections(t Table) (all []Correction) {
	records := slices.Clone(lib.bundle.Records().Corrections)
	slices.SortStableFunc(records, func(a, b story.CorrectionRecord) int { return cmp.Compare(b.Day, a.Day) })
	zh, en := lib.bundle.In(story.ZH).Corrections(), lib.bundle.In(story.EN).Corrections()
	for i, r := range records {
		k := slices.IndexFunc(t.Rows, func(row Row) bool { return row.ID == r.Figure })
		if k < 0 {
			continue
		}
		all = append(all, Correction{
			r.Day, r.Figure, r.Old.String(), r.New.String(), t.Rows[k].UnitZH,
			zh[i].Old, zh[i].New, en[i].Old, en[i].New, r.Why.ZH, r.Why.EN,
		})
	}
	return all
}

// correctionsName is the file of a package that tells of corrections, where there were any.
const correctionsName = "corrections.csv"

func (lib *Library) correctionsResource(table []byte) resource {
	figure := foreignKey{Fields: "id"}
	figure.Reference.Resource, figure.Reference.Fields = AllName, "id"
	title := lib.words("page.corrections")
	return resource{
		Profile: "tabular-data-resource", Name: "corrections", Path: correctionsName,
		Title:  lib.bundle.In(story.EN).Filled("page.data-both", "en", title.EN, "zh", title.ZH),
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Bytes: len(table), Hash: digest(table),
		Schema: &schema{Fields: correctionColumns(), MissingValues: []string{""}, ForeignKeys: []foreignKey{figure}},
	}
}

// correctionColumns are those of corrections.csv.
func correctionColumns() []field {
	names := [...][2]string{
		{"date", "date"}, {"id", "string"}, {"old", "number"}, {"new", "number"}, {"unit_zh", "string"},
		{"old_text_zh", "string"}, {"new_text_zh", "string"}, {"old_text_en", "string"}, {"new_text_en", "string"}, {"reason_zh", "string"}, {"reason_en", "string"},
	}
	var all []field
	for _, n := range names {
		all = append(all, field{Name: n[0], Type: n[1]})
	}
	return all
}

func correctionsCSV(all []Correction) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	var head []string
	for _, f := range correctionColumns() {
		head = append(head, f.Name)
	}
	err := w.Write(head)
	for _, c := range all {
		if err == nil {
			err = w.Write([]string{c.Date, c.ID, c.Old, c.New, c.UnitZH, c.OldTextZH, c.NewTextZH, c.OldTextEN, c.NewTextEN, c.ReasonZH, c.ReasonEN})
		}
	}
	w.Flush()
	if err != nil {
		return nil, fmt.Errorf("writing the corrections: %w", err)
	}
	return out.Bytes(), nil
}
