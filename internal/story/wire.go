package story

import (
	"errors"
	"math"

	"lianhua/internal/decimal"
	"lianhua/internal/varint"
)

// The story file:
//
//	magic    "LIANHUA\n"
//	version  1 byte
//	checksum 4 bytes, little endian: CRC-32 (IEEE) of all that follows
//	strings  count, then each as its length and its UTF-8 bytes
//	records  lists, each as its count and its items
//
// Counts, lengths and numbers are as varint writes them. A text is the index of
// its string. Strings stand in the order of first use, so equal records give equal
// bytes.
const (
	magic  = "LIANHUA\n"
	header = len(magic) + 1 + 4
)

// The versions of story files: Format is the newest that is read, and OldestFormat the
// oldest. A story is written as the oldest that has room for it: players that know no
// newer one show it, and refuse what would be cut.
const (
	OldestFormat = 3
	Format       = 4 // with corrections
)

// FormatOf is the version that a story file says it is of; 0: it is no story file.
func FormatOf(data []byte) int {
	if len(data) < header || string(data[:len(magic)]) != magic {
		return 0
	}
	return int(data[len(magic)])
}

// The errors of [Decode].
var (
	ErrCorrupt = errors.New("story file is damaged")
	ErrVersion = errors.New("story file is of another version: compile it with the studio of this release")
)

type writer struct {
	body    []byte
	strings []string
	index   map[string]uint64
}

func (w *writer) uint(n uint64) { w.body = varint.Append(w.body, n) }
func (w *writer) int(n int64)   { w.uint(varint.Zigzag(n)) }

func (w *writer) text(s string) {
	i, ok := w.index[s]
	if !ok {
		i = uint64(len(w.strings))
		w.index[s] = i
		w.strings = append(w.strings, s)
	}
	w.uint(i)
}

func (w *writer) both(b Both) { w.text(b.ZH); w.text(b.EN) }

func (w *writer) decimal(d decimal.Decimal) { w.int(d.Unscaled); w.uint(uint64(d.Scale)) }

// flags packs booleans into one number, the first in the lowest bit.
func (w *writer) flags(set ...bool) {
	var n uint64
	for i, b := range set {
		if b {
			n |= 1 << i
		}
	}
	w.uint(n)
}

// reader reads what writer wrote. After the first error it reads zeros, so
// that callers check once at the end.
type reader struct {
	rest    []byte
	strings []string
	err     error
}

func (r *reader) fail(why string) {
	if r.err == nil {
		r.err = &corrupt{why}
	}
	r.rest = nil
}

type corrupt struct{ why string }

func (c *corrupt) Error() string { return ErrCorrupt.Error() + ": " + c.why }
func (c *corrupt) Unwrap() error { return ErrCorrupt }

func (r *reader) uint(limit uint64) uint64 {
	n, size := varint.Read(r.rest)
	if size == 0 {
		r.fail("it ends early")
		return 0
	}
	r.rest = r.rest[size:]
	if n > limit {
		r.fail("a number is out of range")
		return 0
	}
	return n
}

func (r *reader) int() int64 { return varint.Unzigzag(r.uint(math.MaxUint64)) }

// count reads the length of a list whose items take at least one byte each,
// which bounds what a damaged length can make the reader allocate.
func (r *reader) count() int { return int(r.uint(uint64(len(r.rest)))) }

func (r *reader) text() string {
	if len(r.strings) == 0 {
		r.fail("it has no strings")
		return ""
	}
	i := r.uint(uint64(len(r.strings) - 1))
	return r.strings[i]
}

func (r *reader) both() Both { return Both{r.text(), r.text()} }

func (r *reader) decimal() decimal.Decimal {
	return decimal.Decimal{Unscaled: r.int(), Scale: uint8(r.uint(decimal.MaxScale))}
}

func (r *reader) flags(into ...*bool) {
	n := r.uint(1<<len(into) - 1)
	for i, b := range into {
		*b = n>>i&1 == 1
	}
}
