// Package recycle keeps slices that are done with for the next that need one.
//
// Guarantees
//   - A slice is at most twice as long as what it is taken for: a small one never
//     holds the memory of the largest that there ever was.
//   - What is kept was never more than what was in use when it was given back, and
//     so is no more than what ever was in use at once.
package recycle

import "math/bits"

// Slices is the slices that are kept. The zero value keeps none.
type Slices[T any] struct {
	kept  [bits.UintSize][][]T // by the logarithm of their capacity
	spare int                  // elements that the kept ones have room for
	used  int                  // and those that are in use
}

// Take is an empty slice with room for n elements; n is at least 1.
func (s *Slices[T]) Take(n int) []T {
	size := bits.Len(uint(n - 1))
	s.used += 1 << size
	k := s.kept[size]
	if len(k) == 0 {
		return make([]T, 0, 1<<size)
	}
	last := k[len(k)-1]
	k[len(k)-1] = nil
	s.kept[size] = k[:len(k)-1]
	s.spare -= 1 << size
	return last
}

// Give takes back a slice that Take gave; it may not be used any more. One
// without room is none.
func (s *Slices[T]) Give(x []T) {
	n := cap(x)
	if n == 0 {
		return
	}
	s.used -= n
	if s.spare+n > s.used {
		return
	}
	s.spare += n
	size := bits.Len(uint(n - 1))
	s.kept[size] = append(s.kept[size], x[:0])
}

// Room is for how many elements the slices in use have room, and those kept.
func (s *Slices[T]) Room() (used, spare int) { return s.used, s.spare }
