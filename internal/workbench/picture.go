package workbench

import (
	"bytes"
	"context"
	"fmt"
	"image"
	stddraw "image/draw"
	"image/png"
	"net/http"
	"strconv"
	"sync"

	"lianhua/internal/anim"
	"lianhua/internal/still"
)

// answer hands a query about a moment to whoever answers it, and tells what is
// wrong with it.
func (b *Bench) answer(with func(w http.ResponseWriter, r *http.Request, e *edition, m moment) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		e, err := b.present(r.Context())
		if err != nil {
			refuse(w, http.StatusServiceUnavailable, err)
			return
		}
		m, err := read(r.URL.Query(), e.book)
		if err != nil {
			refuse(w, http.StatusBadRequest, err)
			return
		}
		if err := with(w, r, e, m); err != nil && r.Context().Err() == nil {
			refuse(w, http.StatusInternalServerError, err)
		}
	}
}

func (b *Bench) picture(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	out, _, _, err := b.painted(r.Context(), e, m, "")
	if err == nil {
		sendPNG(w, r, e.revision, out)
	}
	return err
}

// painted is the moment's picture as a PNG, and its tag; where that is the one known, the
// same, it is not drawn.
func (b *Bench) painted(ctx context.Context, e *edition, m moment, known string) (out []byte, tag string, same bool, err error) {
	var key answered
	var img *image.RGBA
	err = e.draw(ctx, func(a *still.Artist) error {
		l, painter := a.MomentAs(m.Moment, m.slot.in)
		key = m.of("picture", l.Hash())
		tag = e.tag(key)
		if same = tag == known; same {
			return nil
		}
		var found bool
		if out, found = e.drawn.get(key); !found {
			img = m.vision.Image(painter.Render(l, m.scale()))
		}
		return nil
	})
	if err != nil || img == nil {
		return out, tag, same, err
	}
	if out, err = b.written(img); err == nil {
		e.drawn.keep(key, out)
	}
	return out, tag, false, err
}

// picture is the moment as its reader sees it.
func picture(a *still.Artist, m moment) *image.RGBA {
	l, r := a.MomentAs(m.Moment, m.slot.in)
	return m.vision.Image(r.Render(l, m.scale()))
}

// mostInRow is how many pictures a strip may have.
const mostInRow = 64

// strip answers with n pictures of a beat's motion, from left to right, each of the
// middle of its share of the beat's time; of crop pixels across each, where it is given.
func (b *Bench) strip(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	n, err := strconv.Atoi(r.URL.Query().Get("n"))
	if err != nil || n < 1 || n > mostInRow {
		refuse(w, http.StatusBadRequest, fmt.Errorf("a strip has n pictures, 1 to %d", mostInRow))
		return nil
	}
	crop := m.width
	if text := r.URL.Query().Get("crop"); text != "" {
		if crop, err = strconv.Atoi(text); err != nil || crop < 1 || crop > m.width {
			refuse(w, http.StatusBadRequest, fmt.Errorf("crop is a number of pixels, 1 to the width %d", m.width))
			return nil
		}
	}
	time := &e.book.Deck.Slots[m.Scene].Time
	var row *image.RGBA
	for i := range n {
		// An artist is let go after each, so that a strip holds up no picture.
		err := e.draw(r.Context(), func(a *still.Artist) error {
			m := m
			m.Now = anim.Lerp(time.Start(m.beat), time.End(m.beat), (float64(i)+0.5)/float64(n))
			one := picture(a, m)
			if row == nil {
				row = image.NewRGBA(image.Rect(0, 0, n*crop, one.Rect.Dy()))
			}
			stddraw.Draw(row, image.Rect(i*crop, 0, (i+1)*crop, one.Rect.Dy()), one, image.Pt((m.width-crop)/2, 0), stddraw.Src)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return b.send(w, r, e.revision, row)
}

// send writes a picture. A query that names the revision that it is of gets the same
// for ever.
func (b *Bench) send(w http.ResponseWriter, r *http.Request, revision string, img *image.RGBA) error {
	out, err := b.written(img)
	if err == nil {
		sendPNG(w, r, revision, out)
	}
	return err
}

// smallPNG is how many pixels a picture may have to be written without compression: a
// browser on the same machine has it sooner.
const smallPNG = 1 << 16

// buffers are png's own, which it would make anew for each picture.
type buffers struct{ sync.Pool }

func (b *buffers) Get() *png.EncoderBuffer {
	one, _ := b.Pool.Get().(*png.EncoderBuffer)
	return one
}

func (b *buffers) Put(one *png.EncoderBuffer) { b.Pool.Put(one) }

func (b *Bench) written(img *image.RGBA) ([]byte, error) {
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if img.Rect.Dx()*img.Rect.Dy() <= smallPNG {
		enc = png.Encoder{CompressionLevel: png.NoCompression, BufferPool: &b.encoding}
	}
	if err := enc.Encode(&out, img); err != nil {
		return nil, fmt.Errorf("writing the picture: %w", err)
	}
	return out.Bytes(), nil
}

// sendPNG sends a picture that is written already, as send does.
func sendPNG(w http.ResponseWriter, r *http.Request, revision string, out []byte) {
	w.Header().Set("Content-Type", "image/png")
	w.Header().Set("Cache-Control", "no-store")
	if r.URL.Query().Get("v") == revision {
		w.Header().Set("Cache-Control", "private, max-age=86400, immutable")
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(out)))
	w.Write(out)
}
