package varint_test

import (
	"encoding/binary"
	"math"
	"testing"

	"lianhua/internal/varint"
)

// The standard library writes the same numbers in the same bytes.
func TestItIsTheUsualEncoding(t *testing.T) {
	for _, n := range []uint64{0, 1, 127, 128, 300, 1<<32 - 1, 1 << 63, math.MaxUint64} {
		got := varint.Append(nil, n)
		if want := binary.AppendUvarint(nil, n); string(got) != string(want) {
			t.Errorf("%d is written %x, not %x", n, got, want)
		}
		if back, size := varint.Read(got); back != n || size != len(got) {
			t.Errorf("%d is read as %d, %d bytes", n, back, size)
		}
		if _, size := varint.Read(got[:len(got)-1]); size != 0 {
			t.Errorf("%d is read without its last byte", n)
		}
	}
	for _, n := range []int64{0, -1, 1, 63, -64, math.MinInt64, math.MaxInt64} {
		if got, want := varint.Append(nil, varint.Zigzag(n)), binary.AppendVarint(nil, n); string(got) != string(want) {
			t.Errorf("%d is written %x, not %x", n, got, want)
		}
		if back := varint.Unzigzag(varint.Zigzag(n)); back != n {
			t.Errorf("%d comes back as %d", n, back)
		}
	}
}

func TestWhatNeedsMoreThan64BitsIsRefused(t *testing.T) {
	for _, b := range [][]byte{{255, 255, 255, 255, 255, 255, 255, 255, 255, 2}, {255, 255, 255, 255, 255, 255, 255, 255, 255, 129, 0}} {
		if n, size := varint.Read(b); size != 0 {
			t.Errorf("%x is read as %d", b, n)
		}
	}
}
