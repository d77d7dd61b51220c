package story

import (
	"hash/crc32"

	"lianhua/internal/varint"
)

// Encode is the story file of a bundle.
func Encode(b *Bundle) []byte {
	w := writer{index: make(map[string]uint64)}
	w.records(&b.records)
	format := byte(OldestFormat)
	if len(b.records.Corrections) > 0 {
		format = Format
	}
	out := append([]byte(magic), format, 0, 0, 0, 0)
	out = varint.Append(out, uint64(len(w.strings)))
	for _, s := range w.strings {
		out = varint.Append(out, uint64(len(s)))
		out = append(out, s...)
	}
	out = append(out, w.body...)
	sum := checksum(out[header:])
	copy(out[header-len(sum):], sum[:])
	return out
}

// checksum is the CRC-32 (IEEE), little endian.
func checksum(data []byte) [4]byte {
	n := crc32.ChecksumIEEE(data)
	return [4]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}
}

func (w *writer) records(r *Records) {
	w.uint(uint64(len(r.Places)))
	for _, p := range r.Places {
		w.text(p.ID)
		w.both(p.Article)
		w.both(p.Section)
		w.uint(uint64(p.Paragraph))
	}
	w.text(r.BreaksOff)
	w.uint(uint64(len(r.Figures)))
	for i := range r.Figures {
		w.figure(&r.Figures[i])
	}
	w.uint(uint64(len(r.Copy)))
	for _, c := range r.Copy {
		w.text(c.Key)
		w.both(c.Text)
	}
	w.uint(uint64(len(r.Themes)))
	for _, t := range r.Themes {
		w.text(t.Name)
		w.uint(uint64(len(t.Colors)))
		for _, c := range t.Colors {
			w.text(c.Name)
			w.uint(uint64(c.RGBA))
		}
		w.uint(uint64(len(t.Tones)))
		for _, tone := range t.Tones {
			w.text(tone.Name)
			w.uint(uint64(len(tone.Colors)))
			for _, c := range tone.Colors {
				w.uint(uint64(c))
			}
		}
	}
	w.uint(uint64(len(r.Timings)))
	for _, t := range r.Timings {
		w.text(t.Scene)
		w.text(t.Beat)
		w.int(int64(t.Duration))
		w.int(int64(t.Hold))
	}
	w.uint(uint64(len(r.Tunings)))
	for _, t := range r.Tunings {
		w.text(t.Scene)
		w.text(t.Form)
		w.text(t.Name)
		w.decimal(t.Value)
	}
	if len(r.Corrections) == 0 {
		return // as stories end that know of none
	}
	w.uint(uint64(len(r.Corrections)))
	for _, c := range r.Corrections {
		w.text(c.Day)
		w.text(c.Figure)
		w.decimal(c.Old)
		w.decimal(c.New)
		w.decimal(c.OldEN)
		w.decimal(c.NewEN)
		w.both(c.Why)
	}
}

func (w *writer) figure(f *FigureRecord) {
	w.text(f.ID)
	w.decimal(f.Value)
	w.decimal(f.ValueEN)
	w.decimal(f.Base)
	w.unit(f.UnitZH)
	w.unit(f.UnitEN)
	w.uint(uint64(f.Precision))
	w.uint(uint64(f.Kind))
	w.flags(f.Target, f.Derived)
	w.text(f.Expr)
	w.text(f.Rounding)
	w.text(f.PartOf)
	w.both(f.Period)
	w.both(f.Label)
	w.uint(uint64(f.Place))
}

func (w *writer) unit(u UnitForm) {
	w.text(u.Lead)
	w.text(u.One)
	w.text(u.Many)
	w.flags(u.Joined, u.Ordinal)
}
