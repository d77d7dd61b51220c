package golden

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Outline keeps a run of pictures by their marks. The text form of a rich
// picture is some hundred kilobytes; its outline has a short line a mark, with
// the mark's name, a digest of all that it is, and the words that it shows:
//
//	# melt settled, 3.00 s, zh: 120 marks, f38ab97bf81da898
//	text title.1 3f9a2c11 "一炉铝水，"
//	- shape molten.3
//
// Of a picture that is kept against others only the marks that stand in none of
// them are there, and behind a dash those that stand in one of them and are gone.
// The zero value is empty and ready.
type Outline struct {
	out  bytes.Buffer
	full map[string]string // the mark in full, by title and its line
}

// Picture is a picture as an outline holds it, for others to be kept against.
type Picture struct{ marks []mark }

type mark struct {
	name string // kind and id, with a count where an id comes twice
	line string // of the outline
}

// Add appends a picture, given in the text form of its list, a line a mark. It
// is kept against others, or whole where there are none.
func (o *Outline) Add(title, text string, against ...Picture) Picture {
	if o.full == nil {
		o.full = map[string]string{}
	}
	p, lines := read(text)
	known := map[string]bool{}
	for _, other := range against {
		for _, m := range other.marks {
			known[m.line] = true
		}
	}
	fmt.Fprintf(&o.out, "# %s: %d marks, %s\n", title, len(p.marks), digest(text, 8))
	here := map[string]bool{}
	for i, m := range p.marks {
		here[m.name] = true
		if !known[m.line] {
			o.out.WriteString(m.line + "\n")
			o.full[title+"\n"+m.line] = strings.TrimLeft(lines[i], " ")
		}
	}
	for _, other := range against {
		for _, m := range other.marks {
			if !here[m.name] {
				here[m.name] = true
				o.out.WriteString("- " + m.name + "\n")
			}
		}
	}
	return p
}

// Bytes is the outline as it is kept.
func (o *Outline) Bytes() []byte { return o.out.Bytes() }

// read splits a picture's text into its marks.
func read(text string) (Picture, []string) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	var p Picture
	times := map[string]int{}
	for _, line := range lines {
		kind, rest, _ := strings.Cut(strings.TrimLeft(line, " "), " ")
		id, rest, _ := strings.Cut(rest, " ")
		name := kind + " " + id
		if times[name]++; times[name] > 1 {
			name += "×" + strconv.Itoa(times[name])
		}
		m := mark{name, name + " " + digest(line, 4)}
		if _, quoted, ok := strings.Cut(rest, `"`); ok {
			if words, err := strconv.QuotedPrefix(`"` + quoted); err == nil {
				m.line += " " + words
			}
		}
		p.marks = append(p.marks, m)
	}
	return p, lines
}

func digest(s string, bytes int) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:bytes])
}

// Changes tells what differs from an outline that was kept before, picture by
// picture, at most so many lines; it is empty where nothing does. Marks that are
// new or not as before are shown in full, and each change once, where it first
// comes.
func (o *Outline) Changes(kept []byte, most int) string {
	if bytes.Equal(kept, o.Bytes()) {
		return ""
	}
	before, after := sections(kept), sections(o.Bytes())
	var out []string
	shown := map[string]bool{}
	for _, title := range union(before, after) {
		a, b := before.of[title], after.of[title]
		var lines []string
		tell := func(line string) {
			if !shown[line] {
				shown[line] = true
				lines = append(lines, line)
			}
		}
		for _, line := range a.lines {
			if !slices.Contains(b.lines, line) {
				tell("- " + plain(line))
			}
		}
		for _, line := range b.lines {
			if slices.Contains(a.lines, line) {
				continue
			}
			if full, ok := o.full[title+"\n"+line]; ok {
				line = full
			}
			tell("+ " + plain(line))
		}
		switch {
		case a.head == "":
			lines = append([]string{"+ " + b.head}, lines...)
		case b.head == "":
			lines = append([]string{"- " + a.head}, lines...)
		case len(lines) > 0:
			lines = append([]string{title}, lines...)
		case a.head != b.head && len(out) == 0:
			// Where marks of an earlier picture changed, this one only follows.
			lines = []string{title + " has its marks in another order"}
		}
		out = append(out, lines...)
	}
	if more := len(out) - most; more > 0 {
		out = append(out[:most], fmt.Sprintf("and %d lines more", more))
	}
	return strings.Join(out, "\n")
}

// plain is a line of an outline in words where it tells of a mark that is gone.
func plain(line string) string {
	if name, gone := strings.CutPrefix(line, "- "); gone {
		return name + " is gone"
	}
	return line
}

type section struct {
	head  string
	lines []string
}

type outlined struct {
	titles []string
	of     map[string]section
}

func sections(outline []byte) outlined {
	all := outlined{of: map[string]section{}}
	title := ""
	for line := range strings.Lines(string(outline)) {
		line = strings.TrimSuffix(line, "\n")
		if head, ok := strings.CutPrefix(line, "# "); ok {
			title = head
			if i := strings.LastIndex(head, ": "); i >= 0 {
				title = head[:i]
			}
			all.titles = append(all.titles, title)
			all.of[title] = section{head: head}
			continue
		}
		s := all.of[title]
		s.lines = append(s.lines, line)
		all.of[title] = s
	}
	return all
}

// union is the titles of both, in the order of the later, those that are gone last.
func union(before, after outlined) []string {
	titles := slices.Clone(after.titles)
	for _, title := range before.titles {
		if _, ok := after.of[title]; !ok {
			titles = append(titles, title)
		}
	}
	return titles
}
