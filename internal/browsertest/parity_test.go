package browsertest

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"lianhua/assets"
	"lianhua/internal/art"
	controls "lianhua/internal/chrome"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// native draws what the browser is to show, on this machine.
type native struct {
	bundle *story.Bundle
	fonts  *typeset.Fonts
	sets   map[string]*art.Set // of each scene that has one
}

func newNative(t *testing.T) native {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(siteDir(t), "fonts", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	fonts, err := typeset.Load(read("sans.ttf"), read("bold.ttf"), read("serif.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	n := native{readStory(t), fonts, map[string]*art.Set{}}
	for _, scene := range scenes.All() {
		pack := assets.Pack(scene.Name())
		if pack == nil {
			continue
		}
		if n.sets[scene.Name()], err = art.Decode(pack); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// machine is a player that has all drawings.
func (n native) machine(t *testing.T) *play.Machine {
	t.Helper()
	m, err := play.New(n.bundle, n.fonts, scenes.All(), play.Options{Reduced: true, Chrome: controls.Acts})
	if err != nil {
		t.Fatal(err)
	}
	for scene, set := range n.sets {
		if err := m.SetArt(scene, set); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// hash is that of the settled picture at a link.
func (n native) hash(t *testing.T, link string, w, h float64) string {
	t.Helper()
	return strconv.FormatUint(n.picture(t, link, w, h).Hash(), 16)
}

// picture is the settled picture at a link.
func (n native) picture(t *testing.T, link string, w, h float64) *draw.List {
	t.Helper()
	return settledAt(t, n.machine(t), link, w, h)
}

// settledAt is the picture that a machine settles to at a link.
func settledAt(t *testing.T, m *play.Machine, link string, w, h float64) *draw.List {
	t.Helper()
	if !m.Open(link) {
		t.Fatalf("%s leads nowhere", link)
	}
	var l draw.List
	for range 600 {
		m.Tick(1.0 / 60)
		m.Draw(&l, geom.R(0, 0, w, h))
		if m.Due() > 0 {
			return &l
		}
	}
	t.Fatalf("%s does not settle", link)
	return nil
}

// weigh has the page remember the memory of its program.
const weigh = `for (const name of ["instantiate", "instantiateStreaming"]) {
	const make = WebAssembly[name];
	WebAssembly[name] = async (...all) => {
		const made = await make.apply(WebAssembly, all);
		globalThis.memory = (made.instance ?? made).exports.mem;
		return made;
	};
}`

// mostHeld is what the player may hold on a phone that has seen each scene, in bytes: a
// program in a page gives none back, and phones end pages that take too much. Seen were
// 173 MiB, and 245 where every beat was seen at three pixels to one.
const mostHeld = 210 << 20

// TestPicturesAreTheSameAsNative scrolls through the whole story on a laptop,
// and follows links to each scene on a phone in the other language and theme:
// each settled picture has the list that is drawn natively.
func TestPicturesAreTheSameAsNative(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	t.Run("scrolling on a laptop", func(t *testing.T) {
		t.Parallel()
		p := open(t, visit{path: "index.html#?lang=zh&theme=day", media: calm})
		p.ready()
		steps := p.settled().Steps
		if steps < len(scenes.All())*2 {
			t.Fatalf("the story has %d steps", steps)
		}
		if !p.settled().Reduced {
			t.Error("the system's wish for less motion is not followed")
		}
		stride := eval[float64](p, `document.querySelector("main > .scene").getBoundingClientRect().height / document.querySelector("main > .scene").dataset.steps`)
		for i := range steps {
			eval[bool](p, "(scrollTo(0, "+strconv.FormatFloat(float64(i)*stride, 'f', 1, 64)+"), true)")
			p.until("lianhua.state().step === "+strconv.Itoa(i), "lianhua.state()")
			s := p.settled()
			link := "#" + s.Scene + "/" + strconv.Itoa(s.Beat) + "?lang=zh&theme=day"
			if want := n.hash(t, link, 1440, 900); s.Hash != want {
				t.Errorf("step %d, %s: hash %s, natively %s", i, link, s.Hash, want)
			}
		}
		if wrong := p.complaints(); len(wrong) > 0 {
			t.Errorf("the console says %q", wrong)
		}
	})
	t.Run("following links on a phone", func(t *testing.T) {
		t.Parallel()
		p := open(t, visit{path: "en/index.html", width: 360, height: 640, scale: 2, touch: true, media: calm, before: weigh})
		p.ready()
		for _, scene := range scenes.All() {
			beat := len(scene.Beats())
			link := "#" + scene.Name() + "/" + strconv.Itoa(beat) + "?lang=en&theme=night"
			if !eval[bool](p, `lianhua.goto("`+link+`")`) {
				t.Fatalf("%s leads nowhere", link)
			}
			s := p.settled()
			if s.Scene != scene.Name() || s.Beat != beat || s.Lang != "en" || s.Theme != "night" {
				t.Errorf("%s shows %+v", link, s)
			}
			if want := n.hash(t, link, 360, 640); s.Hash != want {
				t.Errorf("%s: hash %s, natively %s", link, s.Hash, want)
			}
		}
		if held := eval[int](p, "memory.buffer.byteLength"); held > mostHeld || held < 32<<20 {
			t.Errorf("after every scene the player holds %d MiB, of %d", held>>20, mostHeld>>20)
		}
	})
}
