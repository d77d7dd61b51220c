//go:build js

package main

import (
	"lianhua/internal/dom"
	"lianhua/internal/draw"
)

// drawn is called after each frame.
func (b *browser) drawn() {
	first := !b.begun
	b.arrived()
	b.fresh = true
	m := b.game.machine
	if !first { // which waits for nothing: the next frame tells, or its rest
		b.foretell()
	}
	if url := m.TakeAddress(); url != "" {
		b.tell("open", url)
	}
	notice := ""
	if key := m.Notice(); key != "" {
		notice = m.Story().Words(key)
	}
	if notice != b.told.notice {
		b.told.notice = notice
		b.tell("notice", notice)
	}
}

// arrived tells the page that the first frame is there, which step is, and whether the
// contents are open.
func (b *browser) arrived() {
	if !b.begun {
		b.begun = true
		setGCPercent(usual)
		b.tell("ready")
	}
	m := b.game.machine
	if step := m.Step(); step != b.step {
		b.step = step
		b.tell("step", step)
	}
	if open := m.Contents(); open != b.open {
		b.open = open
		b.tell("contents", open)
	}
}

// foretell tells the page what the picture of a step will say, once the reader is
// there.
func (b *browser) foretell() {
	step, within := b.game.machine.Step(), b.game.machine.Contents()
	if !b.begun || step == b.known && within == b.within {
		return
	}
	b.known, b.within = step, within
	if b.game.foresee(&b.coming) {
		b.read(&b.coming)
	}
}

// settled tells the page where the story stands, once the picture is at rest.
func (b *browser) settled() {
	m := b.game.machine
	if m.Pressed() {
		return
	}
	if link := m.Link().String(); link != b.told.link {
		b.told.link = link
		b.tell("changed", link)
	}
	if b.fresh && m.List() != nil {
		b.fresh = false
		b.read(m.List())
	}
}

// read tells the page what the picture of the present step says, as changes to
// what was said before.
func (b *browser) read(l *draw.List) {
	old, next := &b.trees[0], &b.trees[1]
	next.Build(l)
	b.ops = b.ops[:0]
	dom.Diff(old, next, func(o dom.Op) { b.ops = append(b.ops, o) })
	if len(b.ops) > 0 {
		b.tell("tree", string(dom.AppendOps(nil, b.ops)), b.game.machine.SceneName(), b.game.machine.Beat()+1)
	}
	b.trees[0], b.trees[1] = b.trees[1], b.trees[0]
	if title := titleOf(&b.trees[0]); title != b.told.title {
		b.told.title = title
		b.tell("title", title, b.game.machine.SceneName())
	}
}

// titleOf is the headline of a picture: its first heading of the first level.
func titleOf(t *dom.Tree) string {
	for i := range t.Nodes {
		if n := &t.Nodes[i]; n.Role == draw.RoleHeading && n.Level == 1 && n.Text != "" {
			return n.Text
		}
	}
	return ""
}
