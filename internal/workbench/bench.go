package workbench

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"sync"

	"lianhua/internal/build"
	"lianhua/internal/preview"
	"lianhua/internal/site"
	"lianhua/internal/still"
)

// Bench answers for the workbench. It is safe for several goroutines.
type Bench struct {
	// NewScene begins a scene in an act, as studio new does, and gives the files that
	// it wrote. It is set before anything is answered; nil: nobody begins scenes here.
	NewScene func(name, act string) (files []string, err error)

	module site.Module
	mux    http.Handler

	mu    sync.Mutex
	now   *edition
	wrong error         // why the last story cannot be drawn; nil: it can
	first chan struct{} // closed when there is an edition, or a reason for none
	stale bool

	past      commits
	accepting sync.Mutex // goldens are being written
	beginning sync.Mutex // a scene is begun: each changes the table of contents
	given     gifts
}

// New is a bench for a module; it has nothing to show before Take.
func New(m site.Module) (*Bench, error) {
	b := &Bench{module: m, first: make(chan struct{})}
	b.past.root = m.Root
	var err error
	b.mux, err = b.routes()
	return b, err
}

// Take shows another story with its drawings, and the fonts as they are on disk.
// Stale is whether the Go code on disk is newer than this program, which draws
// with its own. It fails, and leaves what there was, where they do not go together.
func (b *Bench) Take(story []byte, packs []build.File, stale bool) error {
	e, err := b.edition(story, packs)
	b.mu.Lock()
	defer b.mu.Unlock()
	if err == nil {
		b.now = e
	}
	b.wrong, b.stale = err, stale
	select {
	case <-b.first:
	default:
		close(b.first)
	}
	return err
}

func (b *Bench) edition(story []byte, packs []build.File) (*edition, error) {
	faces, err := b.module.Fonts()
	if err != nil {
		return nil, err
	}
	byScene := map[string][]byte{}
	for _, p := range packs {
		if scene, ok := build.PackOf(p.Name); ok {
			byScene[scene] = p.Content
		}
	}
	return newEdition(story, faces, func(scene string) []byte { return byScene[scene] })
}

// edition is a story as it is drawn: by as many artists as there are cores.
type edition struct {
	book     *still.Book
	revision string
	made     map[string]string // of what each scene's pictures are made, as a digest
	artists  chan *still.Artist
}

func newEdition(story []byte, faces [3][]byte, packs preview.Packs) (*edition, error) {
	book, err := still.Of(story, faces, packs)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	part := func(content []byte) { fmt.Fprintf(sum, "%d ", len(content)); sum.Write(content) }
	part(story)
	for _, face := range faces {
		part(face)
	}
	common := string(sum.Sum(nil))
	made := map[string]string{}
	for i := range book.Deck.Slots {
		name := book.Deck.Slots[i].Scene.Name()
		pack := packs(name)
		part(pack)
		own := sha256.Sum256(append([]byte(common), pack...))
		made[name] = string(own[:])
	}
	e := &edition{book: book, made: made, revision: hex.EncodeToString(sum.Sum(nil)[:8])}
	n := runtime.GOMAXPROCS(0)
	e.artists = make(chan *still.Artist, n)
	for range n {
		e.artists <- still.NewArtist(book)
	}
	return e, nil
}

// draw lends an artist to a drawing, when one is free. A drawing that panics is an
// error, and its artist is replaced: its list may hold open groups.
func (e *edition) draw(ctx context.Context, with func(a *still.Artist) error) (err error) {
	var a *still.Artist
	select {
	case a = <-e.artists:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() {
		if p := recover(); p != nil {
			err, a = fmt.Errorf("drawing fails: %v", p), still.NewArtist(e.book)
		}
		e.artists <- a
	}()
	if err := ctx.Err(); err != nil {
		return err
	}
	return with(a)
}

// present is the edition to answer from; it waits for the first.
func (b *Bench) present(ctx context.Context) (*edition, error) {
	select {
	case <-b.first:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.now == nil {
		return nil, fmt.Errorf("there is no story to show yet: %w", b.wrong)
	}
	return b.now, nil
}

// ServeHTTP answers what package workbench says.
func (b *Bench) ServeHTTP(w http.ResponseWriter, r *http.Request) { b.mux.ServeHTTP(w, r) }

// refuse answers a query that cannot be answered with a sentence.
func refuse(w http.ResponseWriter, status int, err error) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	io.WriteString(w, err.Error()+"\n")
}
