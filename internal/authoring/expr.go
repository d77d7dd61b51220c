package authoring

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"lianhua/internal/decimal"
)

// quantity is an exact amount with its unit: the powers of the base units, so
// that adding yuan to metres is refused. A count has none.
type quantity struct {
	value *big.Rat
	units map[string]int
}

var (
	errZero  = errors.New("division by zero")
	errDeep  = errors.New("too deeply nested")
	errUnits = errors.New("adds or subtracts amounts of different units")
)

// lookup finds a figure's amount in base units.
type lookup func(id string) (quantity, error)

// evaluate computes an expression over figure ids: + - * / and parentheses,
// with spaces around the operators because ids may hold hyphens.
func evaluate(text string, figure lookup) (quantity, error) {
	p := parser{tokens: tokens(text), figure: figure}
	q, err := p.sum(0)
	if err != nil {
		return quantity{}, err
	}
	if p.next < len(p.tokens) {
		return quantity{}, fmt.Errorf("unexpected %q", p.tokens[p.next])
	}
	return q, nil
}

func tokens(text string) []string {
	for _, op := range []string{"(", ")", "*", "/", "+"} {
		text = strings.ReplaceAll(text, op, " "+op+" ")
	}
	return strings.Fields(text)
}

type parser struct {
	tokens []string
	next   int
	figure lookup
}

func (p *parser) accept(ops ...string) (string, bool) {
	for _, op := range ops {
		if p.next < len(p.tokens) && p.tokens[p.next] == op {
			p.next++
			return op, true
		}
	}
	return "", false
}

func (p *parser) sum(depth int) (quantity, error) {
	left, err := p.product(depth)
	for err == nil {
		op, ok := p.accept("+", "-")
		if !ok {
			return left, nil
		}
		var right quantity
		if right, err = p.product(depth); err != nil {
			break
		}
		if !sameUnits(left.units, right.units) {
			return quantity{}, errUnits
		}
		if op == "-" {
			left.value = new(big.Rat).Sub(left.value, right.value)
		} else {
			left.value = new(big.Rat).Add(left.value, right.value)
		}
	}
	return quantity{}, err
}

func (p *parser) product(depth int) (quantity, error) {
	left, err := p.operand(depth)
	for err == nil {
		op, ok := p.accept("*", "/")
		if !ok {
			return left, nil
		}
		var right quantity
		if right, err = p.operand(depth); err != nil {
			break
		}
		if op == "*" {
			left = quantity{new(big.Rat).Mul(left.value, right.value), addUnits(left.units, right.units, 1)}
			continue
		}
		if right.value.Sign() == 0 {
			return quantity{}, errZero
		}
		left = quantity{new(big.Rat).Quo(left.value, right.value), addUnits(left.units, right.units, -1)}
	}
	return quantity{}, err
}

func (p *parser) operand(depth int) (quantity, error) {
	if depth > 32 {
		return quantity{}, errDeep
	}
	if p.next >= len(p.tokens) {
		return quantity{}, errors.New("ends where a figure's id is expected")
	}
	if _, ok := p.accept("("); ok {
		q, err := p.sum(depth + 1)
		if err != nil {
			return quantity{}, err
		}
		if _, ok := p.accept(")"); !ok {
			return quantity{}, errors.New("misses a closing parenthesis")
		}
		return q, nil
	}
	word := p.tokens[p.next]
	p.next++
	if word[0] >= '0' && word[0] <= '9' {
		d, err := decimal.Parse(word)
		if err != nil {
			return quantity{}, fmt.Errorf("%q: %w", word, err)
		}
		return quantity{value: ratOf(d)}, nil
	}
	if !validID(word) {
		return quantity{}, fmt.Errorf("unexpected %q", word)
	}
	return p.figure(word)
}

// operands are the ids in an expression, in order of appearance.
func operands(text string) []string {
	var ids []string
	for _, t := range tokens(text) {
		if validID(t) {
			ids = append(ids, t)
		}
	}
	return ids
}

func addUnits(a, b map[string]int, sign int) map[string]int {
	out := map[string]int{}
	for u, n := range a {
		out[u] += n
	}
	for u, n := range b {
		out[u] += sign * n
	}
	for u, n := range out {
		if n == 0 {
			delete(out, u)
		}
	}
	return out
}

func sameUnits(a, b map[string]int) bool { return len(addUnits(a, b, -1)) == 0 }

func ratOf(d decimal.Decimal) *big.Rat {
	return new(big.Rat).SetFrac(big.NewInt(d.Unscaled), pow10(d.Scale))
}

func pow10(n uint8) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// round turns an exact amount into a decimal with that many places. exact says
// that nothing was dropped; ok that it fits.
func round(r *big.Rat, places uint8, rule decimal.Rounding) (d decimal.Decimal, exact, ok bool) {
	scaled := new(big.Int).Mul(r.Num(), pow10(places))
	quotient, rest := new(big.Int).QuoRem(scaled, r.Denom(), new(big.Int))
	exact = rest.Sign() == 0
	twice := new(big.Int).Abs(new(big.Int).Lsh(rest, 1))
	order := twice.Cmp(r.Denom())
	away := rule == decimal.Up || rule == decimal.HalfUp && order >= 0 ||
		rule == decimal.HalfEven && (order > 0 || order == 0 && quotient.Bit(0) == 1)
	if !exact && away {
		quotient.Add(quotient, big.NewInt(int64(rest.Sign())))
	}
	return decimal.Decimal{Unscaled: quotient.Int64(), Scale: places}, exact, quotient.IsInt64()
}

// exactly is the shortest decimal equal to r; false where there is none.
func exactly(r *big.Rat) (decimal.Decimal, bool) {
	for places := uint8(0); places <= decimal.MaxScale; places++ {
		if d, exact, ok := round(r, places, decimal.Down); exact {
			return d, ok
		}
	}
	return decimal.Decimal{}, false
}
