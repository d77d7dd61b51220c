package dataset

import (
	"strconv"
	"strings"

	"lianhua/internal/story"
)

// Row is a figure as the files have it. The names of its columns are a public
// format: they are not to change.
type Row struct {
	ID          string   `json:"id"`
	Value       string   `json:"value"`
	UnitZH      string   `json:"unit_zh"`
	ValueEN     string   `json:"value_en"`
	UnitEN      string   `json:"unit_en"`
	TextZH      string   `json:"text_zh"`
	TextEN      string   `json:"text_en"`
	Kind        string   `json:"kind"`
	Precision   string   `json:"precision"`
	Target      bool     `json:"target"`
	Derived     bool     `json:"derived"`
	Formula     string   `json:"formula"`
	Rounding    string   `json:"rounding"`
	QualifierZH string   `json:"qualifier_zh"`
	QualifierEN string   `json:"qualifier_en"`
	PeriodZH    string   `json:"period_zh"`
	PeriodEN    string   `json:"period_en"`
	MeaningZH   string   `json:"meaning_zh"`
	MeaningEN   string   `json:"meaning_en"`
	Paragraph   string   `json:"paragraph"`
	SourceZH    string   `json:"source_zh"`
	SourceEN    string   `json:"source_en"`
	PartOf      string   `json:"part_of"`
	Scenes      []string `json:"scenes"`
}

func rowOf(b *story.Bundle, zh, en story.Figure, r story.FigureRecord) Row {
	return Row{
		ID: zh.ID, Value: r.Value.String(), UnitZH: r.UnitZH.Many, ValueEN: r.ValueEN.String(), UnitEN: unitName(r.UnitEN),
		TextZH: zh.Text, TextEN: en.Text, Kind: r.Kind.String(), Precision: r.Precision.String(), Target: r.Target,
		Derived: r.Derived, Formula: r.Expr, Rounding: r.Rounding,
		QualifierZH: qualifier(b.In(story.ZH), zh), QualifierEN: qualifier(b.In(story.EN), en),
		PeriodZH: zh.Period, PeriodEN: en.Period, MeaningZH: zh.Label, MeaningEN: en.Label,
		Paragraph: zh.Source.ID, SourceZH: zh.Source.Cite, SourceEN: en.Source.Cite, PartOf: r.PartOf, Scenes: []string{},
	}
}

// unitName is the unit's name by itself: ordinals and calendar years have none.
func unitName(u story.UnitForm) string {
	if u.Many != "" {
		return u.Many
	}
	return u.One
}

// qualifier says in words what keeps a figure from being exact, achieved and
// stated; it is empty where nothing does.
func qualifier(s *story.Story, f story.Figure) string {
	all := ""
	for _, q := range []struct {
		on  bool
		key string
	}{
		{f.Precision == story.About, "shell.figure.about"},
		{f.Precision == story.MoreThan, "shell.figure.more-than"},
		{f.Target, "shell.figure.target"},
		{f.Derived, "shell.figure.derived"},
	} {
		switch {
		case !q.on:
		case all == "":
			all = s.Words(q.key)
		default:
			all = s.Filled("page.data-list", "before", all, "next", s.Words(q.key))
		}
	}
	return all
}

// cells are the row's values in the order of Columns.
func (r Row) cells() []string {
	return []string{
		r.ID, r.Value, r.UnitZH, r.ValueEN, r.UnitEN, r.TextZH, r.TextEN, r.Kind, r.Precision,
		strconv.FormatBool(r.Target), strconv.FormatBool(r.Derived), r.Formula, r.Rounding, r.QualifierZH, r.QualifierEN,
		r.PeriodZH, r.PeriodEN, r.MeaningZH, r.MeaningEN, r.Paragraph, r.SourceZH, r.SourceEN, r.PartOf, strings.Join(r.Scenes, " "),
	}
}
