package assets_test

import (
	"testing"

	"lianhua/assets"
	"lianhua/internal/story"
)

// BenchmarkDecode is what the player spends on the story before its first
// frame.
func BenchmarkDecode(b *testing.B) {
	b.SetBytes(int64(len(assets.Story)))
	for b.Loop() {
		if _, err := story.Decode(assets.Story); err != nil {
			b.Fatal(err)
		}
	}
}
