package play

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// GoTo goes to a beat, both from 0 and limited to what there is. In the same
// scene the time moves there; another scene begins with that beat.
func (m *Machine) GoTo(scene, beat int) {
	scene = max(0, min(scene, len(m.scenes)-1))
	t := m.time(scene)
	beat = max(0, min(beat, t.Len()-1))
	m.read()
	m.enter(scene, beat, t.Start(beat))
}

// MoveStep goes n beats on, back where n is negative. It reports false at the
// ends of the story.
func (m *Machine) MoveStep(n int) bool {
	if m.contents.open || m.covered() {
		return false
	}
	ok := m.moveStep(n)
	if ok {
		m.read()
	}
	return ok
}

func (m *Machine) moveStep(n int) bool {
	from := m.Step()
	scene, beat := m.show.Deck.Locate(from + n)
	now := m.time(scene).Start(beat)
	if n < 0 {
		now = m.time(scene).End(beat)
	}
	scene, beat, now = m.around(scene, beat, now)
	if m.show.Deck.Step(scene, beat) == from {
		return false
	}
	m.enter(scene, beat, now)
	return true
}

// Home goes to the first beat of the story, End to the last.
func (m *Machine) Home() { m.GoTo(0, 0) }
func (m *Machine) End() {
	last := len(m.scenes) - 1
	m.GoTo(last, m.time(last).Len()-1)
}

// Seek shows a moment of a scene, in its own seconds, and stays there: for a
// hand that scrubs.
func (m *Machine) Seek(scene int, now anim.Seconds) {
	if math.IsNaN(now) {
		return
	}
	scene = max(0, min(scene, len(m.scenes)-1))
	if m.omitted[scene] {
		return
	}
	m.seen[scene] = true
	m.showContents(false)
	t := m.time(scene)
	now = max(0, min(now, t.Length()))
	beat := t.BeatAt(now)
	if m.reduced {
		now = t.End(beat)
	}
	m.read()
	m.playing = false
	if scene != m.shot.scene || m.cutting {
		m.next = m.shotOf(scene, now)
		m.scene, m.beat = scene, beat
		m.veil = 0
		m.cut()
	}
	m.endHandover()
	m.beat, m.shot.now, m.held, m.resting = beat, now, true, false
	m.dirty = true
}

// Settle shows the present beat as it is when its motion has ended, unless the
// time stands at another moment.
func (m *Machine) Settle() {
	if !m.held {
		m.coming().now = m.time(m.scene).End(m.beat)
		m.dirty = true
	}
}

// Arrive brings the picture to where it is going: the new scene without the veil,
// and its beat as Settle has it.
func (m *Machine) Arrive() {
	if m.cutting {
		m.cut()
	}
	m.veil = 0
	m.endHandover()
	m.Settle()
}

// ScrollTo follows a scroller whose length is the story's, in steps: the beat
// at whose place the step lies nearest is the reader's. It does nothing while
// that beat stays the same, so that a scroller may be moved to where the story
// already is.
func (m *Machine) ScrollTo(step float64) {
	if math.IsNaN(step) || math.Abs(step) > 1e6 {
		return
	}
	before := m.Step()
	scene, beat := m.show.Deck.Locate(int(math.Floor(step + 0.5)))
	after := m.show.Deck.Step(scene, beat)
	if after == before {
		return
	}
	m.read()
	m.playing = false
	now := m.time(scene).Start(beat)
	if after < before {
		now = m.time(scene).End(beat)
	}
	m.enter(scene, beat, now)
}

// enter makes a beat the reader's. Another scene is cut to, at its time now.
func (m *Machine) enter(scene, beat int, now anim.Seconds) {
	scene, beat, now = m.around(scene, beat, now)
	m.seen[scene] = true
	if m.touched && m.visit.seen != nil {
		m.visit.seen[scene] = true
	}
	m.showContents(false)
	changed := scene != m.scene || beat != m.beat
	m.scene, m.beat, m.held, m.resting = scene, beat, false, false
	m.dirty = true
	if scene == m.coming().scene {
		if changed {
			m.pick(noID)
		}
		return
	}
	m.focus, m.ringed = noID, false
	if m.reduced {
		now = m.time(scene).End(beat)
	}
	if m.veil == 0 {
		m.passing = m.divides(m.shot.scene, scene)
	}
	if scene == m.shot.scene && m.cutting {
		// Back before the old scene had gone: it stays.
		m.cutting = false
		m.pick(noID)
		m.sink()
		return
	}
	m.next = m.shotOf(scene, now)
	if way, back, ok := m.handsOver(m.shot.scene, scene); ok {
		m.passing = false
		m.handOver(way, back)
		return
	}
	m.cutting = true
	if m.list == nil || m.contents.at == 1 {
		m.cut() // nothing is shown that could fade
		m.veil = 0
	}
}

// shotOf is a scene as it is entered.
func (m *Machine) shotOf(scene int, now anim.Seconds) shot {
	return shot{scene: scene, now: now, inputs: m.kept[scene], zoom: wholeZoom()}
}

// SetPlaying starts or stops playback. At the end of a beat it goes on at once,
// at the end of the story it begins again.
func (m *Machine) SetPlaying(on bool) {
	m.read()
	if on {
		m.showContents(false)
	}
	if on == m.playing {
		return
	}
	m.playing, m.resting, m.dirty = on, false, true
	moving := m.cutting || m.shot.now != m.time(m.scene).End(m.beat)
	m.held = !on && moving && !m.cutting
	if on && !moving && !m.moveStep(1) {
		m.enter(0, 0, 0)
	}
}

// SetSpeed sets the speed of playback, 1/4 to 4.
func (m *Machine) SetSpeed(k float64) {
	if k > 0 {
		m.read()
		m.speed = max(0.25, min(k, 4))
	}
}

// SetReduced shows settled pictures instead of motion, or motion again.
func (m *Machine) SetReduced(on bool) {
	m.read()
	if on != m.reduced {
		m.endHandover()
		m.reduced, m.held, m.dirty = on, false, true
	}
}

// SetLang sets the reader's language.
func (m *Machine) SetLang(lang story.Lang) {
	m.read()
	m.setLang(lang)
}

func (m *Machine) setLang(lang story.Lang) {
	if lang == m.lang {
		return
	}
	m.endHandover()
	m.lang, m.dirty = lang, true
	m.speak()
}

// SetTheme sets the theme by its name; an unknown one changes nothing.
func (m *Machine) SetTheme(name string) {
	m.read()
	if i := m.themeIndex(name); m.show.Themes[i].Name == name {
		m.endHandover()
		m.theme, m.dirty = i, true
	}
}

// NextLang and NextTheme go through the languages and the themes.
func (m *Machine) NextLang() {
	langs := story.Langs()
	m.SetLang(langs[(int(m.lang)+1)%len(langs)])
}

func (m *Machine) NextTheme() {
	m.read()
	m.theme, m.dirty = (m.theme+1)%len(m.show.Themes), true
}

// Inputs is what the reader has set in the present scene.
func (m *Machine) Inputs() stage.Inputs { return m.coming().inputs }
