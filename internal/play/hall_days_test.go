package play_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/chrome"
	"lianhua/internal/contents"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/hall"
	"lianhua/internal/hall/visits"
	"lianhua/internal/play"
	"lianhua/internal/raster"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// hallDays is a hall's screen whose days pass as fast as they can be thought out: time
// goes by where something is due, and by a quarter of a second, which is the longest
// frame, where it moves.
type hallDays struct {
	*testing.T
	m       *play.Machine
	l       draw.List
	small   draw.List // of the contents, made ahead
	area    geom.Rect
	chance  *rand.Rand
	stories []*story.Bundle // the built-in one, and a corrected one

	since time.Duration
	wrong int // by how many years the wall's clock is

	set  hall.Settings
	dark bool
	log  *visits.Log
	dir  string

	used        bool // by other visitors than the last
	attracts    bool // when it was last looked at
	made, ended int  // visits
	pictures    int
}

// usual is the window of the hall.
var usual = geom.R(0, 0, 1080, 1920)

// newHallDays is a screen that a hall sets up at nine, and whose hall closes at a time
// of day.
func newHallDays(t *testing.T, seed uint64, closes time.Duration) *hallDays {
	t.Helper()
	h := &hallDays{T: t, area: usual, chance: rand.New(rand.NewPCG(seed, 13)), set: hall.Default(), dir: t.TempDir(), attracts: true}
	h.set.Night = hall.Hours{From: closes, To: 9 * time.Hour}
	h.set.Themes = []string{"day", "contrast"}
	h.log = visits.Open(h.dir, 1200)
	faces, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 2 {
		b, err := story.Decode(assets.Story)
		if err != nil {
			t.Fatal(err)
		}
		r := b.Records()
		for k := range r.Figures {
			if i == 1 && r.Figures[k].Period.ZH != "" {
				r.Figures[k].Period.ZH += "。"
			}
		}
		if b, err = story.New(r); err != nil {
			t.Fatal(err)
		}
		h.stories = append(h.stories, b)
	}
	first := h.hall(h.set.Looks())
	h.m, err = play.New(h.stories[0], faces, scenes.All(), play.Options{
		Playing: true, Swipe: true, Chrome: chrome.Hall, Contents: contents.Draw, Passage: chrome.Passage, Handovers: scenes.Handovers(),
		Hall: &first,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.m.Hang(assets.Pack); err != nil {
		t.Fatal(err)
	}
	if !h.m.Begin(h.set.Start) {
		t.Fatal("no start")
	}
	h.draw()
	return h
}

func (h *hallDays) hall(looks []play.Look) play.Hall {
	return play.Hall{Quiet: h.set.Quiet, Ask: h.set.Ask, Looks: looks, Speed: h.set.Speed, Code: "2580", Picture: chrome.Above, Low: lowBelow(0.5)}
}

// clock is what the wall's shows.
func (h *hallDays) clock() time.Time {
	return time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC).Add(h.since).AddDate(h.wrong, 0, 0)
}

func (h *hallDays) draw() {
	h.pictures++
	h.m.Draw(&h.l, h.area)
}

// looked notes whether a visit has begun or ended.
func (h *hallDays) looked() {
	now := h.m.Attracts()
	if h.attracts && !now {
		h.made++
	}
	h.attracts = now
	for _, v := range h.m.TakeVisits() {
		h.ended++
		if err := h.log.Add(h.clock(), v); err != nil {
			h.Fatal(err)
		}
	}
}

// pass lets seconds pass, in frames of at most so many.
func (h *hallDays) pass(seconds, frame float64) {
	for left := seconds; left > 1e-9; {
		dt := h.m.Due()
		if dt == 0 {
			dt = frame
		}
		dt = min(dt, left)
		changed := h.m.Tick(dt)
		left -= dt
		h.looked()
		if changed && h.chance.IntN(40) == 0 {
			h.draw()
		}
	}
	h.since += time.Duration(seconds * float64(time.Second))
}

// night tells the machine what the hour wants, as the kiosk does.
func (h *hallDays) night() {
	if dark := h.set.Night.At(h.clock()); dark != h.dark {
		h.dark = dark
		looks := h.set.Looks()
		for i := range looks {
			if dark {
				looks[i].Theme = "night"
			}
		}
		h.m.SetHall(h.hall(looks))
	}
}

// open is time in the hall: by day somebody comes every minute or so.
func (h *hallDays) open(lasts time.Duration) {
	h.used = true
	for end := h.since + lasts; h.since < end; {
		h.night()
		wait := min((end - h.since).Seconds(), 20+80*h.chance.Float64())
		if h.dark {
			wait = min((end - h.since).Seconds(), 600)
		}
		begun := h.since
		if !h.dark && wait > 20 {
			h.visitor()
		}
		h.happens()
		h.pass(max(0.25, wait-(h.since-begun).Seconds()), 0.25)
	}
	h.since = h.since.Round(time.Second)
}

// happens is what a hall meets that no visitor does.
func (h *hallDays) happens() {
	switch h.chance.IntN(40) {
	case 0: // the window
		h.area = geom.R(0, 0, math.Round(200+3000*h.chance.Float64()), math.Round(200+3000*h.chance.Float64()))
		h.draw()
	case 1:
		h.area = usual
		h.draw()
	case 2: // a story comes
		if err := h.m.SetStory(h.stories[h.chance.IntN(2)]); err != nil {
			h.Fatal(err)
		}
		h.draw()
	case 3: // a picture cannot be drawn
		if _, ok := h.m.Fail(); !ok {
			h.Fatal("no scene is left")
		}
		h.draw()
		if err := h.m.SetStory(h.stories[0]); err != nil { // and its story is put right
			h.Fatal(err)
		}
	case 4: // the wall's clock
		if h.wrong == 0 {
			h.wrong = h.chance.IntN(60) - 50
		} else {
			h.wrong = 0
		}
	case 5: // the machine slept, or its clock stood
		h.m.Tick([]float64{3e8, 0, -5, math.NaN(), math.Inf(1)}[h.chance.IntN(5)])
		h.looked()
	case 6, 7, 8:
		h.m.Ahead(&h.small, h.area)
	}
}

// heap is the memory that is in use when what is not has been given back.
func (h *hallDays) heap() uint64 {
	runtime.GC()
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return s.HeapAlloc
}

// gone has the last visitor leave, puts the window, the story and the clock right, and
// waits for the start.
func (h *hallDays) gone() {
	h.area, h.wrong = usual, 0
	if err := h.m.SetStory(h.stories[0]); err != nil {
		h.Fatal(err)
	}
	h.set.Night = hall.Hours{}
	h.night()
	// Somebody comes in any case, so that what follows begins at a return.
	h.m.Pointer(play.Cancel, 1, geom.P(0, 0))
	h.tap(geom.P(30, 30))
	if h.used { // and leaves nothing as it was
		h.m.SetLang(story.EN)
		h.m.SetTheme("contrast")
		h.m.SetReduced(true)
		h.m.SetSpeed(2)
	}
	h.m.SetPlaying(false)
	h.m.Home() // the way back is the same from there
	for i := 0; !h.m.Attracts(); i++ {
		if i > 10000 {
			h.Fatalf("nobody is there, and it does not go back: %s", h.m.Link())
		}
		h.pass(0.25, 0.25)
	}
}

// closing is the state and the pictures of two rounds of the loop, one in each
// language, from the return to the start on; it is taken at a time of its own.
func (h *hallDays) closing() (all []string) {
	since, night := h.since, h.set.Night
	h.gone()
	pixels := raster.New(h.m.Fonts())
	for i := range 700 {
		if i == opened {
			all = append(all, h.m.Inside())
		}
		h.m.Tick(0.25)
		h.looked()
		if i >= opened && i%5 == 0 {
			h.draw()
			all = append(all, strconv.Itoa(i)+" "+h.m.Link().String()+" "+h.m.Hash())
		}
		if i == 60 {
			img := pixels.Render(&h.l, 0.5)
			all = append(all, fmt.Sprintf("pixels %x", sumOf(img.Pix)))
		}
	}
	if waiting, stories := h.m.Waiting(); waiting > 0 || stories > 2 {
		h.Errorf("%d visits wait to be taken, %d stories are kept", waiting, stories)
	}
	h.since, h.set.Night = since, night
	return all
}

// opened is the frame at which nothing of the last visitor's picture is left.
const opened = 8

func (h *hallDays) same(first, now []string) {
	h.Helper()
	for i := range first {
		if first[i] != now[i] {
			h.Fatalf("after %v:\n%s\nin the first hour:\n%s", h.since, now[i], first[i])
		}
	}
}

// counted compares the visits that were made with those that are written.
func (h *hallDays) counted() {
	h.Helper()
	if err := h.log.Save(); err != nil {
		h.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(h.dir, "*"))
	if err != nil {
		h.Fatal(err)
	}
	written := 0
	for _, f := range files {
		_, rows, err := visits.Read(f)
		if err != nil {
			h.Fatal(err)
		}
		for _, r := range rows {
			n, err := strconv.Atoi(r["visits"])
			if err != nil {
				h.Fatal(err)
			}
			written += n
		}
	}
	if h.made == 0 || h.ended != h.made || written != h.made {
		h.Errorf("%d visits were made, %d have ended, %d are written in %d files", h.made, h.ended, written, len(files))
	}
}
