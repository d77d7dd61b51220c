package play

import (
	"math"

	"lianhua/internal/anim"
)

const (
	fadeLasts     = 0.25 // of a cut, each way
	reactionLasts = 0.3  // after a touch; stage's reactions take a quarter of a second
	noticeLasts   = 6.0
	longPress     = 0.45
	doubleTap     = 0.35
	frame         = 1.0 / 60
	longestFrame  = 0.25 // a device that stalls does not make the picture jump
	rewind        = 3.0  // how much faster time runs backwards
	catchUp       = 4.0  // and forwards, up to the beat where the reader is
)

// Tick lets dt seconds pass and reports whether the picture has changed since
// the last tick: whether to draw.
func (m *Machine) Tick(dt anim.Seconds) (changed bool) {
	if !(dt > 0) || math.IsInf(dt, 1) {
		dt = 0
	}
	step := min(dt, longestFrame)
	if m.still {
		// What a reader did before this frame, they did just before it; what was due
		// already has waited all the time.
		step = min(dt, frame)
		m.due.pass(m, dt-step)
	}
	m.clock += step
	if m.still {
		m.staff.now += step
	} else {
		m.staff.now += dt // slow frames keep nobody waiting
	}
	m.look()
	changed = m.dirty || m.clock-step < m.active
	m.dirty = false
	if m.covered() {
		changed = m.serve() || changed
	} else {
		changed = m.move(step, dt) || changed
	}
	changed = changed || m.dirty
	m.dirty = false
	if m.still = m.Due() > 0; m.still {
		m.due = m.dues()
	}
	return changed
}

// move lets the story go on.
func (m *Machine) move(step, dt anim.Seconds) (changed bool) {
	changed = m.fade(step)
	changed = m.passOn(step) || changed
	changed = m.run(step, dt) || changed
	changed = m.push(step) || changed
	changed = m.unfold(step) || changed
	changed = m.glide(step) || changed
	changed = m.expire() || changed
	m.holdPress()
	m.holdCorner()
	m.tire(dt)
	return changed
}

// dues are the times on the machine's clock from which what is due is counted.
type dues struct {
	pressed, tapped, notice anim.Seconds
}

func (m *Machine) dues() dues { return dues{m.press.since, m.tapped, m.noticeEnd} }

// pass brings nearer, by so many seconds, what was due when the machine came to rest
// and is due still.
func (d dues) pass(m *Machine, slept anim.Seconds) {
	if m.press.on && m.press.since == d.pressed {
		m.press.since -= slept
	}
	if m.tapped >= 0 && m.tapped == d.tapped {
		m.tapped = max(0, m.tapped-slept)
	}
	if m.notice != "" && m.noticeEnd == d.notice {
		m.noticeEnd -= slept
	}
}

// Due is in how many seconds the picture may change by itself: 0 asks for the
// next frame, +Inf for none.
func (m *Machine) Due() anim.Seconds {
	switch {
	case m.dirty, m.attends(), m.looking, m.cutting, m.veil > 0, m.handover.on, m.clock < m.active, m.unfolding(),
		m.finger.down != (m.finger.force == 1) || !m.finger.down && m.finger.force > 0,
		m.shot.zoom.gliding():
		return 0
	}
	due := math.Inf(1)
	if !m.held {
		if m.shot.now != m.time(m.scene).End(m.beat) {
			return 0
		}
		if m.playing {
			due = m.rest / m.speed
			if !m.resting {
				return 0
			}
		}
	}
	if m.press.on && !m.press.moved && !m.press.long {
		due = min(due, m.press.since+longPress-m.clock)
	}
	if m.tapped >= 0 {
		due = min(due, m.tapped+doubleTap-m.clock)
	}
	if m.notice != "" {
		due = min(due, m.noticeEnd-fadeLasts-m.clock)
	}
	return max(m.tires(due), 0)
}

// fade closes the veil over the old shot, cuts, and opens it over the new.
func (m *Machine) fade(step anim.Seconds) bool {
	switch {
	case m.cutting:
		m.veil += step / m.veilLasts()
		if m.veil >= 1 {
			m.veil = 1
			m.cut()
			if m.passing {
				m.stay = passageRests
			}
		}
	case m.veil > 0 && m.stay > 0:
		m.stay = max(0, m.stay-step)
	case m.veil > 0:
		m.veil = max(0, m.veil-step/m.veilLasts())
	default:
		return false
	}
	return true
}

func (m *Machine) cut() {
	if m.next.scene != m.shot.scene {
		m.finger, m.press, m.second, m.tapped = finger{}, press{}, pointer{}, -1
	}
	m.endHandover()
	m.shot, m.cutting, m.dirty, m.stay = m.next, false, true, 0
	m.low = m.lowers
	m.turnLook()
}

// run moves the drawn time towards the end of the reader's beat, and rests and
// goes on where the story plays.
func (m *Machine) run(step, dt anim.Seconds) bool {
	if m.cutting || m.held || m.handover.on || m.passing && m.veil == 1 {
		return false
	}
	t := m.time(m.scene)
	end := t.End(m.beat)
	if m.shot.now != end {
		m.resting = false
		m.moveTo(t.Start(m.beat), end, step)
		return true
	}
	if !m.playing {
		return false
	}
	if !m.resting {
		m.resting, m.rest = true, max(t.Beats[m.beat].Hold, 0)
		return false
	}
	m.rest -= dt * m.speed
	if m.rest <= 0 {
		m.goOn()
	}
	return false
}

func (m *Machine) moveTo(start, end, step anim.Seconds) {
	now := m.shot.now
	switch {
	case m.reduced:
		m.next = m.shot
		m.next.now = end
		m.cutting, m.passing = true, false
		return
	case now > end:
		now = max(end, now-step*rewind*m.speed)
	default:
		if now < start {
			need := (start - now) / (catchUp * m.speed)
			if step <= need {
				m.shot.now = min(start, now+step*catchUp*m.speed)
				return
			}
			now, step = start, step-need
		}
		now = min(end, now+step*m.speed)
	}
	m.shot.now = now
}

// goOn plays the next beat, in a hall with nobody there that of its round; after the last it begins again, or stops.
func (m *Machine) goOn() {
	m.resting = false
	if m.goRound() || m.moveStep(1) {
		return
	}
	if m.options.Hall != nil {
		m.again()
		return
	}
	m.playing = false
	m.dirty = true
}

// push lets the force of the finger grow while it presses and fall when it has
// gone.
func (m *Machine) push(step anim.Seconds) bool {
	f := &m.finger
	before := f.force
	if f.down {
		f.force = min(1, f.force+step/fadeLasts)
	} else {
		f.force = max(0, f.force-step/fadeLasts)
	}
	return f.force != before
}

func (m *Machine) expire() bool {
	if m.tapped >= 0 && m.clock >= m.tapped+doubleTap {
		m.tapped = -1
	}
	if m.notice == "" {
		return false
	}
	left := m.noticeEnd - m.clock
	switch {
	case left <= 0:
		m.notice = ""
	case left <= fadeLasts:
		m.active = max(m.active, m.noticeEnd)
	}
	return left <= fadeLasts
}

// react keeps the clock running until a touch has shown its effect.
func (m *Machine) react() {
	m.active = m.clock + reactionLasts
	m.dirty = true
}
