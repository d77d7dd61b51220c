package build

import (
	"fmt"
	"io"
	"strings"
)

// Budget is what a reader may have to load until the first frame that answers
// to touch, in bytes under brotli.
const Budget = 2_000_000

// PackBudget is what the drawings of a scene may weigh by the mean of the scenes that
// have some, in bytes under brotli; PackMost is what those of any one may.
const (
	PackBudget = 60_000
	PackMost   = 100_000
)

// PictureBudget is what an article's picture of a scene may weigh as a drawing, in bytes
// under brotli; what is heavier is a bitmap instead.
const PictureBudget = 120_000

// Packs adds up the packs among the parts: how many there are, and in bytes under
// brotli what they weigh together and the heaviest alone.
func Packs(parts []File) (n, sum, most int) {
	for _, p := range parts {
		if _, ok := PackOf(p.Logical()); ok {
			n++
			sum += p.transferred()
			most = max(most, p.transferred())
		}
	}
	return n, sum, most
}

// PacksAbove says what is wrong with packs that are above their budget.
func PacksAbove(parts []File) error {
	n, sum, most := Packs(parts)
	switch {
	case most > PackMost:
		return fmt.Errorf("the heaviest drawings weigh %s bytes, %s more than they may", group(most), group(most-PackMost))
	case sum > n*PackBudget:
		return fmt.Errorf("the drawings of a scene weigh %s bytes on the mean, %s more than they may", group(sum/n), group(sum/n-PackBudget))
	}
	return nil
}

// Weight is what content weighs as hosts send it, in bytes under brotli.
func Weight(content []byte) (int, error) {
	packed, err := pack(content)
	return len(packed), err
}

// FirstLoad adds up the counted parts, in bytes: raw and as transferred. Parts
// must have been compressed.
func FirstLoad(parts []File) (raw, transferred int) {
	for _, p := range parts {
		if p.Counted() {
			raw += len(p.Content)
			transferred += p.transferred()
		}
	}
	return raw, transferred
}

func (p File) transferred() int {
	if p.Brotli != nil {
		return len(p.Brotli)
	}
	return len(p.Content)
}

// WriteTable prints each part's bytes, raw and under brotli, and the sum against
// the budget.
func WriteTable(w io.Writer, parts []File) error {
	width := len("until the first frame")
	for _, p := range parts {
		width = max(width, len(p.Name))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-*s  %12s  %12s\n", width, "", "raw", "brotli")
	for _, p := range parts {
		note := ""
		if !p.Counted() {
			note = "  loaded on demand"
		}
		fmt.Fprintf(&b, "%-*s  %12s  %12s%s\n", width, p.Name, group(len(p.Content)), group(p.transferred()), note)
	}
	raw, transferred := FirstLoad(parts)
	fmt.Fprintf(&b, "%-*s  %12s  %12s  %d %% of the budget of %s\n", width,
		"until the first frame", group(raw), group(transferred), transferred*100/Budget, group(Budget))
	if n, sum, most := Packs(parts); n > 0 {
		fmt.Fprintf(&b, "%-*s  %12s  %12s  of %s; the heaviest %s of %s\n", width,
			"drawings, by the mean", "", group(sum/n), group(PackBudget), group(most), group(PackMost))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// group separates thousands with a comma.
func group(n int) string {
	digits := fmt.Sprint(n)
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}
