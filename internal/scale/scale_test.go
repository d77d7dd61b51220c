package scale_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"lianhua/internal/decimal"
	"lianhua/internal/scale"
)

func ExampleLinear() {
	r := scale.Linear(0, 6.11, 0, 611)
	fmt.Println(r.At(1.34), r.Invert(305.5))
	fmt.Println(r.AppendTicks(nil, 5))
	// Output:
	// 134 3.055
	// [0 2 4 6]
}

func ExampleLog() {
	r, err := scale.Log(10, 10_000, 0, 300)
	fmt.Println(r.At(100), r.IsLog(), err)
	fmt.Println(r.AppendTicks(nil, 5))
	_, err = scale.Log(0, 10, 0, 1)
	fmt.Println(err)
	// Output:
	// 100 true <nil>
	// [10 100 1000 10000]
	// scale: a logarithmic domain must lie above zero and have two ends
}

func ExampleArea() {
	a := scale.NewArea(1, 100)
	fmt.Println(a.At(4), a.Of(4), a.Invert(20))
	// Output:
	// 20 400 4
}

func ExampleNewBand() {
	b := scale.NewBand(3, 0, 320, 0.25, 0.125)
	for i := range b.Len() {
		fmt.Printf("%.1f ", b.At(i))
	}
	fmt.Println(b.Bandwidth())
	// Output:
	// 13.3 120.0 226.7 80
}

func ExampleMagnitudeOf() {
	ticks := scale.Linear(0, 20_000, 0, 1).AppendTicks(nil, 5)
	m := scale.MagnitudeOf(ticks)
	for _, d := range ticks {
		fmt.Print(string(m.Append(nil, d, scale.Chinese())), " ")
	}
	// Output:
	// 0 0.5万 1万 1.5万 2万
}

// eachRuler makes rulers of all kinds and directions by chance.
func eachRuler(t *testing.T, visit func(r scale.Ruler, lo, hi float64)) {
	t.Helper()
	rng := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		start := rng.Float64()*2000 - 1000
		end := start + (rng.Float64()+0.01)*3000
		if rng.IntN(2) == 0 {
			start, end = end, start
		}
		size := math.Pow(10, rng.Float64()*16-6)
		lo := (rng.Float64() - 0.5) * size
		hi := lo + (rng.Float64()+1e-3)*size
		visit(scale.Linear(lo, hi, start, end), lo, hi)
		lo = size
		hi = lo * math.Pow(10, 0.1+rng.Float64()*6)
		r, err := scale.Log(lo, hi, start, end)
		if err != nil {
			t.Fatal(err)
		}
		visit(r, lo, hi)
	}
}

func TestRulerIsMonotoneAndInvertible(t *testing.T) {
	eachRuler(t, func(r scale.Ruler, lo, hi float64) {
		start, end := r.Range()
		if math.Abs(r.At(lo)-start) > 1e-9 || math.Abs(r.At(hi)-end) > 1e-9 {
			t.Fatalf("%+v: the ends stand at %v and %v", r, r.At(lo), r.At(hi))
		}
		before := math.Inf(-1)
		for k := 0; k <= 20; k++ {
			v := lo + (hi-lo)*float64(k)/20
			x := r.At(v)
			if back := r.Invert(x); math.Abs(back-v) > 1e-9*math.Max(math.Abs(hi), math.Abs(lo)) {
				t.Fatalf("%+v: %v stands at %v, which is %v", r, v, x, back)
			}
			if start > end {
				x = -x
			}
			if x <= before {
				t.Fatalf("%+v: %v does not stand beyond the number before it", r, v)
			}
			before = x
		}
	})
}

func TestLinearLengthsAreProportionalFromZero(t *testing.T) {
	r := scale.Linear(0, 611_000_000, 40, 951)
	for _, v := range []float64{1, 134_000_000, 30_000_000, 611_000_000} {
		if got, want := (r.At(v)-40)/911, v/611_000_000; math.Abs(got-want) > 1e-12 {
			t.Errorf("%v takes %v of the length, want %v", v, got, want)
		}
	}
}

func TestTicksLieInsideInOrderAndAreFew(t *testing.T) {
	var ticks []decimal.Decimal
	eachRuler(t, func(r scale.Ruler, lo, hi float64) {
		for most := 2; most <= 11; most += 3 {
			ticks = r.AppendTicks(ticks[:0], most)
			if len(ticks) > most {
				t.Fatalf("%+v has %d ticks, more than %d", r, len(ticks), most)
			}
			for i, d := range ticks {
				if v := d.Float64(); v < lo || v > hi {
					t.Fatalf("%+v: the tick %s lies outside", r, d)
				}
				if i > 0 && d.Cmp(ticks[i-1]) <= 0 {
					t.Fatalf("%+v: the tick %s does not follow %s", r, d, ticks[i-1])
				}
			}
			if nice := r.Nice(most); !r.IsLog() {
				from, to := nice.Domain()
				if from > lo || to < hi {
					t.Fatalf("%+v: made nice it has lost a part: %v to %v", r, from, to)
				}
				ends := false
				for k := 2; k <= most+2 && !ends; k++ {
					ticks = nice.AppendTicks(ticks[:0], k)
					ends = len(ticks) >= 2 && ticks[0].Float64() == from && ticks[len(ticks)-1].Float64() == to
				}
				if !ends {
					t.Fatalf("%+v: made nice it runs from %v to %v, where no ticks end", r, from, to)
				}
			}
		}
	})
}

// An axis that holds a nice stretch of numbers names enough of them to be read.
func TestTicksAreEnough(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		most   int
		want   string
	}{
		{0, 1, 6, "[0 0.2 0.4 0.6 0.8 1]"},
		{0, 0.3, 4, "[0 0.1 0.2 0.3]"},
		{-1, 1, 5, "[-1 -0.5 0 0.5 1]"},
		{0, 67623, 5, "[0 20000 40000 60000]"},
		{2018, 2022, 5, "[2018 2019 2020 2021 2022]"},
		{1, 0, 3, "[0 0.5 1]"},
		{0, 100, 11, "[0 10 20 30 40 50 60 70 80 90 100]"},
		{3, 3, 5, "[]"},
		{0, math.Inf(1), 5, "[]"},
		{1e17, 1e17 + 1e-3, 5, "[]"},
	} {
		if got := fmt.Sprint(scale.Linear(c.lo, c.hi, 0, 1).AppendTicks(nil, c.most)); got != c.want {
			t.Errorf("%v to %v: %s, want %s", c.lo, c.hi, got, c.want)
		}
	}
	for _, c := range []struct {
		lo, hi float64
		most   int
		want   string
	}{
		{1, 100, 10, "[1 2 5 10 20 50 100]"},
		{1, 1e6, 10, "[1 10 100 1000 10000 100000 1000000]"},
		{1, 1e6, 4, "[1 100 10000 1000000]"},
		{0.02, 3, 8, "[0.02 0.05 0.1 0.2 0.5 1 2]"},
	} {
		r, err := scale.Log(c.lo, c.hi, 0, 1)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(r.AppendTicks(nil, c.most)); got != c.want {
			t.Errorf("log %v to %v: %s, want %s", c.lo, c.hi, got, c.want)
		}
	}
	r, err := scale.Log(3, 700, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if from, to := r.Nice(5).Domain(); from != 1 || to != 1000 {
		t.Errorf("3 to 700 is made %v to %v", from, to)
	}
}

func TestLogRefusesWhatHasNoLogarithm(t *testing.T) {
	for _, d := range [][2]float64{{0, 1}, {-1, 1}, {1, 0}, {1, 1}, {1, math.Inf(1)}, {math.NaN(), 1}} {
		if _, err := scale.Log(d[0], d[1], 0, 1); !errors.Is(err, scale.ErrLogDomain) {
			t.Errorf("%v is taken: %v", d, err)
		}
	}
}

func TestAreasAreProportional(t *testing.T) {
	a := scale.NewArea(1_000_000, 625)
	for _, v := range []float64{611_000_000, 134_000_000, 30_000_000, 1} {
		side := a.At(v)
		for _, area := range []float64{a.Of(v), side * side} {
			if math.Abs(area/(v*625/1_000_000)-1) > 1e-12 {
				t.Errorf("%v takes %v", v, area)
			}
		}
		if math.Abs(a.Invert(side)/v-1) > 1e-12 {
			t.Errorf("%v comes back as %v", v, a.Invert(side))
		}
	}
	if a.At(-3) != 0 || scale.NewArea(0, 9).At(3) != 0 || scale.NewArea(0, 9).Invert(3) != 0 {
		t.Error("nothing takes an area")
	}
}

func TestBandsFillTheLine(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		n := 1 + rng.IntN(30)
		start, end := rng.Float64()*100, 200+rng.Float64()*100
		if rng.IntN(2) == 0 {
			start, end = end, start
		}
		inner, outer := rng.Float64()*0.8, rng.Float64()
		b := scale.NewBand(n, start, end, inner, outer)
		if b.Len() != n {
			t.Fatalf("%d bands, want %d", b.Len(), n)
		}
		if lead, trail := b.Middle(0)-start, end-b.Middle(n-1); math.Abs(lead-trail) > 1e-9 {
			t.Fatalf("%+v leaves %v before and %v after", b, lead, trail)
		}
		for i := range n {
			if k, ok := b.Invert(b.Middle(i)); !ok || k != i {
				t.Fatalf("%+v: the middle of band %d lies in %d, %v", b, i, k, ok)
			}
			if _, ok := b.Invert(b.At(i) + (b.Middle(i)-b.At(i))*2.02); ok && inner > 0.1 {
				t.Fatalf("%+v: the gap after band %d belongs to one", b, i)
			}
		}
		if whole := b.Step() * (float64(n) - inner + 2*outer); math.Abs(whole-math.Abs(end-start)) > 1e-9 || math.Abs(b.Bandwidth()-b.Step()*(1-inner)) > 1e-9 {
			t.Fatalf("%+v does not fill the line", b)
		}
	}
	if _, ok := (scale.Band{}).Invert(0); ok || scale.NewBand(0, 0, 9, 0, 0).Len() != 0 {
		t.Error("there is a band among none")
	}
}

func TestMagnitudeIsOneForAnAxis(t *testing.T) {
	for _, c := range []struct {
		hi   float64
		name string
	}{{9_999, ""}, {20_000, "万"}, {67_623, "万"}, {99_999_999, "万"}, {611_000_000, "亿"}, {136e9, "亿"}, {1, ""}} {
		ticks := scale.Linear(0, c.hi, 0, 1).AppendTicks(nil, 6)
		m := scale.MagnitudeOf(ticks)
		if m.Name != c.name {
			t.Errorf("0 to %v is counted in %q, want %q", c.hi, m.Name, c.name)
		}
		factor := map[string]float64{"": 1, "万": 1e4, "亿": 1e8}[m.Name]
		for _, d := range ticks {
			if got := m.In(d); math.Abs(got.Float64()*factor-d.Float64()) > 1e-6 || got.Scale > 2 {
				t.Errorf("%s is %s %s", d, got, m.Name)
			}
		}
	}
	// A fine axis far above 万 keeps its digits.
	if m := scale.MagnitudeOf([]decimal.Decimal{decimal.FromInt(12_345), decimal.FromInt(12_346)}); m.Name != "" {
		t.Errorf("12,345 and 12,346 are counted in %s", m.Name)
	}
}

func TestScalesAllocateNothing(t *testing.T) {
	ticks := make([]decimal.Decimal, 0, 16)
	r := scale.Linear(0, 67623, 0, 900)
	g, err := scale.Log(1, 1e6, 0, 900)
	if err != nil {
		t.Fatal(err)
	}
	a, b := scale.NewArea(3, 5), scale.NewBand(5, 0, 100, 0.2, 0.1)
	sum := 0.0
	if n := testing.AllocsPerRun(100, func() {
		ticks = r.AppendTicks(ticks[:0], 8)
		ticks = g.AppendTicks(ticks, 8)
		m := scale.MagnitudeOf(ticks)
		sum += r.At(3) + g.Invert(r.Invert(4)) + a.At(2) + b.Middle(2) + m.In(ticks[1]).Float64()
	}); n != 0 {
		t.Errorf("scales allocate %v times", n)
	}
	if sum == 0 {
		t.Error("nothing was computed")
	}
}

func BenchmarkAppendTicks(b *testing.B) {
	ticks := make([]decimal.Decimal, 0, 16)
	r := scale.Linear(0, 67623, 0, 900)
	b.ReportAllocs()
	for b.Loop() {
		ticks = r.AppendTicks(ticks[:0], 8)
	}
}
