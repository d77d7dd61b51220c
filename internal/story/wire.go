package story

import (
	"errors"
	"math"

	"lianhua/internal/decimal"
)

// The story file:
//
//	magic    "LIANHUA\n"
//	version  1 byte
//	checksum 4 bytes, little endian: CRC-32 (IEEE) of all that follows
//	strings  count, then each as its length and its UTF-8 bytes
//	records  lists, each as its count and its items
//
// Counts, lengths and numbers are base-128 varints, signed ones in zigzag form
// (Protocol Buffers' encoding; written out here because encoding/binary would
// bring reflection into the player). A text is the index of its string. Strings
// stand in the order of first use, so equal records give equal bytes.
const (
	magic   = "LIANHUA\n"
	version = 1
	header  = len(magic) + 1 + 4
)

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

func appendUvarint(dst []byte, n uint64) []byte {
	for ; n >= 0x80; n >>= 7 {
		dst = append(dst, byte(n)|0x80)
	}
	return append(dst, byte(n))
}

// uvarint reads a number and its size in bytes, which is 0 where the bytes end
// early or the number needs more than 64 bits.
func uvarint(src []byte) (n uint64, size int) {
	for i, c := range src {
		if i == 9 && c > 1 || i > 9 {
			return 0, 0
		}
		n |= uint64(c&0x7F) << (7 * i)
		if c < 0x80 {
			return n, i + 1
		}
	}
	return 0, 0
}

func (w *writer) uint(n uint64) { w.body = appendUvarint(w.body, n) }
func (w *writer) int(n int64)   { w.uint(uint64(n)<<1 ^ uint64(n>>63)) }

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
	n, size := uvarint(r.rest)
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

func (r *reader) int() int64 {
	n := r.uint(math.MaxUint64)
	return int64(n>>1) ^ -int64(n&1)
}

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
