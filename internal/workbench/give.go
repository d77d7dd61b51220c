package workbench

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"image"
	"image/png"
	"mime"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"

	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/still"
	"lianhua/internal/story"
	"lianhua/internal/vision"
)

// post is a format in which social media show pictures, in pixels.
type post struct {
	name   string
	width  int
	height int
	scale  float64 // pixels to a device-independent one: type is as large as on a phone
}

// posts are the formats that a moment is given in, each composed anew.
func posts() []post {
	return []post{
		{"story", 1080, 1920, 3},
		{"portrait", 1080, 1440, 2.5}, // 3:4
		{"post", 1080, 1350, 2.5},     // 4:5
		{"square", 1080, 1080, 2},
		{"wide", 1920, 1080, 2},
		{"card", 1200, 630, 1.5}, // of a shared link
		{"cover", 900, 383, 1},   // of an article in a chat program
	}
}

func (p post) area() geom.Rect {
	return geom.R(0, 0, float64(p.width)/p.scale, float64(p.height)/p.scale)
}

// gift is a file that was made and can be fetched.
type gift struct {
	id, name, kind string
	content        []byte
}

// mostGifts is how many files wait to be fetched; older ones go.
const mostGifts = 6

// gifts hold files in memory until they are fetched, or others take their room.
type gifts struct {
	mu  sync.Mutex
	all []gift
}

func (g *gifts) add(one gift) string {
	g.mu.Lock()
	defer g.mu.Unlock()
	one.id = rand.Text()
	if g.all = append(g.all, one); len(g.all) > mostGifts {
		g.all = g.all[len(g.all)-mostGifts:]
	}
	return one.id
}

// given is the last line of what was made: a file, below the workbench's path.
type given struct {
	Name    string `json:"name"`
	Address string `json:"address"`
	Bytes   int    `json:"bytes"`
}

// give makes a file of a moment, and tells in lines how far it is and where the file
// then is: kind is still, sheet or posts. Who leaves ends the work.
func (b *Bench) give(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	kind := r.URL.Query().Get("kind")
	work, ok := map[string]func(context.Context, *edition, moment, func(done, of int)) (gift, error){
		"still": giveStill, "sheet": giveSheet, "posts": givePosts,
	}[kind]
	if !ok {
		refuse(w, http.StatusBadRequest, fmt.Errorf("there is no kind %q; choose from still, sheet, posts", kind))
		return nil
	}
	out := answerLines(w)
	one, err := work(r.Context(), e, m, func(done, of int) { out.tell(counted{done, of}) })
	switch {
	case r.Context().Err() != nil:
	case err != nil:
		out.tell(failed{err.Error()})
	default:
		out.tell(given{one.name, "given/" + b.given.add(one), len(one.content)})
	}
	return nil
}

// fetch hands out a file that was made.
func (b *Bench) fetch(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	b.given.mu.Lock()
	defer b.given.mu.Unlock()
	for _, one := range b.given.all {
		if one.id == id {
			w.Header().Set("Content-Type", one.kind)
			w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": one.name}))
			w.Header().Set("Content-Length", strconv.Itoa(len(one.content)))
			w.Header().Set("Cache-Control", "no-store")
			w.Write(one.content)
			return
		}
	}
	refuse(w, http.StatusNotFound, errors.New("the file is gone: others were made since"))
}

// nameOf begins the name of a moment's file.
func nameOf(e *edition, m moment) string {
	return fmt.Sprintf("%s-%d", e.book.Deck.Slots[m.Scene].Scene.Name(), m.beat+1)
}

func encoded(img image.Image) ([]byte, error) {
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return nil, fmt.Errorf("writing the picture: %w", err)
	}
	return out.Bytes(), nil
}

func giveStill(ctx context.Context, e *edition, m moment, told func(done, of int)) (gift, error) {
	told(0, 1)
	var img *image.RGBA
	if err := e.draw(ctx, func(a *still.Artist) error { img = picture(a, m); return nil }); err != nil {
		return gift{}, err
	}
	content, err := encoded(img)
	name := fmt.Sprintf("%s-%s-%s-%s-%dx%d.png", nameOf(e, m), stage.FormOf(m.Area), m.Lang, m.Theme.Name, img.Rect.Dx(), img.Rect.Dy())
	return gift{name: name, kind: "image/png", content: content}, err
}

// giveSheet draws with an artist of its own: it takes seconds, for which the stage is
// not to wait.
func giveSheet(ctx context.Context, e *edition, m moment, told func(done, of int)) (one gift, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("drawing fails: %v", p)
		}
	}()
	form := stage.FormOf(m.Area).String()
	img, err := e.book.Sheet(still.NewArtist(e.book), m.Scene, form, m.Theme, m.vision, func(done, of int) error {
		told(done, of)
		return ctx.Err()
	})
	if err != nil {
		return gift{}, err
	}
	content, err := encoded(img)
	name := fmt.Sprintf("%s-sheet-%s-%s.png", e.book.Deck.Slots[m.Scene].Scene.Name(), form, m.Theme.Name)
	return gift{name: name, kind: "image/png", content: content}, err
}

// givePosts makes a zip of the moment in all formats and languages, with what it shows
// in words.
func givePosts(ctx context.Context, e *edition, m moment, told func(done, of int)) (gift, error) {
	m.vision = vision.Full
	type file struct {
		name    string
		content []byte
	}
	var files []file
	for _, lang := range story.Langs() {
		for _, p := range posts() {
			files = append(files, file{name: fmt.Sprintf("%s-%s-%dx%d-%s.png", nameOf(e, m), p.name, p.width, p.height, lang)})
		}
	}
	var done atomic.Int64
	told(0, len(files))
	err := onAllCores(len(files), func(i int) error {
		p := posts()[i%len(posts())]
		m := m
		m.Lang, m.Area, m.width = story.Langs()[i/len(posts())], p.area(), p.width
		var img *image.RGBA
		err := e.draw(ctx, func(a *still.Artist) error { img = picture(a, m); return nil })
		if err == nil {
			files[i].content, err = encoded(img)
		}
		told(int(done.Add(1)), len(files))
		return err
	})
	if err != nil {
		return gift{}, err
	}
	var alt string
	if err := e.draw(ctx, func(a *still.Artist) error { alt = inWords(a, m); return nil }); err != nil {
		return gift{}, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range append(files, file{"alt.txt", []byte(alt)}) {
		how := zip.Store // pictures are small as they are
		if f.name == "alt.txt" {
			how = zip.Deflate
		}
		to, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: how})
		if err == nil {
			_, err = to.Write(f.content)
		}
		if err != nil {
			return gift{}, fmt.Errorf("writing the zip: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return gift{}, fmt.Errorf("writing the zip: %w", err)
	}
	return gift{name: fmt.Sprintf("%s-%s.zip", nameOf(e, m), m.Theme.Name), kind: "application/zip", content: out.Bytes()}, nil
}
