package live

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"lianhua/internal/build"
)

// tick is how often data and shell are looked at; code is, every codeTicks.
const (
	tick      = 50 * time.Millisecond
	codeTicks = 5
	// calm is how long nothing is saved before the pages are baked anew: while something is
	// dragged at the workbench, the processor is the pictures'.
	calm = 500 * time.Millisecond
)

// Sources says what a live site is made from.
type Sources struct {
	Site build.Site

	// Player compiles the player: Site.PlayerFiles.
	Player func(ctx context.Context) ([]build.File, error)

	// Data are the folders and files of the story; Code those of the player.
	Data, Code []string

	// Fresh makes what Site.StaticFiles makes with the Go code as it is on disk,
	// for when it is newer than the running program's. Nil leaves the pages to
	// the running program.
	Fresh func(ctx context.Context) ([]build.File, error)

	// Beside answers requests below paths such as "/workbench/", beside the site. Nil:
	// nothing does.
	Beside map[string]http.Handler

	// Compiled is told of every story with its drawings that holds together, before
	// any page is made of it, and again when the fonts have changed. Stale is whether
	// the Go code on disk is newer than the running program. The pages then hear
	// "compiled". Nil: nobody is told.
	Compiled func(story []byte, packs []build.File, stale bool)

	// Saved tells that a file was just written, so that nobody waits for the next look
	// at all of them. Nil: nobody tells.
	Saved <-chan struct{}

	// CutFonts brings the files in Site.Fonts up to date with the words. Nil
	// leaves them as they are.
	CutFonts func(ctx context.Context) error
}

// Run builds the site, serves it on the listener and follows its sources until
// ctx ends. It closes the listener.
func Run(ctx context.Context, listener net.Listener, sources Sources) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	site := &Server{}
	mux := http.NewServeMux()
	mux.Handle("/", site)
	for path, handler := range sources.Beside {
		mux.Handle(path, handler)
	}
	server := &http.Server{
		Handler:           mux,
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	followed := make(chan struct{})
	go func() {
		defer close(followed)
		newWorkshop(site, sources).follow(ctx)
	}()
	var err error
	select {
	case <-ctx.Done():
		closing, done := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer done()
		err = server.Shutdown(closing)
	case err = <-served:
	}
	cancel()
	<-followed
	if err != nil && !errors.Is(err, http.ErrServerClosed) && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("serving: %w", err)
	}
	return nil
}
