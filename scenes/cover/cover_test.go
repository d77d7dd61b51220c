package cover_test

import (
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// doors are the acts and where their doors lead: to the first scene that is told of
// each, or nowhere.
var doors = doorsOf(scenes.All())

type door struct{ act, target string }

func doorsOf(told []stage.Scene) (all []door) {
	for _, a := range scenes.Acts() {
		d := door{act: a.Name}
		for _, m := range a.Scenes {
			for _, s := range told {
				if d.target == "" && s.Name() == m.Scene {
					d.target = m.Scene + "/1"
				}
			}
		}
		all = append(all, d)
	}
	return all
}

func find(l *draw.List, name string) int { return l.Find(draw.ParseID(name)) }

func TestEachDoorLeadsToASceneOfItsAct(t *testing.T) {
	s := previewtest.Open(t, scenes.All()...)
	var l draw.List
	for _, size := range preview.Sizes() {
		s.Draw(&l, s.Settled(0, 2, story.EN, nil, size.Area))
		for _, d := range doors {
			id := draw.Name("door-" + d.act)
			k := l.Find(id)
			if d.target == "" {
				if k >= 0 && l.Marks[k].Sem.Role != draw.RoleNone {
					t.Errorf("%s: the shut door %s can be worked", size.Name, d.act)
				}
				continue
			}
			if k < 0 {
				t.Fatalf("%s: no door %s", size.Name, d.act)
			}
			if got := l.Marks[k].Sem; got.Target != d.target || got.Role != draw.RoleLink || got.Label == "" || got.Detail == "" {
				t.Errorf("%s: door %s is a %v to %q, %q: %q", size.Name, d.act, got.Role, got.Target, got.Label, got.Detail)
			}
			scene, _, _ := strings.Cut(d.target, "/")
			if _, ok := s.Deck.Index(scene); !ok {
				t.Errorf("door %s leads to %s, which is no scene", d.act, scene)
			}
			if r := l.Bounds(k); r.W < draw.MinTouch || r.H < draw.MinTouch {
				t.Errorf("%s: door %s is %v", size.Name, d.act, r)
			}
			if got, ok := l.Hit(l.Bounds(k).Center()); !ok || got != id {
				t.Errorf("%s: a tap on door %s works %v", size.Name, d.act, got)
			}
		}
	}
}

// The doors are shut until the last beat, in which all of them swing.
func TestDoorsOpenInTheLastBeat(t *testing.T) {
	s := previewtest.Open(t, scenes.All()...)
	var shut, open draw.List
	area := preview.Sizes()[1].Area
	s.Draw(&shut, s.Settled(0, 1, story.ZH, nil, area))
	s.Draw(&open, s.Settled(0, 2, story.ZH, nil, area))
	for _, d := range doors {
		n := d.act
		leaf := "shut-right-" + n + "/sheet.1"
		if find(&shut, leaf) < 0 {
			t.Errorf("before the beat door %s is not shut", n)
		}
		if find(&open, leaf) >= 0 {
			t.Errorf("after it door %s is shut", n)
		}
		light := "light-" + n + "/sheet.1"
		if find(&shut, light) >= 0 || find(&open, light) < 0 {
			t.Errorf("light does not fall out of door %s in the beat", n)
		}
		for _, seal := range [...]string{"stamp-", "seal-"} {
			if find(&shut, seal+n+"/sheet.1") >= 0 || find(&open, seal+n+"/sheet.1") < 0 {
				t.Errorf("%s%s is not stamped in the beat", seal, n)
			}
		}
	}
}

// While the ring is forged, what the head has passed is seen, and nothing else: the
// valley's left half comes last.
func TestTheValleyOpensBehindTheHead(t *testing.T) {
	s := previewtest.Open(t, scenes.All()...)
	area := preview.Sizes()[1].Area
	var l draw.List
	at := func(now float64) (city, terraces bool) {
		s.Draw(&l, preview.Moment{Scene: 0, Now: now, Lang: story.ZH, Theme: s.Themes[0], Area: area})
		k := find(&l, "city/sheet.1")
		if k < 0 {
			return false, false
		}
		seen := func(p geom.Pt) bool { c := l.Marks[k].Within; return c == nil || c.Has(p) }
		u := area.W / 1440
		return seen(geom.P(800*u, 420*u)), seen(geom.P(1200*u, 420*u))
	}
	if city, terraces := at(0); city || terraces {
		t.Error("the valley is seen before there is a ring")
	}
	if city, terraces := at(1.9); city || !terraces {
		t.Errorf("when the head is below, the city is seen: %v, the terraces: %v", city, terraces)
	}
	if city, terraces := at(4); !city || !terraces {
		t.Error("with the ring closed some of the valley is not seen")
	}
}

func TestTheRingTellsWhereItComesFrom(t *testing.T) {
	s := previewtest.Open(t, scenes.All()...)
	var l draw.List
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 2, story.EN, nil, size.Area))
		v.Picked, v.Clock = stage.Touch{ID: draw.Name("metal")}, 10
		s.DrawView(&l, 0, v)
		k := find(&l, "metal/card")
		if k < 0 {
			t.Fatalf("%s: the ring tells nothing", size.Name)
		}
		if b := l.Bounds(k); !size.Area.Contains(b) {
			t.Errorf("%s: what the ring tells leaves the picture: %v", size.Name, b)
		}
	}
}
