package art

import (
	"cmp"
	"slices"
)

// census counts equal things, and then numbers them: those that are had most come
// first, so that their numbers are short.
type census[K comparable] struct {
	seen  map[K]*resident
	order []K
}

type resident struct{ times, first, number int }

func (c *census[K]) add(k K) {
	if c.seen == nil {
		c.seen = map[K]*resident{}
	}
	r := c.seen[k]
	if r == nil {
		r = &resident{first: len(c.order)}
		c.seen[k] = r
		c.order = append(c.order, k)
	}
	r.times++
}

// times is how often k was added.
func (c *census[K]) times(k K) int {
	if r := c.seen[k]; r != nil {
		return r.times
	}
	return 0
}

// rank numbers them.
func (c *census[K]) rank() {
	all := make([]*resident, len(c.order)) // looked up once each: things may be long
	for i, k := range c.order {
		all[i] = c.seen[k]
	}
	slices.SortFunc(all, func(a, b *resident) int {
		return cmp.Or(cmp.Compare(b.times, a.times), cmp.Compare(a.first, b.first))
	})
	order := make([]K, len(all))
	for i, r := range all {
		order[i] = c.order[r.first]
		r.number = i
	}
	c.order = order
}

// number is that of a thing that was added; -1 where it was not.
func (c *census[K]) number(k K) int {
	if r := c.seen[k]; r != nil {
		return r.number
	}
	return -1
}
