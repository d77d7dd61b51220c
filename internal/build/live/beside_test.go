package live

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"testing"

	"lianhua/internal/build"
)

// What draws without the player hears of a story before there is a player, and of
// drawings, fonts and newer code.
func TestWhoDrawsWithoutThePlayerIsToldOfAllThatIsCompiled(t *testing.T) {
	type told struct {
		story string
		packs int
		stale bool
	}
	heard := make(chan told, 16)
	ready := make(chan struct{})
	w := openBeside(t, false, func(s *Sources) {
		s.Compiled = func(story []byte, packs []build.File, stale bool) { heard <- told{string(story), len(packs), stale} }
		s.Beside = map[string]http.Handler{"/bench/": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "at the bench: "+r.URL.Path) })}
		player := s.Player
		s.Player = func(ctx context.Context) ([]build.File, error) {
			select {
			case <-ready:
				return player(ctx)
			case <-ctx.Done():
				return nil, fmt.Errorf("waiting: %w", ctx.Err())
			}
		}
	})
	next := func(what string, want told) {
		t.Helper()
		if got := <-heard; got != want {
			t.Errorf("%s: told of %+v, want %+v", what, got, want)
		}
	}
	next("at the beginning", told{"one", 0, false})
	if got := w.get("/bench/here"); got != "at the bench: /bench/here" {
		t.Errorf("beside the site is %q", got)
	}
	events := w.listen()
	events.next("hello")
	w.save("assets/story.txt", "second")
	next("another story", told{"second", 0, false})
	events.next("compiled")
	w.save("assets/art/house.svg", "a roof")
	next("a drawing", told{"second", 1, false})
	events.next("compiled")
	w.save("assets/fonts/f.ttf", "other glyphs")
	next("a font", told{"second", 1, false})
	events.next("compiled")
	close(ready)
	if got := w.get("/story.lh"); got != "second" {
		t.Errorf("the story is %q", got)
	}
	w.save("code/main.go", "package main // two")
	next("newer code", told{"second", 1, true})
}
