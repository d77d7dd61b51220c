package workbench

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"sync"
)

// A cell's part of the answer: its place in the query (2 bytes), what there is of it
// (1), the tag of its picture (16 hexadecimal digits), and so many bytes (4) of a PNG or
// of a sentence; numbers begin with their largest byte.
const cellHead = 2 + 1 + tagSize + 4

// What there is of a cell.
const (
	cellSame    = iota // whoever asks has it already
	cellPicture        // a PNG
	cellRefused        // the sentence that tells why there is none
)

// mostCells is how many pictures one answer may have.
const mostCells = 256

// tagSize is how long a picture's tag is: what it looks like, told from all others.
const tagSize = 16

// cells answers with pictures of one moment in many views, each as soon as it is drawn,
// in the order of the query's cells: FORM,LANG,THEME,WIDTH,TAG, where the tag is that of
// the picture that whoever asks has; none: empty.
func (b *Bench) cells(w http.ResponseWriter, r *http.Request, e *edition, _ moment) error {
	q := r.URL.Query()
	all := q["cell"]
	if len(all) == 0 || len(all) > mostCells {
		refuse(w, http.StatusBadRequest, fmt.Errorf("name 1 to %d cells", mostCells))
		return nil
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Cache-Control", "no-store")
	ctx, stop := context.WithCancel(r.Context())
	defer stop()
	var mu sync.Mutex
	flush := http.NewResponseController(w)
	send := func(i int, kind byte, tag string, content []byte) {
		head := binary.BigEndian.AppendUint16(make([]byte, 0, cellHead+len(content)), uint16(i))
		head = append(append(head, kind), fmt.Sprintf("%-*s", tagSize, tag)...)
		head = binary.BigEndian.AppendUint32(head, uint32(len(content)))
		mu.Lock()
		defer mu.Unlock()
		if _, err := w.Write(append(head, content...)); err != nil || flush.Flush() != nil {
			stop() // nobody is left to be told
		}
	}
	next := make(chan int, len(all))
	for i := range all {
		next <- i
	}
	close(next)
	var drawn sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		drawn.Go(func() {
			for i := range next {
				out, tag, same, err := b.cell(ctx, e, q, all[i])
				switch {
				case ctx.Err() != nil:
					return
				case err != nil:
					send(i, cellRefused, "", []byte(err.Error()))
				case same:
					send(i, cellSame, tag, nil)
				default:
					send(i, cellPicture, tag, out)
				}
			}
		})
	}
	drawn.Wait()
	return nil
}

// cell is the picture of one cell of a query, unless it is the one that its tag tells of.
func (b *Bench) cell(ctx context.Context, e *edition, q url.Values, text string) (out []byte, tag string, same bool, err error) {
	part := strings.Split(text, ",")
	if len(part) != 5 {
		return nil, "", false, fmt.Errorf("the cell %q is not FORM,LANG,THEME,WIDTH,TAG", text)
	}
	of := maps.Clone(q)
	for i, name := range []string{"form", "lang", "theme", "width"} {
		of.Set(name, part[i])
	}
	m, err := read(of, e.book)
	if err != nil {
		return nil, "", false, err
	}
	return b.painted(ctx, e, m, part[4])
}

// tag tells a picture from all that look otherwise.
func (e *edition) tag(k answered) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %d %v %d", e.looks, k.marks, k.width, k.Area, k.vision))
	return fmt.Sprintf("%x", sum[:tagSize/2])
}
