package scale_test

import (
	"fmt"
	"testing"

	"lianhua/internal/decimal"
	"lianhua/internal/scale"
)

func ExampleAppend() {
	for _, s := range []string{"3063", "40000", "111616", "86.36"} {
		d, _ := decimal.Parse(s)
		zh := scale.Append(nil, d, scale.Chinese())
		en := scale.Append(nil, d, scale.English())
		fmt.Printf("%s\t%s\n", zh, en)
	}
	// Output:
	// 3063	3,063
	// 4万	40,000
	// 111,616	111,616
	// 86.36	86.36
}

func TestAppend(t *testing.T) {
	rounded := scale.NumberStyle{Grouping: scale.FromFive, Myriads: scale.AllMyriads, Decimals: 2}
	for _, c := range []struct {
		in    string
		style scale.NumberStyle
		want  string
	}{
		{"0", scale.Chinese(), "0"}, {"999", scale.English(), "999"}, {"1000", scale.English(), "1,000"},
		{"1000", scale.Chinese(), "1000"}, {"10000", scale.Chinese(), "1万"}, {"100000000", scale.Chinese(), "1亿"},
		{"136000000000", scale.Chinese(), "1360亿"}, {"611000000", scale.Chinese(), "6.11亿"},
		{"111616", rounded, "11.16万"}, {"611100000", scale.Chinese(), "61,110万"}, {"9999", rounded, "9999"}, {"46162", rounded, "4.62万"},
		{"-40000", scale.Chinese(), "−4万"}, {"-1234567.5", scale.English(), "−1,234,567.5"},
		{"2022", scale.NumberStyle{}, "2022"}, {"1234.5", fixed(scale.English(), 0), "1,234"},
		{"1.5", fixed(scale.English(), 2), "1.50"}, {"40000", fixed(scale.Chinese(), 1), "4.0万"},
		{"169.128", scale.English(), "169.128"},
	} {
		d, err := decimal.Parse(c.in)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(scale.Append(nil, d, c.style)); got != c.want {
			t.Errorf("Append(%s, %+v) = %s, want %s", c.in, c.style, got, c.want)
		}
	}
}

func TestAppendSurvivesAnyValue(t *testing.T) {
	for _, d := range []decimal.Decimal{{Unscaled: -1 << 63}, {Unscaled: 1<<63 - 1, Scale: 18}, {Unscaled: -1 << 63, Scale: 18}, {Unscaled: 5, Scale: 255}} {
		for m := scale.NoMyriads; m <= scale.AllMyriads; m++ {
			if out := scale.Append(nil, d, scale.NumberStyle{Grouping: scale.FromFour, Myriads: m, Fixed: true, Decimals: 18}); len(out) == 0 {
				t.Errorf("%+v was written as nothing", d)
			}
		}
	}
}

func TestAppendAllocatesNothing(t *testing.T) {
	buf := make([]byte, 0, 64)
	style, d := scale.Chinese(), decimal.FromInt(111616)
	if n := testing.AllocsPerRun(100, func() { buf = scale.Append(buf[:0], d, style) }); n != 0 {
		t.Errorf("Append allocates %v times", n)
	}
}

func TestOrdinalSuffix(t *testing.T) {
	for n, want := range map[int64]string{1: "st", 2: "nd", 3: "rd", 5: "th", 11: "th", 12: "th", 13: "th", 15: "th", 21: "st", 25: "th", 112: "th"} {
		if got := scale.OrdinalSuffix(n); got != want {
			t.Errorf("%d ends in %s, want %s", n, got, want)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	buf := make([]byte, 0, 64)
	d, style := decimal.FromInt(111616), scale.Chinese()
	b.ReportAllocs()
	for b.Loop() {
		buf = scale.Append(buf[:0], d, style)
	}
}

func fixed(s scale.NumberStyle, decimals uint8) scale.NumberStyle {
	s.Fixed, s.Decimals = true, decimals
	return s
}
