package article

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Scenes may call their marks what they like.
func TestOnlyTheFrameIsLeftOutOfPictures(t *testing.T) {
	l := new(draw.List)
	l.Reset(geom.R(0, 0, 100, 100), 0)
	mark := func(name string, s draw.Sem) {
		l.Rect(draw.Name(name), geom.R(0, 0, 10, 10), 0, draw.Ink(draw.RGB(0)), s)
	}
	mark("deck", draw.Decor())
	mark("progress", draw.Decor())
	mark("words", draw.Sem{Role: draw.RoleText, Frame: draw.FrameDeck})
	mark("bar", draw.Sem{Frame: draw.FrameProgress})
	strip(l)
	for name, shown := range map[string]bool{"deck": true, "progress": true, "words": false, "bar": false} {
		if m := &l.Marks[l.Find(draw.Name(name))]; m.Alpha > 0 != shown {
			t.Errorf("%s is shown: %v", name, !shown)
		}
	}
}
