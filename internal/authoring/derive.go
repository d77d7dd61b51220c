package authoring

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"lianhua/internal/decimal"
	"lianhua/internal/story"
)

// errReported marks a failure that another figure has already reported.
var errReported = errors.New("a figure that it uses is wrong")

// state is how far a derived figure is computed.
type state uint8

const (
	untouched state = iota
	open            // on the way: meeting it again is a cycle
	done
	broken
)

type derivation struct {
	r      *figuresReader
	states map[*Figure]state
	trail  []string
}

// derive computes every derived figure.
func (r *figuresReader) derive() {
	d := derivation{r: r, states: map[*Figure]state{}}
	for _, f := range r.figures {
		if f.record.Derived {
			d.compute(f)
		}
	}
}

// amount is a figure's value in base units.
func (d *derivation) amount(id string) (quantity, error) {
	f, ok := d.r.byID[id]
	if !ok {
		return quantity{}, &unknownFigure{id, Suggest(id, d.r.ids())}
	}
	if f.record.Derived && !d.compute(f) {
		return quantity{}, errReported
	}
	u := f.units[story.ZH]
	return quantity{new(big.Rat).Mul(ratOf(f.record.Value), ratOf(u.factor)), u.dims()}, nil
}

type unknownFigure struct{ id, hint string }

func (u *unknownFigure) Error() string { return "unknown figure " + strconv.Quote(u.id) }

// compute sets the value of a derived figure, and says whether it has one.
func (d *derivation) compute(f *Figure) bool {
	switch d.states[f] {
	case done:
		return true
	case broken:
		return false
	case open:
		d.states[f] = broken
		f.table.Fail("expr", "derived in a cycle: "+strings.Join(append(d.trail, f.record.ID), " → "), "a figure cannot be computed from itself")
		return false
	}
	if len(d.trail) > 64 {
		f.table.Fail("expr", "derived over too many steps", "compute it from stated figures")
		d.states[f] = broken
		return false
	}
	d.states[f] = open
	d.trail = append(d.trail, f.record.ID)
	q, err := evaluate(f.expr, d.amount)
	d.trail = d.trail[:len(d.trail)-1]
	if d.states[f] == broken { // a cycle came back here
		return false
	}
	if err != nil {
		d.states[f] = broken
		d.explain(f, err)
		return false
	}
	if !d.settle(f, q) {
		d.states[f] = broken
		return false
	}
	d.states[f] = done
	return true
}

func (d *derivation) explain(f *Figure, err error) {
	hint := "an expr holds ids, + - * / and parentheses, with spaces around the minus: loan.total / loan.firms"
	var unknown *unknownFigure
	switch {
	case errors.Is(err, errReported):
		return
	case errors.As(err, &unknown):
		hint = unknown.hint
	case errors.Is(err, errZero):
		hint = "the divisor's value is zero"
	case errors.Is(err, errUnits):
		hint = "only amounts of the same unit can be added"
	}
	f.table.Fail("expr", "expr: "+err.Error(), hint)
}

// settle turns the exact amount into the figure's decimal.
func (d *derivation) settle(f *Figure, q quantity) bool {
	u := f.units[story.ZH]
	if u.factor.Sign() == 0 {
		return false // reported as an unknown unit
	}
	if !sameUnits(q.units, u.dims()) {
		f.table.Fail("unit", "the expr's unit is not "+f.Unit, "choose the unit that the computation gives")
		return false
	}
	q.value = new(big.Rat).Quo(q.value, ratOf(u.factor))
	value, exact := exactly(q.value)
	if f.rounds {
		var fits bool
		if value, exact, fits = round(q.value, f.decimals, f.rule); !fits {
			f.table.Fail("expr", "the result is too large", "choose a larger unit")
			return false
		}
		f.record.Rounding = f.rule.String()
	} else if !exact {
		f.table.Fail("expr", "the result is no finite decimal", `say how to round it: rounding = "half-even" and decimals = 1`)
		return false
	}
	f.record.Value = value
	d.precision(f, exact)
	return d.meets(f, q.value)
}

// precision gives a derived figure the least certain precision of its parts;
// a rounded result is "about".
func (d *derivation) precision(f *Figure, exact bool) {
	if _, stated := f.table.values["precision"]; stated {
		return
	}
	if !exact {
		f.record.Precision = story.About
	}
	for _, id := range operands(f.expr) {
		if part := d.r.byID[id]; part != nil && part.record.Precision != story.Exact {
			f.record.Precision = story.About // a bound does not survive arithmetic
		}
	}
}

// meets checks a derived figure against the stated one that it must equal.
func (d *derivation) meets(f *Figure, value *big.Rat) bool {
	if f.Equals == "" {
		return true
	}
	want, ok := d.r.byID[f.Equals]
	if !ok {
		f.table.Fail("equals", "unknown figure "+strconv.Quote(f.Equals), Suggest(f.Equals, d.r.ids()))
		return false
	}
	if ratOf(want.record.Value).Cmp(value) != 0 || want.Unit != f.Unit {
		f.table.Fail("equals", fmt.Sprintf("%s gives %s%s, but %s states %s%s", f.expr, asText(f.record.Value), f.Unit, f.Equals, asText(want.record.Value), want.Unit),
			"one of the figures is misread")
		return false
	}
	return true
}

func asText(d decimal.Decimal) string { return d.Reduce().String() }
