package site

import (
	"context"
	"testing"

	"github.com/andybalholm/brotli"

	"lianhua/internal/build"
)

// written counts bytes.
type written int

func (w *written) Write(p []byte) (int, error) {
	*w += written(len(p))
	return len(p), nil
}

// TestDrawingsAreWithinTheirBudget weighs the packs as "studio size" does.
func TestDrawingsAreWithinTheirBudget(t *testing.T) {
	packs, err := module(t).Site().PackFiles()
	if err != nil {
		t.Fatal(err)
	}
	if err := build.Compress(t.Context(), t.TempDir(), packs); err != nil {
		t.Fatal(err)
	}
	for _, p := range packs {
		t.Logf("%-24s %8d raw, %8d under brotli", p.Name, len(p.Content), len(p.Brotli))
	}
	if err := build.PacksAbove(packs); err != nil {
		t.Error(err)
	}
}

// TestFirstFrameIsWithinTheBudget weighs what a reader loads until the first frame
// that answers to touch, as "studio size" does but under a quicker brotli: the best
// one, which hosts send, takes a minute for a new player. The quicker one leaves
// more, scripts are not yet one, and both languages' pages are weighed: 2,274,536 bytes
// where "studio size" found 1,989,722. So much more is let pass.
func TestFirstFrameIsWithinTheBudget(t *testing.T) {
	const quality, more = 9, build.Budget * 142 / 1000
	parts, err := module(t).Plain(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	sum, player := written(0), false
	for _, p := range parts {
		if !p.Counted() {
			continue
		}
		before := sum
		w := brotli.NewWriterLevel(&sum, quality)
		if _, err := w.Write(p.Content); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		player = player || p.Name == build.PlayerName
		t.Logf("%-20s %8d", p.Name, sum-before)
	}
	if t.Logf("%d bytes in all", sum); sum > build.Budget+more || !player {
		t.Errorf("until the first frame a reader loads %d bytes, more than %d, or the player is not among them: studio size tells which", sum, build.Budget+more)
	}
}
