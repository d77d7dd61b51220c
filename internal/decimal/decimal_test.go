package decimal_test

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"testing"
	"testing/quick"

	"lianhua/internal/decimal"
)

func Example() {
	total, _ := decimal.Parse("61100") // 万元
	firms := decimal.FromInt(355)
	average, exact, _ := total.Quo(firms, 1, decimal.HalfEven)
	fmt.Println(average, exact)

	length, _ := decimal.Parse("169.128")
	metres, _ := length.Mul(decimal.FromInt(1000))
	fmt.Println(metres, metres.Reduce())
	// Output:
	// 172.1 false
	// 169128.000 169128
}

func TestParse(t *testing.T) {
	for _, s := range []string{"0", "67", "86.36", "-0.5", "1.50", "0.001", "999999999999999999", "-169.128", "007"} {
		d, err := decimal.Parse(s)
		if err != nil {
			t.Errorf("Parse(%q): %v", s, err)
			continue
		}
		if want := map[string]string{"007": "7"}[s]; want == "" && d.String() != s || want != "" && d.String() != want {
			t.Errorf("Parse(%q).String() = %q", s, d.String())
		}
	}
	for s, want := range map[string]error{
		"": decimal.ErrSyntax, "-": decimal.ErrSyntax, ".": decimal.ErrSyntax, ".5": decimal.ErrSyntax,
		"-.5": decimal.ErrSyntax, "5.": decimal.ErrSyntax, "1e3": decimal.ErrSyntax, "1,000": decimal.ErrSyntax,
		"1.2.3": decimal.ErrSyntax, "+1": decimal.ErrSyntax, "１": decimal.ErrSyntax, "--1": decimal.ErrSyntax,
		"1234567890123456789": decimal.ErrRange,
	} {
		if _, err := decimal.Parse(s); !errors.Is(err, want) {
			t.Errorf("Parse(%q): %v, want %v", s, err, want)
		}
	}
}

func rat(d decimal.Decimal) *big.Rat {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.Scale)), nil)
	return new(big.Rat).SetFrac(big.NewInt(d.Unscaled), unit)
}

// TestArithmeticAgreesWithBigRat compares every operation with math/big: an
// answer must be the exact one, and a refusal must mean that it does not fit.
func TestArithmeticAgreesWithBigRat(t *testing.T) {
	fits := func(r *big.Rat, scale uint8) bool {
		unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
		scaled := new(big.Rat).Mul(r, new(big.Rat).SetInt(unit))
		return scaled.IsInt() && scaled.Num().IsInt64()
	}
	property := func(a, b int64, sa, sb, shift uint8) bool {
		// Small numbers matter as much as huge ones.
		x := decimal.Decimal{Unscaled: a >> (shift % 64), Scale: sa % (decimal.MaxScale + 1)}
		y := decimal.Decimal{Unscaled: b >> (shift / 4 % 64), Scale: sb % (decimal.MaxScale + 1)}
		if x.Cmp(y) != rat(x).Cmp(rat(y)) {
			t.Logf("Cmp(%v, %v) = %d", x, y, x.Cmp(y))
			return false
		}
		pro, ok := x.Mul(y)
		want, scale := new(big.Rat).Mul(rat(x), rat(y)), x.Scale+y.Scale
		if ok && rat(pro).Cmp(want) != 0 {
			t.Logf("%v times %v = %v, want %v", x, y, pro, want)
			return false
		}
		if !ok && scale <= decimal.MaxScale && fits(want, scale) && y.Unscaled != math.MinInt64 {
			t.Logf("%v times %v refused %v", x, y, want)
			return false
		}
		return true
	}
	if err := quick.Check(property, &quick.Config{MaxCount: 20000}); err != nil {
		t.Error(err)
	}
}

func TestQuoRoundsByItsRule(t *testing.T) {
	property := func(a, b int32, sa, sb, scale uint8) bool {
		x := decimal.Decimal{Unscaled: int64(a), Scale: sa % 7}
		y := decimal.Decimal{Unscaled: int64(b), Scale: sb % 7}
		scale %= 5
		q, exact, ok := x.Quo(y, scale, decimal.HalfEven)
		if y.Unscaled == 0 {
			return !ok
		}
		want := new(big.Rat).Quo(rat(x), rat(y))
		if !ok {
			return true
		}
		off := new(big.Rat).Sub(want, rat(q))
		half := big.NewRat(1, 2*int64(math.Pow10(int(scale))))
		return off.Abs(off).Cmp(half) <= 0 && exact == (off.Sign() == 0)
	}
	if err := quick.Check(property, &quick.Config{MaxCount: 20000}); err != nil {
		t.Error(err)
	}
	for _, c := range []struct {
		n, d int64
		rule decimal.Rounding
		want string
	}{
		{5, 2, decimal.HalfEven, "2"}, {7, 2, decimal.HalfEven, "4"}, {5, 2, decimal.HalfUp, "3"}, {-5, 2, decimal.HalfUp, "-3"},
		{5, 3, decimal.Down, "1"}, {4, 3, decimal.Up, "2"}, {-4, 3, decimal.Up, "-2"}, {6, 3, decimal.Up, "2"},
	} {
		if q, _, ok := decimal.FromInt(c.n).Quo(decimal.FromInt(c.d), 0, c.rule); !ok || q.String() != c.want {
			t.Errorf("%d/%d %v = %v, want %s", c.n, c.d, c.rule, q, c.want)
		}
	}
}

func TestRound(t *testing.T) {
	for _, c := range []struct {
		in    string
		scale uint8
		rule  decimal.Rounding
		want  string
	}{
		{"11.1616", 2, decimal.HalfEven, "11.16"}, {"0.125", 2, decimal.HalfEven, "0.12"}, {"0.125", 2, decimal.HalfUp, "0.13"},
		{"-0.125", 2, decimal.HalfUp, "-0.13"}, {"3", 2, decimal.Down, "3.00"}, {"9.99", 1, decimal.Up, "10.0"}, {"9.99", 0, decimal.Down, "9"},
	} {
		d, _ := decimal.Parse(c.in)
		if r, ok := d.Round(c.scale, c.rule); !ok || r.String() != c.want {
			t.Errorf("%s.Round(%d, %v) = %v, want %s", c.in, c.scale, c.rule, r, c.want)
		}
	}
	if _, ok := decimal.FromInt(math.MaxInt64).Round(1, decimal.Down); ok {
		t.Error("a number that overflows when it gains a zero was rounded")
	}
}

func TestRoundingNames(t *testing.T) {
	for r := decimal.HalfEven; r <= decimal.Up; r++ {
		if back, ok := decimal.ParseRounding(r.String()); !ok || back != r {
			t.Errorf("%v does not read back", r)
		}
	}
	if _, ok := decimal.ParseRounding("sideways"); ok {
		t.Error("an unknown rule was read")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"0", "86.36", "-1.5", "", ".", "9999999999999999999", "１２", "1e9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := decimal.Parse(s)
		if err != nil {
			return
		}
		if back, err := decimal.Parse(d.String()); err != nil || back != d {
			t.Errorf("Parse(%q) = %v, which reads back as %v, %v", s, d, back, err)
		}
	})
}

func TestAppendAllocatesNothing(t *testing.T) {
	buf := make([]byte, 0, 32)
	d := decimal.Decimal{Unscaled: -169128, Scale: 3}
	if n := testing.AllocsPerRun(100, func() { buf = d.Append(buf[:0]) }); n != 0 {
		t.Errorf("Append allocates %v times", n)
	}
	if string(buf) != "-169.128" {
		t.Errorf("Append = %q", buf)
	}
}
