package authoring

import (
	"slices"
	"strconv"
	"strings"
)

// Suggest is a hint that names the known words nearest to an unknown one.
func Suggest(word string, known []string) string {
	sorted := slices.Sorted(slices.Values(known))
	best, least := "", len([]rune(word))/2+2
	for _, k := range sorted {
		if d := editDistance(word, k); d < least {
			best, least = k, d
		}
	}
	if best != "" {
		return "did you mean " + best + "?"
	}
	switch {
	case len(known) == 0:
		return "none is defined"
	case len(known) <= 24:
		return "known are: " + strings.Join(sorted, ", ")
	}
	return "none of the " + strconv.Itoa(len(known)) + " that are defined is like it"
}

// editDistance is the Levenshtein distance, by the two-row method. Words
// beyond 64 runes are far from everything.
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 64 || len(y) > 64 {
		return 64
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, c := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j, d := range y {
			cost := 1
			if c == d {
				cost = 0
			}
			next := min(row[j+1]+1, row[j]+1, diagonal+cost)
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(y)]
}
