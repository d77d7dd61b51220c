package play

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Link is a state of the player as an address tells it:
//
//	#aluminium/2?lang=en&theme=night&pick=stage.2&in=home.1:96,home.2:90&t=1.25&contents=1&play=1
//
// What it does not tell is left as it is; without a scene it changes the
// present one.
type Link struct {
	Scene  string // its name
	Beat   int    // from 1; 0: the first
	Lang   string
	Theme  string
	Pick   draw.ID
	Inputs stage.Inputs
	Held   bool         // stands still at Time
	Time   anim.Seconds // in thousandths
	Play   Switch
	Still  Switch // reduced motion
	// Contents are open over the scene. A link to a scene that does not tell leads to
	// the scene itself.
	Contents Switch
	Speed    float64
	Zoom     stage.Zoom // Scale 0: not told
}

// Switch is on, off, or not told.
type Switch uint8

const (
	Unset Switch = iota
	On
	Off
)

func switchOf(on bool) Switch {
	if on {
		return On
	}
	return Off
}

// ErrLink says that a text is not the address of a state.
var ErrLink = errors.New("play: the link is not one of a state")

const (
	longestLink = 4000
	mostBeats   = 1000
	mostValue   = 1e9
	focusUnits  = 1000 // a zoom's focus is written in thousandths, to thousandths
)

// String writes the link with its leading "#".
func (l Link) String() string {
	b := append(make([]byte, 0, 96), '#')
	b = escape(b, l.Scene)
	if l.Scene != "" && l.Beat > 0 {
		b = append(b, '/')
		b = strconv.AppendInt(b, int64(l.Beat), 10)
	}
	mark := byte('?')
	key := func(k string) {
		b = append(b, mark)
		mark = '&'
		b = append(b, k...)
		b = append(b, '=')
	}
	word := func(k, v string) {
		if v != "" {
			key(k)
			b = escape(b, v)
		}
	}
	toggle := func(k string, s Switch) {
		if s != Unset {
			key(k)
			b = append(b, "-10"[s])
		}
	}
	word("lang", l.Lang)
	word("theme", l.Theme)
	if !l.Pick.Zero() {
		word("pick", l.Pick.String())
	}
	if l.Inputs.Len() > 0 {
		key("in")
		for i := 0; i < l.Inputs.Len(); i++ {
			id, v := l.Inputs.At(i)
			if i > 0 {
				b = append(b, ',')
			}
			b = escape(b, id.String())
			b = append(b, ':')
			b = draw.AppendThousandths(b, v)
		}
	}
	if l.Zoom.Scale > 0 {
		key("zoom")
		b = draw.AppendThousandths(b, l.Zoom.Scale)
		b = append(b, ',')
		b = draw.AppendThousandths(b, l.Zoom.Focus.X*focusUnits)
		b = append(b, ',')
		b = draw.AppendThousandths(b, l.Zoom.Focus.Y*focusUnits)
	}
	if l.Held {
		key("t")
		b = draw.AppendThousandths(b, l.Time)
	}
	toggle("contents", l.Contents)
	toggle("play", l.Play)
	toggle("still", l.Still)
	if l.Speed > 0 {
		key("speed")
		b = draw.AppendThousandths(b, l.Speed)
	}
	return string(b)
}

// ParseLink reads what String wrote, with or without the "#". Any other text
// gives ErrLink.
func ParseLink(text string) (Link, error) {
	var l Link
	if len(text) > longestLink {
		return l, ErrLink
	}
	path, query, _ := strings.Cut(strings.TrimPrefix(text, "#"), "?")
	scene, beat, numbered := strings.Cut(path, "/")
	ok := true
	if l.Scene, ok = Unescape(scene); !ok {
		return Link{}, ErrLink
	}
	if numbered {
		n, err := strconv.Atoi(beat)
		if err != nil || n < 1 || n > mostBeats || l.Scene == "" {
			return Link{}, ErrLink
		}
		l.Beat = n
	}
	for query != "" {
		var item string
		item, query, _ = strings.Cut(query, "&")
		key, value, _ := strings.Cut(item, "=")
		if !l.take(key, value) {
			return Link{}, ErrLink
		}
	}
	if len(l.String()) > longestLink {
		return Link{}, ErrLink // as it would be written
	}
	return l, nil
}

// take reads one parameter; it reports false where it is none or has no such value.
func (l *Link) take(key, value string) (ok bool) {
	switch key {
	case "lang":
		l.Lang, ok = Unescape(value)
	case "theme":
		l.Theme, ok = Unescape(value)
	case "pick":
		l.Pick, ok = parseID(value)
	case "in":
		l.Inputs, ok = parseInputs(value)
	case "zoom":
		l.Zoom, ok = parseZoom(value)
	case "t":
		l.Time, ok = parseNumber(value, 0, mostValue)
		l.Held = ok
	case "contents":
		l.Contents, ok = parseSwitch(value)
	case "play":
		l.Play, ok = parseSwitch(value)
	case "still":
		l.Still, ok = parseSwitch(value)
	case "speed":
		l.Speed, ok = parseNumber(value, 0.25, 4)
	}
	return ok
}

func parseID(text string) (draw.ID, bool) {
	s, ok := Unescape(text)
	id := draw.ParseID(s)
	return id, ok && !id.Zero()
}

func parseInputs(text string) (stage.Inputs, bool) {
	var in stage.Inputs
	for item := range strings.SplitSeq(text, ",") {
		name, value, _ := strings.Cut(item, ":")
		id, ok := parseID(name)
		v, good := parseNumber(value, -mostValue, mostValue)
		if !ok || !good {
			return stage.Inputs{}, false
		}
		in = in.With(id, v)
	}
	return in, true
}

func parseZoom(text string) (z stage.Zoom, ok bool) {
	scale, focus, _ := strings.Cut(text, ",")
	x, y, _ := strings.Cut(focus, ",")
	s, okS := parseNumber(scale, 1, mostValue)
	fx, okX := parseNumber(x, 0, focusUnits)
	fy, okY := parseNumber(y, 0, focusUnits)
	return stage.Zoom{Scale: s, Focus: geom.P(fx/focusUnits, fy/focusUnits)}, okS && okX && okY
}

func parseSwitch(text string) (Switch, bool) {
	return switchOf(text == "1"), text == "0" || text == "1"
}

func parseNumber(text string, least, most float64) (float64, bool) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || v < least || v > most {
		return 0, false
	}
	return thousandth(v) + 0, true
}

// plain are the bytes that stand for themselves in a fragment and in none of
// the link's own places.
func plain(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~'
}

func escape(dst []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	for i := 0; i < len(s); i++ {
		if c := s[i]; plain(c) {
			dst = append(dst, c)
		} else {
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		}
	}
	return dst
}

// Unescape takes the escapes off a part of an address. It reports false where one is none.
func Unescape(s string) (string, bool) {
	if strings.IndexByte(s, '%') < 0 {
		return s, true
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			out = append(out, s[i])
			continue
		}
		if i+2 >= len(s) {
			return "", false
		}
		n, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
		if err != nil {
			return "", false
		}
		out = append(out, byte(n))
		i += 2
	}
	return string(out), true
}
