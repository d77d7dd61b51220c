package workbench

import (
	"fmt"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/still"
	"lianhua/internal/story"
	"lianhua/internal/vision"
)

// moment is what a query asks for.
type moment struct {
	preview.Moment
	beat   int // that moves or has just settled, from 0
	rests  bool
	vision vision.Kind
	width  int // of the picture in pixels
	slot   *movedSlot
}

// widest is the most pixels that a picture may have across.
const widest = 7680

// read reads a query; the error says what is not as it should be.
func read(q url.Values, book *still.Book) (m moment, err error) {
	var names []string
	for i := range book.Deck.Slots {
		names = append(names, book.Deck.Slots[i].Scene.Name())
	}
	if m.Scene, err = choose("scene", q.Get("scene"), names); err != nil {
		return m, err
	}
	if m.Now, err = when(q, &book.Deck.Slots[m.Scene].Time); err != nil {
		return m, err
	}
	time := &book.Deck.Slots[m.Scene].Time
	m.beat = time.BeatAt(m.Now)
	m.rests = math.Abs(m.Now-time.End(m.beat)) < 0.0005
	sizes := preview.Sizes()
	names = nil
	for _, s := range sizes {
		names = append(names, s.Name)
	}
	form, err := choose("form", q.Get("form"), names)
	if err != nil {
		return m, err
	}
	m.Area = sizes[form].Area
	langs := story.Langs()
	names = nil
	for _, l := range langs {
		names = append(names, l.String())
	}
	lang, err := choose("lang", q.Get("lang"), names)
	if err != nil {
		return m, err
	}
	m.Lang = langs[lang]
	names = nil
	for _, t := range book.Themes {
		names = append(names, t.Name)
	}
	theme, err := choose("theme", q.Get("theme"), names)
	if err != nil {
		return m, err
	}
	m.Theme = book.Themes[theme]
	if v := q.Get("vision"); v != "" {
		var ok bool
		if m.vision, ok = vision.ParseKind(v); !ok {
			return m, fmt.Errorf("there is no vision %q; choose from %v", v, vision.Kinds())
		}
	}
	if m.width, err = widthOf(q.Get("width"), m.Area); err != nil {
		return m, err
	}
	m.slot, err = slotOf(q)
	return m, err
}

// choose is the place of a name among all; an empty one is the first.
func choose(what, name string, all []string) (int, error) {
	if name == "" {
		return 0, nil
	}
	i := slices.Index(all, name)
	if i < 0 {
		return 0, fmt.Errorf("there is no %s %q; choose from %s", what, name, strings.Join(all, ", "))
	}
	return i, nil
}

// when is the time that a query names, by itself or as the rest of a beat.
func when(q url.Values, time *anim.Timeline) (anim.Seconds, error) {
	if t := q.Get("t"); t != "" {
		at, err := strconv.ParseFloat(t, 64)
		if err != nil || !(at >= 0) || at > time.Length()+0.0005 {
			return 0, fmt.Errorf("the time %q is not one of the scene's seconds, 0 to %.3f", t, time.Length())
		}
		return min(at, time.Length()), nil
	}
	beat := time.Len()
	if text := q.Get("beat"); text != "" {
		var err error
		if beat, err = strconv.Atoi(text); err != nil || beat < 1 || beat > time.Len() {
			return 0, fmt.Errorf("the beat %q is not one of the scene's, 1 to %d", text, time.Len())
		}
	}
	return time.End(beat - 1), nil
}

// widthOf is how many pixels wide a picture of that area is to be.
func widthOf(text string, area geom.Rect) (int, error) {
	if text == "" {
		return int(area.W), nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 8 || n > widest {
		return 0, fmt.Errorf("the width %q is not a number of pixels from 8 to %d", text, widest)
	}
	return n, nil
}

// scale is how many pixels a device-independent one has.
func (m *moment) scale() float64 { return float64(m.width) / m.Area.W }
