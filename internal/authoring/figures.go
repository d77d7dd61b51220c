package authoring

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"lianhua/internal/decimal"
	"lianhua/internal/story"
)

// FiguresFile is where figures stand in the assets.
const FiguresFile = "figures.toml"

// Figure is a figure as the file states it, beyond what the player reads.
type Figure struct {
	Line     int
	Unit     string // the Chinese unit as shown
	PeriodID string
	Waived   string // why no scene draws it; empty where one should
	Equals   string // the stated figure that a derived one must meet
	record   story.FigureRecord
	table    Table
	units    [2]unit
	decimals uint8
	rounds   bool
	rule     decimal.Rounding
	expr     string
}

// Record is the figure as the story file holds it.
func (f *Figure) Record() story.FigureRecord { return f.record }

var figureKeys = [...]string{
	"id", "value", "unit", "english", "precision", "kind", "period", "label", "source",
	"target", "expr", "rounding", "decimals", "equals", "part_of", "waived",
}

type figuresReader struct {
	units, english map[string]unit
	periods        map[string]story.Both
	places         map[string]int // nil where the sources file could not be read
	byID           map[string]*Figure
	figures        []*Figure
}

func readFigures(t Table, places map[string]int) []*Figure {
	t.Only("figure", "units", "english", "periods")
	r := figuresReader{
		units: readUnits(t, "units"), english: readUnits(t, "english"),
		periods: map[string]story.Both{}, places: places, byID: map[string]*Figure{}, figures: []*Figure{},
	}
	if group, ok := t.Sub("periods"); ok {
		for _, id := range group.keys() {
			r.periods[id] = group.both(id)
			group.period(id, r.periods[id])
		}
	}
	for _, item := range t.list("figure") {
		r.figure(item)
	}
	r.derive()
	for _, f := range r.figures {
		r.finish(f)
	}
	return r.figures
}

func (r *figuresReader) figure(t Table) {
	t.Only(figureKeys[:]...)
	f := &Figure{table: t, Line: t.Line("")}
	rec := &f.record
	rec.ID = t.need("id", `name it in dotted words: id = "aluminium.lines"`)
	if rec.ID != "" && !validID(rec.ID) {
		t.Fail("id", "bad id "+strconv.Quote(rec.ID), "lower-case words with dots and hyphens: aluminium.lines")
	}
	if first, twice := r.byID[rec.ID]; twice && rec.ID != "" {
		t.Fail("id", "duplicate id "+rec.ID, "it is first defined on line "+strconv.Itoa(first.Line))
	}
	f.Unit = t.need("unit", `the unit as the page shows it: unit = "家"`)
	f.units[story.ZH] = pick(t, "unit", f.Unit, r.units)
	f.units[story.EN] = pick(t, "english", t.need("english", `a unit of the [english] table: english = "firm"`), r.english)
	rec.UnitZH, rec.UnitEN = f.units[story.ZH].form, f.units[story.EN].form
	rec.Label = t.both("label")
	for _, text := range []string{rec.Label.ZH, rec.Label.EN} {
		t.dated("label", "label", text)
		if d, found := typedDigit(text); found {
			t.Fail("label", "label holds the typed digit "+d, "say in words what is counted; the number is the value")
		}
	}
	f.PeriodID = t.need("period", `an id of the [periods] table: period = "report"`)
	rec.Period = pick(t, "period", f.PeriodID, r.periods)
	if source := t.need("source", `the paragraph's id: source = "J08"`); source != "" {
		place, ok := r.places[source]
		if !ok && r.places != nil {
			t.Fail("source", "source "+strconv.Quote(source)+" is not a paragraph of the page",
				Suggest(source, slices.Collect(maps.Keys(r.places))))
		}
		rec.Place = place
	}
	rec.Precision = parse(t, "precision", story.ParsePrecision, "exact, about or more-than")
	rec.Kind = parse(t, "kind", story.ParseKind, "a kind that package story lists, such as count or money")
	rec.Target, f.Waived, f.Equals, rec.PartOf = t.Flag("target", false), t.Text("waived"), t.Text("equals"), t.Text("part_of")
	r.amount(f)
	if rec.ID != "" && r.byID[rec.ID] == nil {
		r.byID[rec.ID] = f
	}
	r.figures = append(r.figures, f)
}

// amount reads the value, or the expression and its rounding.
func (r *figuresReader) amount(f *Figure) {
	t := f.table
	_, stated := t.values["value"]
	f.expr = t.Text("expr")
	f.record.Derived, f.record.Expr = f.expr != "", f.expr
	switch {
	case stated && f.record.Derived:
		t.Fail("expr", "a figure has either a value or an expr", "remove the value of a derived figure: it is computed")
	case !stated && !f.record.Derived:
		t.Fail("", "missing value", `value = "67", or expr = "a / b" for a derived figure`)
	}
	f.record.Value = t.decimal("value", decimal.Decimal{})
	f.rule = parse(t, "rounding", decimal.ParseRounding, "half-even, half-up, down or up")
	_, f.rounds = t.values["rounding"]
	_, places := t.values["decimals"]
	f.decimals = uint8(t.Whole("decimals", 0, 9, 0))
	if f.rounds != places {
		t.Fail("", "rounding and decimals go together", `rounding = "half-even" and decimals = 1`)
	}
	if !f.record.Derived && (f.rounds || f.Equals != "") {
		t.Fail("", "rounding and equals are for derived figures", "a stated figure is shown as the page states it")
	}
}

// finish converts a figure's value to the English and the base unit.
func (r *figuresReader) finish(f *Figure) {
	zh, en := f.units[story.ZH], f.units[story.EN]
	if zh.base != en.base {
		f.table.Fail("english", fmt.Sprintf("the units differ in kind: %q and %q", zh.base, en.base), "both need the same base")
		return
	}
	if want, ok := baseOf(f.record.Kind); ok && want != zh.base && f.Unit != "" {
		f.table.Fail("unit", fmt.Sprintf("kind %v does not fit the unit %s", f.record.Kind, f.Unit), "kinds are measured in: money 元, area 平方米, length 米, share %, the others are counts")
	}
	if zh.factor.Sign() == 0 || en.factor.Sign() == 0 {
		return // reported as an unknown unit
	}
	base, english, ok := f.convert(f.record.Value)
	if !ok {
		f.table.Fail("english", "the value is no exact decimal in the English unit", "choose another English unit")
		return
	}
	f.record.Base, f.record.ValueEN = base, english
	if _, known := r.byID[f.record.PartOf]; f.record.PartOf != "" && !known {
		f.table.Fail("part_of", "unknown figure "+strconv.Quote(f.record.PartOf), Suggest(f.record.PartOf, r.ids()))
	}
}

// convert is an amount in the figure's unit in the base unit and in the English one; ok is
// whether the latter is an exact decimal.
func (f *Figure) convert(value decimal.Decimal) (base, english decimal.Decimal, ok bool) {
	zh, en := f.units[story.ZH].factor, f.units[story.EN].factor
	if zh.Sign() == 0 || en.Sign() == 0 {
		return base, english, false // an unknown unit
	}
	base, ok = value.Mul(zh)
	english, exact, fits := base.Quo(en, decimal.MaxScale/2, decimal.Down)
	if !ok || !fits || !exact {
		return base, english, false
	}
	if zh.Equal(en) {
		return base.Reduce(), value, true // keeps zeros that state a precision
	}
	return base.Reduce(), english.Reduce(), true
}

// baseOf is the base unit that a kind asks for.
func baseOf(k story.Kind) (string, bool) {
	switch k {
	case story.Money:
		return "元", true
	case story.Area:
		return "平方米", true
	case story.Length:
		return "米", true
	case story.Share:
		return "%", true
	}
	return "", true
}

func (r *figuresReader) ids() []string { return slices.Sorted(maps.Keys(r.byID)) }

// pick finds a name in one of the file's own tables.
func pick[T any](t Table, key, name string, known map[string]T) T {
	v, ok := known[name]
	if !ok && name != "" {
		t.Fail(key, "unknown "+key+" "+strconv.Quote(name), Suggest(name, slices.Collect(maps.Keys(known))))
	}
	return v
}

// parse reads an optional word of a fixed set.
func parse[T any](t Table, key string, read func(string) (T, bool), known string) T {
	var none T
	word := t.Text(key)
	if word == "" {
		return none
	}
	v, ok := read(word)
	if !ok {
		t.Fail(key, "unknown "+key+" "+strconv.Quote(word), "write "+known)
	}
	return v
}

// AmountLine is the line that states a figure's value or expression; 0 where the
// project has no such figure.
func (p *Project) AmountLine(id string) int {
	for _, f := range p.Figures {
		if f.record.ID != id {
			continue
		}
		if f.record.Derived {
			return f.table.Line("expr")
		}
		return f.table.Line("value")
	}
	return 0
}
