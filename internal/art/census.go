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
	slices.SortFunc(c.order, func(a, b K) int {
		x, y := c.seen[a], c.seen[b]
		return cmp.Or(cmp.Compare(y.times, x.times), cmp.Compare(x.first, y.first))
	})
	for i, k := range c.order {
		c.seen[k].number = i
	}
}

// number is that of a thing that was added; -1 where it was not.
func (c *census[K]) number(k K) int {
	if r := c.seen[k]; r != nil {
		return r.number
	}
	return -1
}
