// Package varint writes and reads numbers in base 128, signed ones in zigzag form:
// Protocol Buffers' encoding, without the reflection that encoding/binary would
// bring into the player.
package varint

// Append adds n to dst.
func Append(dst []byte, n uint64) []byte {
	for ; n >= 0x80; n >>= 7 {
		dst = append(dst, byte(n)|0x80)
	}
	return append(dst, byte(n))
}

// Read reads a number and its size in bytes, which is 0 where the bytes end early
// or the number needs more than 64 bits.
func Read(src []byte) (n uint64, size int) {
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

// Zigzag maps small numbers of either sign to small ones; Unzigzag maps them back.
func Zigzag(n int64) uint64   { return uint64(n)<<1 ^ uint64(n>>63) }
func Unzigzag(n uint64) int64 { return int64(n>>1) ^ -int64(n&1) }
