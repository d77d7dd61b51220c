package plan

import (
	"strconv"
	"strings"
	"time"
)

// Number is a setting that is a number: its name, the least and the most that it may
// be, and what it is where nothing is said.
type Number struct {
	Name               string
	Low, High, Missing float64
	Whole              bool
}

// The numbers that a file and an address may set: seconds, a factor, pixels.
var (
	Quiet = Number{Name: "quiet", High: 3600, Missing: 60}
	Ask   = Number{Name: "ask", High: 60, Missing: 10}
	Speed = Number{Name: "speed", Low: 0.25, High: 4, Missing: 1}
	Drift = Number{Name: "drift", High: 8, Missing: 3, Whole: true}
)

// Has reports whether a value is within the bounds.
func (n Number) Has(v float64) bool { return v >= n.Low && v <= n.High }

// Bounds says what is wrong with a value that is not within them.
func (n Number) Bounds() string {
	return n.Name + " is not from " + Plain(n.Low) + " to " + Plain(n.High)
}

// Plain is a number as people write it.
func Plain(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// LeastQuiet is the quiet time, in seconds, in which nobody is thrown out who reads.
const LeastQuiet = 5

// TooShort is what is wrong with a quiet time below that, and what to do.
const TooShort, NotTooShort = "quiet is too short to read anything in", "5 seconds at least; 0: never"

// Clock reads a time of day as "19:30".
func Clock(text string) (time.Duration, bool) {
	hours, minutes, _ := strings.Cut(text, ":")
	h, good := digits(hours, 1, 24)
	m, well := digits(minutes, 2, 60)
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute, good && well
}

// digits reads at least so many digits, at most two, as a number below a bound.
func digits(text string, least, bound int) (int, bool) {
	n, err := strconv.ParseUint(text, 10, 8)
	return int(n), err == nil && len(text) >= least && len(text) <= 2 && int(n) < bound
}
