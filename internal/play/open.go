package play

import (
	"strings"

	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// BadLink and NotHere are the copy keys of the notice that a link led nowhere: of a
// story, which then shows its cover, and of an excerpt, which has none.
const (
	BadLink = "shell.bad-link"
	NotHere = "shell.not-here"
)

// Link is the present state as an address.
func (m *Machine) Link() Link {
	s := m.coming()
	l := Link{
		Scene: m.SceneName(), Beat: m.beat + 1, Lang: m.lang.String(), Theme: m.Theme().Name,
		Pick: s.picked.ID, Inputs: s.inputs,
	}
	if m.held {
		l.Held, l.Time = true, thousandth(s.now)
	}
	if m.contents.open {
		l.Contents = On
	}
	if m.playing {
		l.Play = On
	}
	if m.reduced != m.options.Reduced {
		l.Still = switchOf(m.reduced)
	}
	if m.speed != m.ordinary() {
		l.Speed = thousandth(m.speed)
	}
	if s.zoom.to > 1 {
		l.Zoom = stage.Zoom{Scale: thousandth(s.zoom.to), Focus: s.zoom.focus}
	}
	return l
}

// Open goes where an address leads, as far as it can be read. One that names a
// scene which the story lacks goes to the first with a notice, and Open reports
// false.
func (m *Machine) Open(address string) bool {
	m.read()
	if strings.TrimPrefix(address, "#") == ToContents && m.options.Contents != nil {
		m.showContents(true)
		return true
	}
	l, err := ParseLink(address)
	ok := err == nil && l.String() == "#"+strings.TrimPrefix(address, "#") && m.follows(&l)
	if !ok {
		l, ok = MendLink(address)
		ok = ok && m.fit(&l)
	}
	if !ok {
		m.enter(0, 0, 0)
		if m.options.Excerpt {
			m.warn(NotHere)
		} else {
			m.warn(BadLink)
		}
		return false
	}
	m.apply(&l)
	return true
}

// Begin goes where an address leads, before anybody has touched the player, and
// makes that the start: where it goes back to when nobody has been here for long.
// It reports false, and does nothing, where the address leads nowhere.
func (m *Machine) Begin(address string) bool {
	l, err := ParseLink(address)
	if err != nil || !m.follows(&l) {
		return false
	}
	m.home = l
	m.restart()
	return true
}

// restart is the player as at its start; nothing of a reader's is left.
func (m *Machine) restart() {
	m.depart()
	m.theme = m.themeIndex(m.First().Theme)
	m.setLang(m.First().Lang)
	m.start()
	m.enter(0, 0, 0) // elsewhere, where the first scene is left out
	m.apply(&m.home)
	if m.cutting {
		m.cut()
	}
	m.touched, m.quiet, m.met = false, 0, m.clock // what apply did was nobody's doing
	if m.options.Hall != nil {
		m.active = max(m.active, m.clock+invites)
	}
}

// goHome fades over to the start.
func (m *Machine) goHome() {
	seen := m.shot
	seen.hover, seen.picked, seen.left = stage.Touch{}, stage.Touch{}, stage.Touch{}
	low := m.low
	m.restart()
	m.next, m.shot, m.cutting, m.low = m.shot, seen, true, low
	m.passing = m.divides(seen.scene, m.scene)
}

// follows reports whether the story has what the link names.
func (m *Machine) follows(l *Link) bool {
	if _, ok := story.ParseLang(l.Lang); !ok && l.Lang != "" {
		return false
	}
	if l.Theme != "" && m.show.Themes[m.themeIndex(l.Theme)].Name != l.Theme {
		return false
	}
	if l.Scene == "" {
		return true
	}
	scene, ok := m.show.Deck.Index(l.Scene)
	return ok && l.Beat <= m.time(scene).Len()
}

// fit leaves out of a mended link what the story lacks, but for the scene; a beat
// beyond the scene's last means the last.
func (m *Machine) fit(l *Link) bool {
	if _, ok := story.ParseLang(l.Lang); !ok {
		l.Lang = ""
	}
	if _, ok := m.show.Theme(l.Theme); !ok {
		l.Theme = ""
	}
	if l.Scene == "" {
		return true
	}
	scene, ok := m.Deck().Index(l.Scene)
	if ok {
		l.Beat = min(l.Beat, m.time(scene).Len())
	}
	return ok
}

func (m *Machine) apply(l *Link) {
	m.hold = hold{} // what the link says goes on, not what was before
	if lang, ok := story.ParseLang(l.Lang); ok {
		m.setLang(lang)
	}
	if l.Theme != "" {
		m.SetTheme(l.Theme)
	}
	if l.Speed > 0 {
		m.speed = l.Speed
	}
	if l.Still != Unset {
		m.SetReduced(l.Still == On)
	}
	scene, beat := m.scene, m.beat
	if l.Scene != "" {
		scene, _ = m.show.Deck.Index(l.Scene)
		beat = max(l.Beat, 1) - 1
		m.enter(scene, beat, m.time(scene).Start(beat))
	}
	if l.Held {
		m.Seek(scene, l.Time)
		if l.Scene != "" {
			m.beat = beat
		}
	}
	if l.Inputs.Len() > 0 {
		s := m.coming()
		s.inputs = l.Inputs
		m.kept[s.scene] = s.inputs
	}
	if !l.Pick.Zero() {
		m.pick(l.Pick)
	}
	if l.Zoom.Scale > 0 {
		m.magnify(l.Zoom)
	}
	if l.Play != Unset {
		m.SetPlaying(l.Play == On)
	}
	if l.Contents != Unset || l.Scene != "" {
		m.showContents(l.Contents == On)
	}
	m.react()
}

// magnify shows the coming scene at a zoom, as far as it can be.
func (m *Machine) magnify(to stage.Zoom) {
	s := m.coming()
	most := 1.0
	if z, ok := m.scenes[s.scene].(stage.Zoomable); ok {
		most = max(1, z.MaxZoom())
	}
	k := max(1, min(to.Scale, most))
	s.zoom = zoom{scale: k, to: k, from: k, focus: to.Focus}
}

// warn shows a notice for a while.
func (m *Machine) warn(key string) {
	m.notice, m.noticeEnd = key, m.clock+noticeLasts
	m.active = max(m.active, m.clock+fadeLasts)
	m.dirty = true
}
