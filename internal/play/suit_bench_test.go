package play

import (
	"testing"

	"lianhua/assets/fonts"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

func BenchmarkSuits(b *testing.B) {
	f, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		b.Fatal(err)
	}
	s, all := bundle(b), scenes.All()
	for b.Loop() {
		if err := Suits(s, all, f); err != nil {
			b.Fatal(err)
		}
	}
}
