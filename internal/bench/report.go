package bench

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Report is what a run found.
type Report struct {
	Machine  []Fact    `json:"machine"`
	Sections []Section `json:"sections"`
}

// Fact is one thing about the machine that bears on the figures.
type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Section is a table of measurements of one kind.
type Section struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`
	Columns []Column `json:"columns,omitempty"`
	Rows    []Row    `json:"rows,omitempty"`
	Notes   []string `json:"notes,omitempty"`
	Failed  string   `json:"failed,omitempty"` // why rows are missing
}

// Column is what a row's values at its place are.
type Column struct {
	Name   string `json:"name"`
	Unit   string `json:"unit,omitempty"`
	Digits int    `json:"-"` // printed after the point
}

// Row is the measurements of one thing.
type Row struct {
	Name   string   `json:"name"`
	Values []Number `json:"values"`
	Remark string   `json:"remark,omitempty"` // a judgement against a budget
	Digits int      `json:"-"`                // printed beyond those of the columns
}

// Number is a measurement; NaN stands for one that was not made, in JSON null.
type Number float64

// MarshalJSON writes three decimals.
func (n Number) MarshalJSON() ([]byte, error) {
	v := float64(n)
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, math.Round(v*1000)/1000, 'f', -1, 64), nil
}

// Numbers makes a row's values.
func Numbers(values ...float64) []Number {
	out := make([]Number, len(values))
	for i, v := range values {
		out[i] = Number(v)
	}
	return out
}

// WriteJSON writes the report as one object.
func (r *Report) WriteJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}

// WriteText writes the machine's facts; sections follow as they are measured.
func (r *Report) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, f := range r.Machine {
		fmt.Fprintf(&b, "%-10s %s\n", f.Name, f.Value)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteText writes the section as a table with its notes.
func (s *Section) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s: %s\n", s.Name, s.Title)
	if len(s.Rows) > 0 {
		s.table(&b)
	}
	for _, note := range s.Notes {
		fmt.Fprintf(&b, "  · %s\n", note)
	}
	if s.Failed != "" {
		fmt.Fprintf(&b, "  NOT MEASURED: %s\n", strings.ReplaceAll(s.Failed, "\n", "\n    "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s *Section) table(b *strings.Builder) {
	first := 0
	for _, row := range s.Rows {
		first = max(first, utf8.RuneCountInString(row.Name))
	}
	widths := make([]int, len(s.Columns))
	for i, c := range s.Columns {
		widths[i] = max(utf8.RuneCountInString(c.Name), utf8.RuneCountInString(c.Unit))
		for _, row := range s.Rows {
			widths[i] = max(widths[i], len(s.cell(row, i)))
		}
	}
	line := func(name string, cell func(i int) string, remark string) {
		text := "  " + pad(name, first, false)
		for i, width := range widths {
			text += "  " + pad(cell(i), width, true)
		}
		if remark != "" {
			text += "  " + remark
		}
		b.WriteString(strings.TrimRight(text, " ") + "\n")
	}
	line("", func(i int) string { return s.Columns[i].Name }, "")
	line("", func(i int) string { return s.Columns[i].Unit }, "")
	for _, row := range s.Rows {
		line(row.Name, func(i int) string { return s.cell(row, i) }, row.Remark)
	}
}

func pad(text string, width int, right bool) string {
	space := strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
	if right {
		return space + text
	}
	return text + space
}

// cell is the text of a row's value, "-" where it was not measured, nothing in a
// row that is a heading.
func (s *Section) cell(row Row, i int) string {
	if len(row.Values) == 0 {
		return ""
	}
	if i >= len(row.Values) || math.IsNaN(float64(row.Values[i])) {
		return "-"
	}
	text := strconv.FormatFloat(float64(row.Values[i]), 'f', s.Columns[i].Digits+row.Digits, 64)
	whole, rest, _ := strings.Cut(text, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return sign + whole
}
