package overlap

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// Run is how many letters and digits in a row make words that are shared.
const Run = 10

// Digest is what is kept of a text: a hash of each of its runs, sorted.
type Digest []uint32

// head begins the file of a digest.
const head = "overlap 10\n"

// ErrForm tells that a file is no digest.
var ErrForm = errors.New("is no digest of runs of words")

// Of is the digest of a text. Runs do not go on from one line to the next.
func Of(text string) Digest {
	var d Digest
	for line := range strings.Lines(text) {
		for _, r := range runsOf(letters(line, nil)) {
			d = append(d, r.hash)
		}
	}
	slices.Sort(d)
	return slices.Compact(d)
}

// Append writes the digest to dst as a file.
func (d Digest) Append(dst []byte) []byte {
	dst = append(dst, head...)
	for _, h := range d {
		dst = binary.BigEndian.AppendUint32(dst, h)
	}
	return dst
}

// Parse reads the file of a digest.
func Parse(file []byte) (Digest, error) {
	body, ok := strings.CutPrefix(string(file), head)
	if !ok || len(body)%4 != 0 {
		return nil, ErrForm
	}
	d := make(Digest, 0, len(body)/4)
	for i := 0; i < len(body); i += 4 {
		d = append(d, binary.BigEndian.Uint32([]byte(body[i:i+4])))
	}
	if !slices.IsSorted(d) {
		return nil, ErrForm
	}
	return d, nil
}

// Shared are the words of a text that the digest's text has too, as they stand
// in the text, the longest stretches of shared runs. Names belong to both: what
// stands beside a name counts without it.
func (d Digest) Shared(text string, names []string) []string {
	all := []rune(text)
	var out []string
	from, to := -1, -1
	for _, r := range runsOf(letters(text, names)) {
		if _, found := slices.BinarySearch(d, r.hash); !found {
			continue
		}
		if from >= 0 && r.from > to {
			out = append(out, string(all[from:to]))
			from = -1
		}
		if from < 0 {
			from = r.from
		}
		to = r.to
	}
	if from >= 0 {
		out = append(out, string(all[from:to]))
	}
	return out
}

// letter is a letter or digit with its place in the text, in runes. A zero rune
// ends all runs.
type letter struct {
	c  rune
	at int
}

func letters(text string, names []string) []letter {
	all := []rune(text)
	hidden := make([]bool, len(all))
	for _, name := range names {
		hide(hidden, all, []rune(name))
	}
	out := make([]letter, 0, len(all))
	for i, c := range all {
		switch {
		case hidden[i]:
			out = append(out, letter{0, i})
		case unicode.IsLetter(c) || unicode.IsNumber(c):
			out = append(out, letter{plain(c), i})
		}
	}
	return out
}

func hide(hidden []bool, all, name []rune) {
	for i := 0; len(name) > 0 && i+len(name) <= len(all); i++ {
		if slices.Equal(all[i:i+len(name)], name) {
			for k := range name {
				hidden[i+k] = true
			}
		}
	}
}

// plain is a letter in lower case, of the width of ASCII where it has one.
func plain(c rune) rune {
	if c >= '！' && c <= '～' {
		c += '!' - '！'
	}
	return unicode.ToLower(c)
}

type run struct {
	hash     uint32
	from, to int // in runes of the text
}

func runsOf(text []letter) []run {
	var out []run
	for i := 0; i+Run <= len(text); i++ {
		window := text[i : i+Run]
		if k := slices.IndexFunc(window, func(l letter) bool { return l.c == 0 }); k >= 0 {
			i += k
			continue
		}
		h := fnv.New64a()
		for _, l := range window {
			h.Write(binary.BigEndian.AppendUint32(nil, uint32(l.c)))
		}
		sum := h.Sum64()
		out = append(out, run{uint32(sum ^ sum>>32), window[0].at, window[Run-1].at + 1})
	}
	return out
}
