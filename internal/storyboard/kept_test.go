package storyboard

import (
	"testing"

	"lianhua/internal/stage"
)

func TestKeptIsMadeOnceForADrawingAndACount(t *testing.T) {
	var k Kept[Counted, int]
	n := 0
	of := func(a *stage.Art, count int) int {
		what, ok := k.Of(Counted{a, count}, func() (int, bool) { n++; return n, true })
		if !ok {
			t.Fatal("what was made is not there")
		}
		return what
	}
	var arts [kept + 1]stage.Art
	if a, b := of(&arts[0], 1), of(&arts[0], 1); a != b {
		t.Errorf("made as %d, and again as %d", a, b)
	}
	if a, b := of(&arts[0], 1), of(&arts[0], 2); a == b {
		t.Error("another count has what the first had")
	}
	for i := range arts {
		of(&arts[i], 1)
	}
	if len(k.made) != kept {
		t.Errorf("%d are remembered, not %d", len(k.made), kept)
	}
	before := n
	if of(&arts[kept], 1); n != before {
		t.Error("the last is made again")
	}
	if of(&arts[0], 2); n == before {
		t.Error("the first is still remembered")
	}
	if _, ok := k.Of(Counted{&arts[0], 3}, func() (int, bool) { return 0, false }); ok {
		t.Error("what could not be made is there")
	}
	if what, ok := k.Of(Counted{&arts[0], 3}, func() (int, bool) { return 7, true }); !ok || what != 7 {
		t.Error("what could not be made is remembered as nothing")
	}
}
