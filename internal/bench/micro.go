package bench

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Micro times what happens once: reading the story and the fonts, setting texts,
// hashing a list.
func Micro(st *preview.Viewer, compiled []byte, sans, bold, serif []byte) Section {
	s := Section{
		Name: "micro", Title: "what happens once, on one core of this machine, not in WASM",
		Columns: []Column{{"time", "µs", 1}, {"allocs", "", 0}, {"memory", "bytes", 0}},
	}
	words := st.Bundle.In(story.ZH).Words("cleanup.deck")
	style := typeset.Style{Face: typeset.Sans, Size: 22}
	last := len(st.Deck.Slots) - 1
	var full draw.List
	st.Draw(&full, st.Settled(last, 0, story.ZH, nil, area()))
	for _, c := range []struct {
		name string
		run  func() error
	}{
		{"read the story", func() error { _, err := story.Decode(compiled); return err }},
		{"read three fonts", func() error { _, err := typeset.Load(sans, bold, serif); return err }},
		{"set a paragraph anew", func() error { typeset.NewSetter(st.Fonts, "zh").Block(words, style, 480); return nil }},
		{"set a line anew", func() error { typeset.NewSetter(st.Fonts, "zh").Line(words, style); return nil }},
		{"hash the sources' list", func() error { full.Hash(); return nil }},
	} {
		var failed error
		r := testing.Benchmark(func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := c.run(); err != nil {
					failed = err
					return
				}
			}
		})
		if failed != nil {
			s.Failed = join(s.Failed, c.name+": "+failed.Error())
			continue
		}
		s.Rows = append(s.Rows, Row{Name: c.name, Values: Numbers(
			float64(r.T.Nanoseconds())/1000/float64(r.N), float64(r.AllocsPerOp()), float64(r.AllocedBytesPerOp()))})
	}
	return s
}
