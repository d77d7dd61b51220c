package story

import "math"

// Decode reads a story file. It returns an error that wraps [ErrCorrupt] or
// [ErrVersion]; it never panics.
func Decode(data []byte) (*Bundle, error) {
	format := FormatOf(data)
	if format == 0 {
		return nil, &corrupt{"it does not begin as a story file"}
	}
	if format < OldestFormat || format > Format {
		return nil, ErrVersion
	}
	body := data[header:]
	if [4]byte(data[header-4:header]) != checksum(body) {
		return nil, &corrupt{"its checksum does not match"}
	}
	r := reader{rest: body}
	r.table()
	records := r.records(format)
	if r.err == nil && len(r.rest) > 0 {
		r.fail("bytes follow its end")
	}
	if r.err != nil {
		return nil, r.err
	}
	b, err := New(records)
	if err != nil {
		return nil, &corrupt{err.Error()}
	}
	return b, nil
}

func (r *reader) table() {
	n := r.count()
	r.strings = make([]string, 0, min(n, 1024))
	for range n {
		size := r.uint(uint64(len(r.rest)))
		if r.err != nil {
			return
		}
		if size > uint64(len(r.rest)) {
			r.fail("a string ends early")
			return
		}
		r.strings = append(r.strings, string(r.rest[:size]))
		r.rest = r.rest[size:]
	}
}

// list reads a list; it stops at the first error.
func list[T any](r *reader, item func() T) []T {
	n := r.count()
	if n == 0 {
		return nil
	}
	items := make([]T, 0, min(n, 1024)) // a forged count reserves little
	for range n {
		items = append(items, item())
		if r.err != nil {
			return nil
		}
	}
	return items
}

func (r *reader) records(format int) Records {
	var out Records
	out.Places = list(r, func() Place {
		return Place{ID: r.text(), Article: r.both(), Section: r.both(), Paragraph: int(r.uint(math.MaxInt16))}
	})
	out.BreaksOff = r.text()
	out.Figures = list(r, r.figure)
	out.Copy = list(r, func() CopyRecord { return CopyRecord{r.text(), r.both()} })
	out.Themes = list(r, func() ThemeRecord {
		return ThemeRecord{r.text(), list(r, func() ColorRecord {
			return ColorRecord{r.text(), uint32(r.uint(math.MaxUint32))}
		}), list(r, func() ToneRecord {
			return ToneRecord{r.text(), list(r, func() uint32 { return uint32(r.uint(math.MaxUint32)) })}
		})}
	})
	out.Timings = list(r, func() TimingRecord {
		return TimingRecord{r.text(), r.text(), r.milliseconds(), r.milliseconds()}
	})
	out.Tunings = list(r, func() TuningRecord {
		return TuningRecord{r.text(), r.text(), r.text(), r.decimal()}
	})
	if format == Format {
		out.Corrections = list(r, func() CorrectionRecord {
			return CorrectionRecord{r.text(), r.text(), r.decimal(), r.decimal(), r.decimal(), r.decimal(), r.both()}
		})
		if r.err == nil && len(out.Corrections) == 0 {
			r.fail("it counts no corrections")
		}
	}
	return out
}

func (r *reader) milliseconds() int32 {
	n := r.int()
	if n < -1 || n > math.MaxInt32 {
		r.fail("a time is out of range")
		return -1
	}
	return int32(n)
}

func (r *reader) figure() FigureRecord {
	f := FigureRecord{
		ID: r.text(), Value: r.decimal(), ValueEN: r.decimal(), Base: r.decimal(),
		UnitZH: r.unit(), UnitEN: r.unit(),
		Precision: Precision(r.uint(uint64(MoreThan))), Kind: Kind(r.uint(uint64(kinds - 1))),
	}
	r.flags(&f.Target, &f.Derived)
	f.Expr, f.Rounding, f.PartOf = r.text(), r.text(), r.text()
	f.Period, f.Label = r.both(), r.both()
	f.Place = int(r.uint(math.MaxInt16))
	return f
}

func (r *reader) unit() UnitForm {
	u := UnitForm{Lead: r.text(), One: r.text(), Many: r.text()}
	r.flags(&u.Joined, &u.Ordinal)
	return u
}
