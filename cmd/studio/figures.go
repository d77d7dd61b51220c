package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"lianhua/internal/authoring"
	"lianhua/internal/story"
)

func figuresCommand() command {
	return command{
		name:    "figures",
		summary: "print every figure with its source, as JSON or a table",
		usage: `studio figures [-format json|csv] [-assets DIR]

Prints every figure of the story: its exact value, unit, precision, period,
paragraph, labels in both languages, how it was derived, and the scenes that
draw it. JSON is an array of objects; CSV has a row for each figure and opens in
a spreadsheet (UTF-8 with a byte order mark).

Examples:
  studio figures                              JSON
  studio figures -format csv > figures.csv    for a spreadsheet
  studio figures | jq -r '.[] | select(.derived) | "\(.id) = \(.expr)"'`,
		run: runFigures,
	}
}

// figureRow is a figure as it is printed. The JSON names are a public format.
type figureRow struct {
	ID        string   `json:"id"`
	Value     string   `json:"value"`
	Unit      string   `json:"unit"`
	ValueEN   string   `json:"value_en"`
	UnitEN    string   `json:"unit_en"`
	Text      bilingue `json:"text"`
	Precision string   `json:"precision"`
	Kind      string   `json:"kind"`
	Target    bool     `json:"target"`
	Period    string   `json:"period"`
	Periods   bilingue `json:"periods"`
	Source    string   `json:"source"`
	Cites     bilingue `json:"cites"`
	Labels    bilingue `json:"labels"`
	PartOf    string   `json:"part_of"`
	Derived   bool     `json:"derived"`
	Expr      string   `json:"expr"`
	Rounding  string   `json:"rounding"`
	Scenes    []string `json:"scenes"`
	Waived    string   `json:"waived"`
}

type bilingue struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

func runFigures(_ context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("figures")
	format := flags.String("format", "json", "")
	assets := flags.String("assets", "assets", "")
	if err := parse(flags, figuresCommand(), args); err != nil {
		return err
	}
	write := map[string]func(io.Writer, []figureRow) error{"json": writeFiguresJSON, "csv": writeFiguresCSV}[*format]
	if write == nil {
		return misuse{fmt.Errorf("unknown format %q: json or csv", *format)}
	}
	project, problems := authoring.Load(os.DirFS(*assets))
	if project.Bundle == nil {
		printProblems(stderr, *assets, problems)
		return errors.New("the story has errors; nothing was printed")
	}
	if err := write(stdout, figureRows(project, drawnFigures())); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

func figureRows(project *authoring.Project, drawn map[string][]string) []figureRow {
	zh, en := project.Bundle.In(story.ZH).Figures(), project.Bundle.In(story.EN).Figures()
	rows := make([]figureRow, len(zh))
	for i, f := range zh {
		authored := project.Figures[i]
		record := authored.Record()
		scenes := drawn[f.ID]
		if scenes == nil {
			scenes = []string{}
		}
		rows[i] = figureRow{
			ID: f.ID, Value: f.Value.String(), Unit: f.Unit, ValueEN: record.ValueEN.String(), UnitEN: en[i].Unit,
			Text: bilingue{f.Text, en[i].Text}, Precision: f.Precision.String(), Kind: f.Kind.String(), Target: f.Target,
			Period: authored.PeriodID, Periods: bilingue{f.Period, en[i].Period},
			Source: f.Source.ID, Cites: bilingue{f.Source.Cite, en[i].Source.Cite},
			Labels: bilingue{f.Label, en[i].Label}, PartOf: f.PartOf,
			Derived: f.Derived, Expr: f.Expr, Rounding: f.Rounding, Scenes: scenes, Waived: authored.Waived,
		}
	}
	return rows
}

func writeFiguresJSON(w io.Writer, rows []figureRow) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(rows)
}

func writeFiguresCSV(w io.Writer, rows []figureRow) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true // as RFC 4180 and spreadsheets have it
	head := []string{
		"id", "value", "unit", "value_en", "unit_en", "text.zh", "text.en", "precision", "kind", "target", "period", "periods.zh", "periods.en",
		"source", "cites.zh", "cites.en", "labels.zh", "labels.en", "part_of", "derived", "expr", "rounding", "scenes", "waived",
	}
	if err := c.Write(head); err != nil {
		return err
	}
	for _, r := range rows {
		if err := c.Write([]string{
			r.ID, r.Value, r.Unit, r.ValueEN, r.UnitEN, r.Text.ZH, r.Text.EN, r.Precision, r.Kind, strconv.FormatBool(r.Target), r.Period, r.Periods.ZH, r.Periods.EN,
			r.Source, r.Cites.ZH, r.Cites.EN, r.Labels.ZH, r.Labels.EN, r.PartOf, strconv.FormatBool(r.Derived), r.Expr, r.Rounding, strings.Join(r.Scenes, " "), r.Waived,
		}); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}
