package hall

import (
	"bytes"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"lianhua/internal/anim"
	"lianhua/internal/authoring"
	"lianhua/internal/hall/plan"
	"lianhua/internal/play"
	"lianhua/internal/story"
)

// Read reads a file of settings, which is called name in what is wrong with it.
func Read(name string, text []byte, k Known) (Settings, []authoring.Problem) {
	s := Default()
	switch {
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE}), bytes.HasPrefix(text, []byte{0xFE, 0xFF}):
		return s, []authoring.Problem{{File: name, Line: 1, Message: "is written in UTF-16", Hint: "save it as UTF-8: in Windows' Notepad, \"Save as\", \"Encoding\""}}
	case bytes.HasPrefix(text, []byte("\xEF\xBB\xBF")): // as Notepad begins a file in UTF-8
		text = text[3:]
	}
	return read(name, string(text), s, k)
}

func read(name, text string, s Settings, k Known) (Settings, []authoring.Problem) {
	t, ok := authoring.ReadTable(name, text)
	if !ok {
		problems := t.Problems()
		if strings.ContainsAny(text, "“”「」＝") {
			problems[0].Hint = `write plain quotes and signs: start = "cover"`
		}
		return s, problems
	}
	t.Only("start", "return", "quiet", "ask", "speed", "leave-out", "loop", "night", "closed", "staff", "visits", "updates", "watch", "screen", "low-reach")
	r := reader{t, k}
	s.Start = r.link("start", s.Start)
	s.Return = s.Start
	s.Return = r.link("return", s.Return)
	s.Quiet = anim.Seconds(r.number(plan.Quiet, float64(s.Quiet)))
	if s.Quiet > 0 && s.Quiet < plan.LeastQuiet {
		t.Fail("quiet", plan.TooShort, plan.NotTooShort)
		s.Quiet = plan.LeastQuiet
	}
	s.Ask = anim.Seconds(r.number(plan.Ask, float64(s.Ask)))
	s.Speed = r.number(plan.Speed, s.Speed)
	s.LeaveOut = r.names("leave-out", s.LeaveOut, k.Scenes, "scene")
	if k.Scenes != nil && len(s.LeaveOut) >= len(k.Scenes) {
		t.Fail("leave-out", "no scene is left", "leave one in")
		s.LeaveOut = nil
	}
	if loop, ok := t.Sub("loop"); ok {
		loop.Only("beats", "languages", "themes")
		r := reader{loop, k}
		s.Beats = r.beats("beats", s.LeaveOut)
		s.Languages = r.languages("languages", s.Languages)
		s.Themes = r.some("themes", s.Themes, k.Themes, "theme")
	}
	if night, ok := t.Sub("night"); ok {
		night.Only("from", "to")
		r := reader{night, k}
		s.Night = Hours{From: r.clock("from", s.Night.From), To: r.clock("to", s.Night.To)}
	}
	if closed, ok := t.Sub("closed"); ok {
		closed.Only("from", "to", "off")
		r := reader{closed, k}
		s.Closed.Hours = Hours{From: r.clock("from", s.Closed.From), To: r.clock("to", s.Closed.To)}
		s.Closed.Off = closed.Flag("off", s.Closed.Off)
	}
	if staff, ok := t.Sub("staff"); ok {
		staff.Only("code")
		s.Code = reader{staff, k}.code("code", s.Code)
	}
	if visits, ok := t.Sub("visits"); ok {
		visits.Only("folder", "months")
		s.Visits.Folder = visits.Text("folder")
		s.Visits.Months = int(visits.Whole("months", 1, 120, int64(s.Visits.Months)))
	}
	if updates, ok := t.Sub("updates"); ok {
		s.Updates = reader{updates, k}.updates(s.Updates)
	}
	if watch, ok := t.Sub("watch"); ok {
		watch.Only("heartbeat", "look", "metrics")
		s.Heartbeat, s.Look = watch.Text("heartbeat"), watch.Text("look")
		s.Metrics = reader{watch, k}.loopback("metrics")
	}
	if s.Look == "" {
		s.Look = os.TempDir()
	}
	if screen, ok := t.Sub("screen"); ok {
		reader{screen, k}.screen(&s)
	}
	if low, ok := t.Sub("low-reach"); ok {
		s.LowReach = reader{low, k}.lowReach(s.LowReach)
	}
	return s, t.Problems()
}

// reader reads the values of a table, each with what it is where it is missing or
// wrong.
type reader struct {
	authoring.Table
	known Known
}

func (r reader) link(key, missing string) string {
	v := r.Text(key)
	if v == "" {
		return missing
	}
	l, err := play.ParseLink(v)
	switch {
	case err != nil:
		r.Fail(key, strconv.Quote(v)+" is no place in the story", `what the page's address shows after "#": `+key+` = "hydrogen/2"`)
	case r.known.Scenes != nil && !slices.Contains(r.known.Scenes, l.Scene):
		r.Fail(key, "the story has no scene "+strconv.Quote(l.Scene), authoring.Suggest(l.Scene, r.known.Scenes))
	default:
		return v
	}
	return missing
}

func (r reader) number(n plan.Number, missing float64) float64 {
	v, ok := r.Number(n.Name)
	if !ok {
		return missing
	}
	if !n.Has(v) {
		r.Fail(n.Name, n.Bounds(), "write "+n.Name+" = "+plan.Plain(missing))
		return missing
	}
	return v
}

// names are what a list names, of what is known.
func (r reader) names(key string, missing, known []string, what string) []string {
	all, ok := r.Texts(key)
	if !ok {
		return missing
	}
	var good []string
	for _, name := range all {
		switch {
		case known != nil && !slices.Contains(known, name):
			r.Fail(key, "the story has no "+what+" "+strconv.Quote(name), authoring.Suggest(name, known))
		case !slices.Contains(good, name):
			good = append(good, name)
		}
	}
	return good
}

// some are names of which at least one must be left.
func (r reader) some(key string, missing, known []string, what string) []string {
	good := r.names(key, missing, known, what)
	if len(good) == 0 {
		if all, ok := r.Texts(key); ok && len(all) == 0 {
			r.Fail(key, key+" names no "+what, key+` = ["`+missing[0]+`"]`)
		}
		return missing
	}
	return good
}

// beats are those of the loop; of wrong ones, the others are played.
func (r reader) beats(key string, leftOut []string) (good []string) {
	all, _ := r.Texts(key)
	for _, text := range all {
		if message, hint := r.known.Place(text, leftOut); message != "" {
			r.Fail(key, message, hint)
			continue
		}
		good = append(good, text)
	}
	return good
}

func (r reader) languages(key string, missing []story.Lang) []story.Lang {
	names, known := make([]string, 0, len(missing)), make([]string, 0, 2)
	for _, l := range missing {
		names = append(names, l.String())
	}
	for _, l := range story.Langs() {
		known = append(known, l.String())
	}
	var all []story.Lang
	for _, name := range r.some(key, names, known, "language") {
		l, _ := story.ParseLang(name)
		all = append(all, l)
	}
	return all
}

const leastCode, mostCode = 4, 12

// code is digits. What is wrong with it does not tell it.
func (r reader) code(key, missing string) string {
	v := r.Text(key)
	if v == "" {
		return missing
	}
	if len(v) < leastCode || len(v) > mostCode || strings.Trim(v, "0123456789") != "" {
		r.Fail(key, "the code is not 4 to 12 digits", "digits in quotes, with nothing between them; \"\": no code")
		return missing
	}
	return v
}

// loopback is an address and port of this machine that no other one reaches.
func (r reader) loopback(key string) string {
	v := r.Text(key)
	if v == "" {
		return ""
	}
	hint := key + ` = "127.0.0.1:9877"`
	at, err := netip.ParseAddrPort(v)
	switch {
	case err != nil || at.Port() == 0:
		r.Fail(key, strconv.Quote(v)+" is no address and port", hint)
	case !at.Addr().IsLoopback():
		r.Fail(key, strconv.Quote(v)+" can be reached from other machines, and metrics are told to this one alone", hint+"; the house's own exporter or tunnel takes them further")
	default:
		return v
	}
	return ""
}

// clock is a time of day.
func (r reader) clock(key string, missing time.Duration) time.Duration {
	v := r.Text(key)
	if v == "" {
		return missing
	}
	at, ok := plan.Clock(v)
	if !ok {
		r.Fail(key, strconv.Quote(v)+" is no time of day", key+` = "19:30"`)
		return missing
	}
	return at
}
