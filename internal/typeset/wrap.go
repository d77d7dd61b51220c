package typeset

import "math"

// Penalties of a line, in the unit of a line that is wholly empty.
const (
	forcedPenalty = 4   // for a break that the rules discourage
	orphanPenalty = 0.5 // for a last line of one word, or of two Han or fewer
	orphanWidth   = 2.2 // ems: two Han and a squeezed stop
	fits          = 1e-9
)

// node is a place where a line may begin, and the best way to get there.
type node struct {
	at    int // the cluster that would begin the line
	lines int
	cost  float64
	from  int
	force bool
}

// breaker finds the line ends of one paragraph. Its slices are reused.
type breaker struct {
	pos   []float64 // position of each cluster's start, gaps included
	last  []int     // the cluster before i that is not a space, or -1
	nodes []node
	ends  []int
}

// lines returns the end of each line of clusters, all in one paragraph, for
// that width in ems: the fewest lines, and of those the least ragged (Knuth and
// Plass 1981, without stretch).
func (b *breaker) lines(cs []cluster, tracking, width float64, st Style) []int {
	b.measure(cs, tracking)
	b.ends = b.ends[:0]
	if st.NoBreak || b.width(cs, 0, len(cs), tracking) <= width+fits || !(width > 0) {
		return append(b.ends, len(cs))
	}
	b.candidates(cs, tracking, width)
	for j := 1; j < len(b.nodes); j++ {
		b.reach(cs, j, tracking, width, st.Balance)
	}
	for j := len(b.nodes) - 1; j > 0; j = b.nodes[j].from {
		b.ends = append(b.ends, b.nodes[j].at)
	}
	for i, j := 0, len(b.ends)-1; i < j; i, j = i+1, j-1 {
		b.ends[i], b.ends[j] = b.ends[j], b.ends[i]
	}
	return b.ends
}

func (b *breaker) measure(cs []cluster, tracking float64) {
	b.pos, b.last = append(b.pos[:0], 0), append(b.last[:0], -1)
	for i := range cs {
		b.pos = append(b.pos, b.pos[i]+cs[i].gap+cs[i].advance+tracking)
		last := b.last[i]
		if !cs[i].space {
			last = i
		}
		b.last = append(b.last, last)
	}
}

// width is the width of clusters [i, j) as a line: without the spaces at its
// end, the blanks at its edges, and the tracking after its last character.
func (b *breaker) width(cs []cluster, i, j int, tracking float64) float64 {
	e := b.last[j]
	if e < i {
		return 0
	}
	return b.pos[e+1] - b.pos[i] - cs[i].gap - cs[i].lead - cs[e].tail - tracking
}

// candidates lists the places where a line may begin. Inside what would
// otherwise be too wide, the places that the rules discourage are added: loose
// ones first, forced ones where even these do not do.
func (b *breaker) candidates(cs []cluster, tracking, width float64) {
	b.nodes = append(b.nodes[:0], node{})
	b.split(cs, 0, len(cs), free, tracking, width)
}

func (b *breaker) split(cs []cluster, from, to int, level opportunity, tracking, width float64) {
	prev := from
	for i := from + 1; i <= to; i++ {
		if i < to && cs[i].begin < level {
			continue
		}
		if level > forced && b.width(cs, prev, i, tracking) > width+fits {
			b.split(cs, prev, i, level-1, tracking, width)
			b.nodes = b.nodes[:len(b.nodes)-1]
		}
		b.nodes = append(b.nodes, node{at: i, force: i < to && cs[i].begin < free})
		prev = i
	}
}

// reach finds the best line that ends at node j.
func (b *breaker) reach(cs []cluster, j int, tracking, width float64, balance bool) {
	to := &b.nodes[j]
	to.lines = math.MaxInt
	final := j == len(b.nodes)-1
	for i := j - 1; i >= 0; i-- {
		from := &b.nodes[i]
		w := b.width(cs, from.at, to.at, tracking)
		over := w > width+fits
		if over && i < j-1 {
			if b.pos[to.at]-b.pos[from.at] > 2*width+4 {
				break
			}
			continue
		}
		slack := math.Max(0, 1-w/width)
		cost := from.cost
		if !final || balance {
			cost += slack * slack
		}
		if final && from.at > 0 && (i == j-1 || w < orphanWidth) {
			cost += orphanPenalty
		}
		if to.force {
			cost += forcedPenalty
		}
		if n := from.lines + 1; n < to.lines || n == to.lines && cost < to.cost {
			to.lines, to.cost, to.from = n, cost, i
		}
	}
}
