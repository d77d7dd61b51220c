package ledger

import "strings"

// Record is what is known of a figure, in the reader's language.
type Record struct {
	Value     string // exact, as a decimal
	Unit      string
	Precision string // exact, about, more-than
	Period    string
	Label     string
	Cite      string // article, section and paragraph
	Expr      string // how a derived figure is worked out
}

// AppendCSV writes the picture's figures as a table that opens in a spreadsheet:
// UTF-8 with a byte order mark, RFC 4180, a line of column names first. Figures
// without a record are left out.
func (led *Ledger) AppendCSV(dst []byte, record func(figure string) (Record, bool)) []byte {
	dst = append(dst, "\uFEFFid,value,unit,precision,period,label,source,derived\r\n"...)
	for i := range led.Entries {
		id := led.Entries[i].Figure
		r, ok := record(id)
		if !ok {
			continue
		}
		for k, v := range [...]string{id, r.Value, r.Unit, r.Precision, r.Period, r.Label, r.Cite, r.Expr} {
			if k > 0 {
				dst = append(dst, ',')
			}
			dst = appendCell(dst, v)
		}
		dst = append(dst, "\r\n"...)
	}
	return dst
}

func appendCell(dst []byte, v string) []byte {
	if !strings.ContainsAny(v, "\",\r\n") && strings.TrimSpace(v) == v {
		return append(dst, v...)
	}
	dst = append(dst, '"')
	dst = append(dst, strings.ReplaceAll(v, `"`, `""`)...)
	return append(dst, '"')
}
