package dataset

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"

	"lianhua/internal/story"
)

// The licence of the words, the pictures and the data.
const (
	LicenceName  = "CC-BY-4.0"
	LicenceTitle = "Creative Commons Attribution 4.0 International"
	LicenceURL   = "https://creativecommons.org/licenses/by/4.0/"
)

// mark is the byte order mark, by which spreadsheets tell UTF-8: without it Excel
// reads Chinese as the system's own encoding.
const mark = "\uFEFF"

// CSV is the table for spreadsheets: RFC 4180, UTF-8 with a byte order mark.
func (t Table) CSV() ([]byte, error) {
	out, err := t.plainCSV()
	return append([]byte(mark), out...), err
}

// plainCSV has no byte order mark: programs would take it for part of a name.
func (t Table) plainCSV() ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	var head []string
	for _, c := range Columns() {
		head = append(head, c.Name)
	}
	// Writing to memory fails only with an error of the table's own.
	err := w.Write(head)
	for _, r := range t.Rows {
		if err == nil {
			err = w.Write(r.cells())
		}
	}
	w.Flush()
	if err != nil {
		return nil, fmt.Errorf("writing the table %s: %w", t.Name, err)
	}
	return out.Bytes(), nil
}

// document is a table as JSON has it.
type document struct {
	Name      string    `json:"name"`
	Title     both      `json:"title"`
	Publisher both      `json:"publisher"`
	Address   *both     `json:"address,omitempty"`
	Citation  citations `json:"citation"`
	Licence   licence   `json:"licence"`
	Source    both      `json:"source"`
	Note      both      `json:"note"`
	Figures   []Row     `json:"figures"`
	// Corrections are those of these figures, the latest first.
	Corrections []Correction `json:"corrections,omitempty"`
}

type both struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

type citations struct {
	GBT     string `json:"gbt7714"`
	English string `json:"english"`
}

type licence struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	URL   string `json:"url"`
}

// JSON is the table with its licence, its source and how to cite it. Values are
// strings, so that no reader rounds them.
func (lib *Library) JSON(t Table) ([]byte, error) {
	d := document{
		Name: t.Name, Title: both(t.Title), Publisher: both(lib.words("shell.name")),
		Citation: citations{t.Work.GBT().String(), t.Work.English().String()},
		Licence:  licence{LicenceName, LicenceTitle, LicenceURL},
		Source:   both(lib.words("page.data-source")), Note: both(lib.words("page.data-note")),
		Figures: t.Rows, Corrections: lib.corrections(t),
	}
	if t.Work.Address != (story.Both{}) {
		address := both(t.Work.Address)
		d.Address = &address
	}
	return indented(d)
}

func indented(v any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	return out.Bytes(), nil
}
