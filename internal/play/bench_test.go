package play

import (
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/draw"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// From the story's bytes to the first picture's list.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		bundle, err := story.Decode(assets.Story)
		if err != nil {
			b.Fatal(err)
		}
		f, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
		if err != nil {
			b.Fatal(err)
		}
		m, err := New(bundle, f, scenes.All(), Options{})
		if err != nil {
			b.Fatal(err)
		}
		var l draw.List
		m.Draw(&l, screen)
	}
}

// A frame in the middle of each scene: its tick and its list.
func BenchmarkFrame(b *testing.B) {
	for i, s := range scenes.All() {
		b.Run(s.Name(), func(b *testing.B) {
			p := newPlayerOf(b, Options{}, scenes.All()...)
			mid := p.time(i).Length() / 2
			b.ReportAllocs()
			for b.Loop() {
				p.Seek(i, mid)
				p.Tick(frame)
				p.draw()
			}
		})
	}
}
