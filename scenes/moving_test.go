package scenes_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"lianhua/internal/chrome"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/svg"
	"lianhua/scenes"
)

// movingPicture is the README's picture that moves: one act leads to the next.
const movingPicture = "testdata/moving.svg"

// The moving picture's turn, in seconds: a scene is read, the ring closes, rests on the
// act's sign and opens; the next scene is read, and so on back.
const (
	reads  = 3.2
	closes = 0.7
	rests  = 1.1
	turn   = 2 * (reads + closes + rests + closes)
)

func TestMovingGolden(t *testing.T) {
	drawn := moving(t)
	if *regen {
		write(t, movingPicture, drawn)
		return
	}
	kept, err := os.ReadFile(movingPicture)
	if err != nil {
		t.Fatalf("%v: run make golden and look at the picture", err)
	}
	if !bytes.Equal(kept, drawn) {
		actual := filepath.Join("..", "out", "goldens", filepath.Base(movingPicture))
		write(t, actual, drawn)
		t.Errorf("%s is another picture now; see %s; make golden accepts it", movingPicture, actual)
	}
	if len(drawn) > 1<<20 {
		t.Errorf("%s has %d bytes", movingPicture, len(drawn))
	}
}

// moving is the way from the first act's end to the second's beginning and back, as one
// document that moves by its style alone.
func moving(t *testing.T) []byte {
	t.Helper()
	s := previewtest.Open(t, scenes.All()...)
	area := geom.R(0, 0, 1440, 900)
	night, _ := s.Theme("night")
	settled := func(name string) (l *draw.List, v stage.View) {
		i, ok := s.Deck.Index(name)
		if !ok {
			t.Fatalf("there is no scene %s", name)
		}
		m := s.Settled(i, s.Deck.Slots[i].Time.Len()-1, story.EN, s.Themes[night], area)
		return previewtest.Drawn(t, s, m), s.View(m)
	}
	from, v := settled("output")
	to, _ := settled("innovation")

	// The ring at rest, with what lies around it and the sign apart.
	passage := func(act string) *draw.List {
		l := &draw.List{}
		l.Reset(area, 0)
		chrome.Passage(l, &v, &play.Passage{Act: act, Shut: 1})
		return l
	}
	ring, signs := passage(""), map[string]*draw.List{}
	for _, act := range []string{"chain", "roots"} {
		sign := passage(act)
		for i := range sign.Marks {
			if ring.Find(sign.Marks[i].ID) >= 0 {
				sign.Marks[i].Alpha = 0
			}
		}
		signs[act] = sign
	}

	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" width="%g" height="%g">
<title>From one act to the next</title>
<style>%s</style>
`, area.W, area.H, area.W, area.H, movingStyle(area))
	layer := func(class, id string, l *draw.List) {
		fmt.Fprintf(&b, "<g class=%q>\n", class)
		b.Write(svg.Append(nil, l, svg.Options{Lang: "en", Prefix: id, Outlines: s.Fonts, NoGround: l == ring || class != "from" && class != "to"}))
		b.WriteString("</g>\n")
	}
	layer("from", "a", from)
	layer("to", "b", to)
	layer("ring", "r", ring)
	layer("sign roots", "s", signs["roots"])
	layer("sign chain", "t", signs["chain"])
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// movingStyle moves the layers. Who wants less motion sees the first scene.
func movingStyle(area geom.Rect) string {
	at := func(seconds float64) string { return fmt.Sprintf("%.4g", 100*seconds/turn) }
	const shut, opens, half = reads + closes, reads + closes + rests, turn / 2
	const wide = 9 // how many times as large the ring is when it is out of the picture
	ease := "animation-timing-function:cubic-bezier(.65,0,.35,1)"
	return fmt.Sprintf(`
.ring,.sign,.to{animation:%gs infinite both}
.ring{transform-origin:%gpx %gpx;animation-name:ring}
.to{animation-name:to;animation-timing-function:step-end}
.roots{animation-name:roots}.chain{animation-name:chain}
@keyframes ring{0%%,%[4]s%%,%[7]s%%,%[8]s%%,100%%{transform:scale(%[12]d);%[13]s}%[5]s%%,%[6]s%%,%[9]s%%,%[10]s%%{transform:none;%[13]s}}
@keyframes to{0%%{opacity:0}%[11]s%%{opacity:1}%[14]s%%{opacity:0}}
@keyframes roots{0%%,%[15]s%%{opacity:0}%[5]s%%,%[6]s%%{opacity:1}%[16]s%%,100%%{opacity:0}}
@keyframes chain{0%%,%[17]s%%{opacity:0}%[9]s%%,%[10]s%%{opacity:1}%[18]s%%,100%%{opacity:0}}
@media (prefers-reduced-motion:reduce){.ring,.sign,.to{animation:none;opacity:0}}
`, turn, area.W/2, area.H/2,
		at(reads), at(shut), at(opens), at(opens+closes), at(half+reads), at(half+shut), at(half+opens),
		at((shut+opens)/2), wide, ease, at(half+(shut+opens)/2),
		at(shut-closes/3), at(opens+closes/4), at(half+shut-closes/3), at(half+opens+closes/4))
}
