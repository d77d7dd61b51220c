package workbench

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"net/http"
	"runtime"
	"slices"
	"sync"

	"lianhua/internal/build"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/site"
	"lianhua/internal/still"
	"lianhua/scenes"
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
	encoding  buffers
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
	b.mu.Lock()
	before := b.now
	b.mu.Unlock()
	return newEdition(story, faces, func(scene string) []byte { return byScene[scene] }, before)
}

// edition is a story as it is drawn: by as many artists as there are cores, whom it shares
// with the edition before where the fonts are the same.
type edition struct {
	book     *still.Book
	revision string
	made     map[string]string // of what each scene's pictures are made, as a digest
	artists  chan *still.Artist
	// examining holds as many as look for flaws: an artist is left for pictures.
	examining chan struct{}
	masks     *raster.Masks // of the drawings' shapes, for all artists

	drawn  *answers
	appear appearances
	faces  [3][]byte
	faced  string            // their digest
	packs  map[string]string // the digest of each scene's pack
	looks  string            // the digest of all that marks look by: fonts and drawings
}

// newEdition is a story with fonts and drawings. What is as in another edition, nil for
// none, is taken from it: of a word or a colour that changes, drawings are not read again.
func newEdition(story []byte, faces [3][]byte, packs preview.Packs, before *edition) (*edition, error) {
	e := &edition{faces: faces, packs: map[string]string{}, made: map[string]string{}}
	for _, s := range scenes.All() {
		own := sha256.Sum256(packs(s.Name()))
		e.packs[s.Name()] = string(own[:])
	}
	set := before != nil && slices.EqualFunc(faces[:], before.faces[:], bytes.Equal)
	if set {
		e.faced = before.faced
	} else {
		e.faced = digestOf(faces)
	}
	e.looks = looksOf(e.faced, e.packs)
	var err error
	if set && !e.lacks(before, packs) {
		e.book, err = before.book.With(story, func(scene string) []byte {
			if e.packs[scene] == before.packs[scene] {
				return nil
			}
			return packs(scene)
		})
	} else {
		e.book, err = still.Of(story, faces, packs)
	}
	if e.drawn = new(answers); before != nil && e.looks == before.looks {
		e.drawn = before.drawn
	}
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	part := func(content []byte) { fmt.Fprintf(sum, "%d ", len(content)); sum.Write(content) }
	part(story)
	part([]byte(e.faced))
	common := string(sum.Sum(nil))
	for i := range e.book.Deck.Slots {
		name := e.book.Deck.Slots[i].Scene.Name()
		part([]byte(e.packs[name]))
		e.made[name] = common + e.packs[name]
	}
	e.revision = hex.EncodeToString(sum.Sum(nil)[:8])
	if before != nil && before.book.Fonts == e.book.Fonts {
		e.artists, e.examining, e.masks = before.artists, before.examining, before.masks
		return e, nil
	}
	n := runtime.GOMAXPROCS(0)
	e.artists, e.masks = make(chan *still.Artist, n), raster.NewMasks(maskMegabytes)
	e.examining = make(chan struct{}, max(1, n-1))
	for range n {
		e.artists <- e.artist()
	}
	return e, nil
}

// lacks reports whether a scene has no drawings any more that it had in another edition.
func (e *edition) lacks(before *edition, packs preview.Packs) bool {
	for scene, was := range before.packs {
		if now, ok := e.packs[scene]; !ok || now != was && packs(scene) == nil {
			return true
		}
	}
	return false
}

// looksOf is a digest of all that marks look by: the digests of fonts and packs.
func looksOf(faced string, packs map[string]string) string {
	sum := sha256.New()
	io.WriteString(sum, faced)
	for _, scene := range slices.Sorted(maps.Keys(packs)) {
		io.WriteString(sum, packs[scene])
	}
	return string(sum.Sum(nil))
}

// digestOf is one of three fonts.
func digestOf(faces [3][]byte) string {
	sum := sha256.New()
	for _, face := range faces {
		one := sha256.Sum256(face)
		sum.Write(one[:])
	}
	return string(sum.Sum(nil))
}

// maskMegabytes is how much is remembered of the drawings' shapes: some hundred small
// pictures of different scenes and forms.
const maskMegabytes = 64

func (e *edition) artist() *still.Artist {
	a := still.NewArtist(e.book)
	a.Remember(e.masks)
	return a
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
			err, a = fmt.Errorf("drawing fails: %v", p), e.artist()
		}
		e.artists <- a
	}()
	if err := ctx.Err(); err != nil {
		return err
	}
	a.Turn(e.book)
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
