package story

import (
	"lianhua/internal/decimal"
	"lianhua/internal/scale"
)

// The keys of the words about a number that is not exact.
const (
	aboutKey = "number.about"
	moreKey  = "number.more-than"
)

// write composes the written form of a figure: Shown, Unit, Lead, Number,
// Tail, Text and Style.
func (f *Figure) write(r *FigureRecord, s *Story) {
	f.Style = styleOf(r.Kind, s.Lang)
	if s.Lang == ZH {
		f.writeChinese(r, s)
		return
	}
	f.writeEnglish(r, s)
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

func (f *Figure) writeChinese(r *FigureRecord, s *Story) {
	digits, myriad := scale.Split(r.Value, f.Style)
	f.Style.Myriads = scale.NoMyriads
	f.Shown, f.Unit = digits, r.UnitZH.Many
	f.Number = string(scale.Append(nil, digits, f.Style))
	f.Lead = r.UnitZH.Lead
	more := ""
	switch r.Precision {
	case About:
		f.Lead = s.raw(aboutKey) + f.Lead
	case MoreThan:
		more = s.raw(moreKey)
	}
	// The word follows the magnitude and precedes the thing: 10亿余元, 4万余户.
	unit := r.UnitZH.Many
	if myriad == "" {
		myriad, unit = scale.CutMyriad(unit)
	}
	f.Tail = myriad + more + unit
	f.Text = f.Lead + f.Number + f.Tail
}

func (f *Figure) writeEnglish(r *FigureRecord, s *Story) {
	unit := r.UnitEN
	f.Shown = r.ValueEN
	f.Unit = unit.Many
	if r.ValueEN.Equal(decimal.FromInt(1)) && r.Precision == Exact {
		f.Unit = unit.One
	}
	f.Number = string(scale.Append(nil, r.ValueEN, f.Style))
	switch r.Precision {
	case About:
		f.Lead = s.raw(aboutKey)
	case MoreThan:
		f.Lead = s.raw(moreKey)
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
