package story

import (
	"strings"

	"lianhua/internal/decimal"
	"lianhua/internal/scale"
)

// write composes the written form of a figure: Shown, Unit, Lead, Number,
// Tail, Text and Style.
func (f *Figure) write(r *FigureRecord, l Lang) {
	f.Style = styleOf(r.Kind, l)
	if l == ZH {
		f.writeChinese(r)
		return
	}
	f.writeEnglish(r)
}

func styleOf(k Kind, l Lang) scale.NumberStyle {
	switch k {
	case Year, Month, Day, Ordinal, Age:
		return scale.NumberStyle{}
	case Count:
		if l == ZH {
			return scale.Chinese()
		}
	}
	if l == ZH {
		return scale.NumberStyle{Grouping: scale.FromFive}
	}
	return scale.English()
}

func (f *Figure) writeChinese(r *FigureRecord) {
	digits, myriad := scale.Split(r.Value, f.Style)
	f.Style.Myriads = scale.NoMyriads
	f.Shown, f.Unit = digits, r.UnitZH.Many
	f.Number = string(scale.Append(nil, digits, f.Style))
	f.Lead = r.UnitZH.Lead
	more := ""
	switch r.Precision {
	case About:
		f.Lead = "约" + f.Lead
	case MoreThan:
		more = "余"
	}
	// 余 follows the magnitude and precedes the thing: 10亿余元, 4万余户.
	unit := r.UnitZH.Many
	if myriad == "" {
		for _, m := range [...]string{"亿", "万"} {
			if rest, ok := strings.CutPrefix(unit, m); ok {
				myriad, unit = m, rest
				break
			}
		}
	}
	f.Tail = myriad + more + unit
	f.Text = f.Lead + f.Number + f.Tail
}

func (f *Figure) writeEnglish(r *FigureRecord) {
	unit := r.UnitEN
	f.Shown = r.ValueEN
	f.Unit = unit.Many
	if r.ValueEN.Equal(decimal.FromInt(1)) && r.Precision == Exact {
		f.Unit = unit.One
	}
	f.Number = string(scale.Append(nil, r.ValueEN, f.Style))
	switch r.Precision {
	case About:
		f.Lead = "about"
	case MoreThan:
		f.Lead = "more than"
	}
	f.Lead = spaced(f.Lead, unit.Lead)
	f.Tail = f.Unit
	joined := unit.Joined
	if n, whole := r.ValueEN.Int(); unit.Ordinal && whole {
		f.Tail, joined = spaced(scale.OrdinalSuffix(n), f.Unit), true
	}
	f.Joined = joined
	f.Text = spaced(f.Lead, f.Number)
	if joined {
		f.Text += f.Tail
	} else {
		f.Text = spaced(f.Text, f.Tail)
	}
}

func spaced(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
