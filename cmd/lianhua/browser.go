// The page around the player owns the DOM, the network and all input; it talks
// with the player by three objects of the global scope.
//
// lianhuaBoot is set by the page before the program starts:
//
//	story, sans, bold, serif   Uint8Array: story.lh and the three fonts
//	hash                       string: the address's fragment, may be empty
//	settled                    bool: begin with what the address shows at rest: the
//	                           reader has seen it move
//	lang, theme                string: what the reader prefers, may be empty
//	reduced                    bool: settled pictures instead of motion
//	scene                      string: the only scene to play; empty for the whole story
//	opens, pack                string, Uint8Array: the scene that is seen first, and its
//	                           drawings; null where they have not come or there are none
//	height                     number: as fit takes it; may be missing
//	hall                       string: the address of a hall's screen, see
//	                           plan.FromAddress: then hash, settled, lang, theme,
//	                           reduced and scene say nothing; empty where readers read
//
// lianhuaPlayer is set by the player; coordinates are CSS pixels of the canvas.
//
//	pointer(kind, x, y, id)    kind: down, move, up, cancel, leave; id 0 is the mouse
//	wheel(x, y, dx, dy, ctrl)  → true where it magnified: then preventDefault
//	key(name, shift, again)    KeyboardEvent.key → true where it meant something; again:
//	                           it is still down
//	takes(dx, dy)              → true where the finger that is down, moved by so much
//	                           since, is the picture's: then the page must not scroll
//	zoom()                     → [scale, most]: how far the picture is magnified and
//	                           can be
//	fit(height)                the picture's height from the top; the ground goes on
//	                           below it, under a bar of the browser that may go. 0: all
//	scroll(step)               the reader's own scrolling, in steps (0 is the first)
//	step()                     → the step where the reader is
//	goto(link)                 → false where it leads nowhere (the cover is shown)
//	set(name, value)           lang, theme, contents (open or not), play, speed, reduced, time (seconds of the
//	                           present scene), step (to go on or back by), zoom
//	story(bytes)               swaps the story → an error's text, empty where there is none
//	pack(scene, bytes)         gives a scene its drawings, in place of what it had → an
//	                           error's text, empty where there is none
//	state()                    → JSON, see play.Machine.AppendState
//	hash()                     → string: tells the last picture from others, slowly
//	frames()                   → frames drawn so far
//	ahead()                    → whether all that is drawn ahead is there
//	visible(bool)              whether the page is
//	focus(id), activate(id)    gives the keys to a mark, works it as Enter does
//	setValue(id, value)        sets a slider to the nearest of its values
//	                           all three: a picture that is still on its way is there at
//	                           once → false where it lacks the mark
//	figures()                  → array: the ids of the figures in the picture
//	visitor()                  → who is there in a hall: "" nobody, "here", "asked"
//	hold(bool)                 stops the picture as it is, lets it go on
//	svg()                      → string: the picture as a document, letters as outlines
//	picture(scale)             → {width, height} in pixels: takes the picture, for rows
//	rows(top, n)               → Uint8ClampedArray: RGBA of at most n of its rows; the
//	                           last row gives the picture back
//	                           all three → null where there is no picture
//
// lianhuaShell is the page's; each of its functions may be missing.
//
//	ready()                    the first frame is drawn
//	changed(link)              the address of the present state, when it has come to rest
//	tree(ops, scene, beat)     JSON: what changed for those who do not see the picture of
//	                           that beat, from 1, see dom.AppendOps: as it will be at
//	                           rest, told when the reader comes to the step, so that
//	                           keys find it there; and at rest where it is otherwise
//	step(step)                 the reader is at another step, whatever led there
//	contents(open)             they have opened over the picture, or closed
//	title(text, scene)         the scene's title, with tree
//	notice(text)               what the reader should know; empty when that is over
//	open(url)                  a link out of the story was followed, or with "#" one to a
//	                           scene that is not played here
//	refused(scene, text)       why pack, which the page gave at the beginning, is not shown
//	failed(text, file)         the player cannot go on; file: "story" or "fonts" where
//	                           that file is at fault, else empty

//go:build js

package main

import (
	"errors"
	"strings"
	"syscall/js"

	"lianhua/internal/chrome"
	"lianhua/internal/contents"
	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/gpu"
	"lianhua/internal/ledger"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

func main() {
	setGCPercent(early)
	b := &browser{shell: js.Global().Get("lianhuaShell"), known: -1}
	if err := b.start(js.Global().Get("lianhuaBoot")); err != nil {
		file := ""
		if f, ok := errors.AsType[*fileError](err); ok {
			file = f.file
		}
		b.tell("failed", err.Error(), file)
	}
}

// browser joins a game to the page.
type browser struct {
	shell  js.Value
	game   *game
	hall   *screen // nil: the page is for readers
	told   struct{ link, title, notice string }
	begun  bool
	step   int         // that the page was told of
	open   bool        // the contents, as the page was told
	coming draw.List   // the picture of a step as it will be at rest
	known  int         // the step whose picture the page was told of last
	within bool        // and whether that was the contents'
	fresh  bool        // a frame was drawn since the page was last told what it says
	trees  [2]dom.Tree // what the page was told, and the next
	ops    []dom.Op
	export export
}

func (b *browser) start(boot js.Value) error {
	lang, _ := story.ParseLang(text(boot, "lang"))
	played, excerpt := scenesOf(text(boot, "scene"))
	o := play.Options{Lang: lang, Theme: text(boot, "theme"), Reduced: boot.Get("reduced").Truthy(), Excerpt: excerpt, Chrome: chrome.Acts, Contents: contents.Draw, Passage: chrome.Passage, Handovers: scenes.Handovers()}
	told := bytesOf(boot.Get("story"))
	if address := text(boot, "hall"); address != "" {
		played = b.plan(&o, address, told)
	}
	g, err := newGame(told, bytesOf(boot.Get("sans")), bytesOf(boot.Get("bold")), bytesOf(boot.Get("serif")), played, o)
	if err != nil {
		return err
	}
	b.game, g.log = g, report
	g.fit = args{boot.Get("height")}.number(0)
	if pack, scene := bytesOf(boot.Get("pack")), text(boot, "opens"); len(pack) > 0 && !b.leftOut(scene) {
		if err := g.take(scene, pack); err != nil {
			b.tell("refused", scene, err.Error())
		}
	}
	g.drawn, g.settled = b.drawn, b.settled
	if b.hall != nil {
		b.hall.begin(b)
	} else {
		b.lead(boot)
	}
	js.Global().Set("lianhuaPlayer", b.player())
	return g.run()
}

// lead goes where the page's address leads a reader.
func (b *browser) lead(boot js.Value) {
	if hash := strings.TrimPrefix(text(boot, "hash"), "#"); hash != "" {
		b.game.machine.Open(hash)
	}
	if boot.Get("settled").Truthy() {
		b.game.machine.Settle()
	}
}

// report tells a line to whoever keeps the page running.
func report(text string) { js.Global().Get("console").Call("error", "lianhua: "+text) }

// scenesOf are the scenes to play: the named one as an excerpt of the story, all where
// there is none of that name.
func scenesOf(name string) (played []stage.Scene, excerpt bool) {
	all := scenes.All()
	for _, s := range all {
		if s.Name() == name {
			return []stage.Scene{s}, true
		}
	}
	return all, false
}

// tell calls a function of the page, where the page has it.
func (b *browser) tell(name string, args ...any) {
	if b.shell.Truthy() && b.shell.Get(name).Type() == js.TypeFunction {
		b.shell.Call(name, args...)
	}
}

// player is the object that the page calls.
func (b *browser) player() js.Value {
	m := b.game.machine
	o := js.Global().Get("Object").New()
	// A function whose call may change the picture asks for a frame.
	on := func(name string, f func(a args) any) {
		o.Set(name, js.FuncOf(func(_ js.Value, a []js.Value) any {
			defer gpu.Wake()
			defer b.game.recover(&b.game.err)
			return f(a)
		}))
	}
	ask := func(name string, f func(a args) any) {
		o.Set(name, js.FuncOf(func(_ js.Value, a []js.Value) any {
			defer b.game.recover(&b.game.err)
			return f(a)
		}))
	}
	on("pointer", func(a args) any {
		if kind, ok := pointerKind(a.text(0)); ok {
			m.Pointer(kind, int(a.number(3)), b.at(a.number(1), a.number(2)))
		}
		return nil
	})
	on("wheel", func(a args) any {
		return m.Wheel(b.at(a.number(0), a.number(1)), a.number(2), a.number(3), a.truth(4))
	})
	on("key", func(a args) any {
		if a.truth(2) {
			return m.KeyRepeat(a.text(0), a.truth(1))
		}
		return m.Key(a.text(0), a.truth(1))
	})
	on("scroll", func(a args) any { m.ScrollTo(a.number(0)); return nil })
	on("goto", func(a args) any {
		led := m.Open(a.text(0))
		b.foretell() // the next key may come before the next frame
		return led
	})
	on("set", func(a args) any { b.set(a); return nil })
	on("story", func(a args) any {
		bundle, err := story.Decode(bytesOf(a.at(0)))
		if err == nil {
			err = m.SetStory(bundle)
		}
		if err != nil {
			return err.Error()
		}
		return ""
	})
	on("pack", func(a args) any {
		if b.leftOut(a.text(0)) {
			return ""
		}
		if err := b.game.take(a.text(0), bytesOf(a.at(1))); err != nil {
			return err.Error()
		}
		return ""
	})
	on("fit", func(a args) any {
		if h := a.number(0); h != b.game.fit {
			b.game.fit, b.game.redraw = h, true
		}
		return nil
	})
	on("visible", func(a args) any { b.game.hidden = !a.truth(0); return nil })
	on("focus", func(a args) any {
		id := draw.ParseID(a.text(0))
		if !id.Zero() {
			b.game.arrive()
		}
		m.Focus(id, false) // the page shows the focus itself
		return id.Zero() || m.List() != nil && m.List().Find(id) >= 0
	})
	on("activate", func(a args) any {
		b.game.arrive()
		return m.Activate(draw.ParseID(a.text(0)))
	})
	on("setValue", func(a args) any {
		b.game.arrive()
		return m.SetValue(draw.ParseID(a.text(0)), a.number(1))
	})
	ask("state", func(args) any { return string(m.AppendState(nil)) })
	ask("hash", func(args) any { return m.Hash() })
	ask("takes", func(a args) any { return m.Takes(geom.P(a.number(0), a.number(1))) })
	ask("zoom", func(args) any {
		scale, most := m.Zoom()
		return []any{scale, most}
	})
	ask("step", func(args) any { return m.Step() })
	ask("frames", func(args) any { return b.game.renderer.Draws() })
	ask("ahead", func(args) any { return b.game.resting.done })
	ask("visitor", func(args) any { return visitorOf(m) })
	ask("figures", func(args) any { return figures(m.List()) })
	on("hold", func(a args) any { m.Hold(a.truth(0)); return nil })
	b.exports(o)
	return o
}

// at is a point of the canvas in the picture's coordinates.
func (b *browser) at(x, y float64) geom.Pt { return geom.P(x, y).Mul(1 / b.game.large) }

func figures(l *draw.List) []any {
	ids := []any{}
	if l != nil {
		for _, e := range ledger.Of(l).Entries {
			ids = append(ids, e.Figure)
		}
	}
	return ids
}

func (b *browser) set(a args) {
	m := b.game.machine
	switch a.text(0) {
	case "lang":
		if lang, ok := story.ParseLang(a.text(1)); ok {
			m.SetLang(lang)
		}
	case "theme":
		m.SetTheme(a.text(1))
	case "contents":
		m.SetContents(a.truth(1))
		b.foretell() // the next key may come before the next frame
	case "play":
		m.SetPlaying(a.truth(1))
	case "speed":
		m.SetSpeed(a.number(1))
	case "reduced":
		m.SetReduced(a.truth(1))
	case "time":
		m.Seek(m.Scene(), a.number(1))
	case "step":
		m.MoveStep(int(a.number(1)))
	case "zoom":
		m.SetZoom(a.number(1))
	}
}
