package plan

import (
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/play"
	"lianhua/internal/story"
)

// Known is what the story has that settings may name; nil: anything.
type Known struct {
	Scenes, Themes []string
	Beats          map[string]int // of each scene
}

// Place is what is wrong with a beat or a scene that the loop is to play, and what to do;
// empty where nothing is.
func (k Known) Place(text string, leftOut []string) (message, hint string) {
	l, err := play.ParseLink(text)
	bare := play.Link{Scene: l.Scene, Beat: l.Beat}
	switch {
	case err != nil || l.Scene == "" || bare.String() != "#"+strings.TrimPrefix(text, "#"):
		return strconv.Quote(text) + " is no beat of the story", `a scene and its beat, or the scene for all of it: "hydrogen/2", "cover"`
	case k.Scenes != nil && !slices.Contains(k.Scenes, l.Scene):
		return "the story has no scene " + strconv.Quote(l.Scene), "there are " + strings.Join(k.Scenes, ", ")
	case slices.Contains(leftOut, l.Scene):
		return "the scene " + strconv.Quote(l.Scene) + " is left out", "leave it in, or play others"
	case k.Beats != nil && l.Beat > k.Beats[l.Scene]:
		last := strconv.Itoa(k.Beats[l.Scene])
		return "the scene " + strconv.Quote(l.Scene) + " has no beat " + strconv.Itoa(l.Beat), "its last is " + last + ": " + strconv.Quote(l.Scene+"/"+last)
	}
	return "", ""
}

// Problem is a setting of an address that is wrong, and what to do.
type Problem struct{ Setting, Message, Hint string }

// String tells the problem in one line.
func (p Problem) String() string {
	return "the address's " + p.Setting + ": " + p.Message + "; " + p.Hint
}

// names are what an address may set of a hall, in the order of the settings' file.
var names = []string{"hall", "return", Quiet.Name, Ask.Name, Speed.Name, "leave-out", "beats", "languages", "themes", "night", "large-type", "low-reach", Drift.Name}

// FromAddress reads the fragment of a page's address: a link into the story, where the
// hall begins, with the hall's settings among its parameters.
//
//	#hydrogen/2?hall=1&quiet=60&return=cover&languages=zh,en&themes=day&night=18:30-7:00
//
// Lists have commas; what else stands in a value may be escaped as in any address.
func FromAddress(fragment string, k Known) (Settings, []Problem) {
	langs := story.Langs()
	r := addressReader{known: k, set: Settings{
		Quiet: anim.Seconds(Quiet.Missing), Ask: anim.Seconds(Ask.Missing), Speed: Speed.Missing, Drift: int(Drift.Missing),
		Languages: langs[:], Themes: []string{"day"},
	}}
	place, query, _ := strings.Cut(strings.TrimPrefix(fragment, "#"), "?")
	start, mark := place, "?"
	for item := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(item, "=")
		switch {
		case item == "":
		case slices.Contains(names, name):
			if bare, ok := play.Unescape(value); ok {
				r.take(name, bare)
			} else {
				r.fail(name, strconv.Quote(value)+" is not escaped as in an address", `write % as %25`)
			}
		default:
			if _, err := play.ParseLink("?" + item); err != nil {
				r.fail(name, "is none of a hall's, or has no such value", "there are "+strings.Join(names, ", "))
				continue
			}
			start, mark = start+mark+item, "&"
		}
	}
	r.set.Start = r.link("place", start, "")
	if r.back == "" {
		r.back = r.set.Start
	}
	r.set.Return = r.back
	for item := range strings.SplitSeq(r.beats, ",") {
		if item == "" {
			continue
		}
		if message, hint := k.Place(item, r.set.LeaveOut); message != "" {
			r.fail("beats", message, hint)
			continue
		}
		r.set.Beats = append(r.set.Beats, item)
	}
	return r.set, r.problems
}

// addressReader takes the settings of an address.
type addressReader struct {
	known    Known
	set      Settings
	back     string // where it returns to; empty: not said
	beats    string // of the loop: which of them are good depends on all that is left out
	problems []Problem
}

func (r *addressReader) fail(name, message, hint string) {
	r.problems = append(r.problems, Problem{name, message, hint})
}

func (r *addressReader) take(name, value string) {
	s := &r.set
	switch name {
	case "hall":
		if value != "1" {
			r.fail(name, strconv.Quote(value)+" is neither 1 nor 0", "write hall=1; without it the page is for readers")
		}
	case "return":
		r.back = r.link(name, value, r.back)
	case Quiet.Name:
		s.Quiet = anim.Seconds(r.number(Quiet, value))
		if s.Quiet > 0 && s.Quiet < LeastQuiet {
			r.fail(name, TooShort, NotTooShort)
			s.Quiet = LeastQuiet
		}
	case Ask.Name:
		s.Ask = anim.Seconds(r.number(Ask, value))
	case Speed.Name:
		s.Speed = r.number(Speed, value)
	case Drift.Name:
		s.Drift = int(r.number(Drift, value))
	case "leave-out":
		if value == "" {
			return // as an empty list in a file
		}
		s.LeaveOut = r.list(name, value, "scene", r.known.Scenes)
		if r.known.Scenes != nil && len(s.LeaveOut) >= len(r.known.Scenes) {
			r.fail(name, "no scene is left", "leave one in")
			s.LeaveOut = nil
		}
	case "beats":
		r.beats = value
	case "languages":
		r.languages(name, value)
	case "themes":
		if themes := r.list(name, value, "theme", r.known.Themes); len(themes) > 0 {
			s.Themes = themes
		}
	case "night":
		from, to, _ := strings.Cut(value, "-")
		begin, good := Clock(from)
		end, well := Clock(to)
		if !good || !well {
			r.fail(name, strconv.Quote(value)+" is not two times of day", "write night=19:30-7:00")
			return
		}
		s.Night = Hours{begin, end}
	case "large-type":
		if s.LargeType = value == "1"; !s.LargeType && value != "0" {
			r.fail(name, strconv.Quote(value)+" is neither 1 nor 0", "write large-type=1")
		}
	case "low-reach":
		s.LowReach = r.lowReach(name, value)
	}
}

func (r *addressReader) lowReach(name, value string) LowReach {
	from, to, _ := strings.Cut(value, "-")
	foot, good := strconv.Atoi(from)
	head, well := strconv.Atoi(to)
	at := LowReach{foot, head}
	message, hint := at.Wrong()
	if good != nil || well != nil {
		message, hint = strconv.Quote(value)+" is not two heights in centimetres", "write low-reach=60-181"
	}
	if message != "" {
		r.fail(name, message, hint)
		return LowReach{}
	}
	return at
}

func (r *addressReader) number(n Number, value string) float64 {
	v, err := strconv.ParseFloat(value, 64)
	hint := "write " + n.Name + "=" + Plain(n.Missing)
	switch {
	case err != nil:
		r.fail(n.Name, strconv.Quote(value)+" is not a number", hint)
	case !n.Has(v):
		r.fail(n.Name, n.Bounds(), hint)
	case n.Whole && v != float64(int(v)):
		r.fail(n.Name, n.Name+" is not a whole number", hint)
	default:
		return v
	}
	return n.Missing
}

// list is the names in a value that are known, each once.
func (r *addressReader) list(name, value, what string, known []string) []string {
	var good []string
	for item := range strings.SplitSeq(value, ",") {
		switch {
		case value == "":
			r.fail(name, "names no "+what, "leave it out, or name some with commas between them")
		case item == "" || slices.Contains(good, item):
		case known != nil && !slices.Contains(known, item):
			r.fail(name, "the story has no "+what+" "+strconv.Quote(item), "there are "+strings.Join(known, ", "))
		default:
			good = append(good, item)
		}
	}
	return good
}

func (r *addressReader) languages(name, value string) {
	var known []string
	for _, l := range story.Langs() {
		known = append(known, l.String())
	}
	var good []story.Lang
	for _, n := range r.list(name, value, "language", known) {
		l, _ := story.ParseLang(n)
		good = append(good, l)
	}
	if len(good) > 0 {
		r.set.Languages = good
	}
}

func (r *addressReader) link(name, value, missing string) string {
	l, err := play.ParseLink(value)
	switch {
	case err != nil:
		r.fail(name, strconv.Quote(value)+" is no place in the story", "write it as the page's address shows it: hydrogen/2")
	case l.Scene != "" && r.known.Scenes != nil && !slices.Contains(r.known.Scenes, l.Scene):
		r.fail(name, "the story has no scene "+strconv.Quote(l.Scene), "there are "+strings.Join(r.known.Scenes, ", "))
	default:
		return value
	}
	return missing
}
