// Package inspection is the scene of Jiangjin's monthly visits: a wheel of land whose
// rim is the month, a road for each team with the towns that it visits, and five doll's
// houses whose tiles are points, which the reader takes off. Drawn from paragraphs V17
// and V18.
//
// The page prints no score, no place and no price of a problem: the houses are the
// reader's to try, the towns have no names, and the ranking, whose day is not stated,
// lies beside the wheel and not on its rim.
package inspection

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/inspection/roads"
)

const (
	beatList  = "list"
	beatVisit = "visit"
	beatScore = "score"

	teamsID   = "inspection.teams"
	perTeamID = "inspection.towns-per-team"
	townsID   = "inspection.towns"
	workedID  = "inspection.towns-computed"
	listID    = "inspection.list-day"
	doneID    = "inspection.done-day"
	fullID    = "inspection.full-score"

	rules, ranked = "V17", "V18"
)

// mostTiles is how many a roof has room for.
const mostTiles = 200

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "inspection", Tuned: knobs,
		Sources: []string{rules, ranked},
		Steps: []anim.Beat{
			{Name: beatList, Move: 2.6, Hold: 4},
			{Name: beatVisit, Move: 5.4, Hold: 4},
			{Name: beatScore, Move: 3.2, Hold: 8},
		},
		Drawn:    []string{teamsID, perTeamID, townsID, workedID, listID, doneID, fullID},
		Counts:   []stage.Room{{Figure: teamsID, Most: roads.MostTeams}, {Figure: perTeamID, Most: roads.MostTowns}, {Figure: fullID, Most: mostTiles}, {Figure: listID, Most: monthDays}, {Figure: doneID, Most: monthDays}},
		Wide:     0.42,
		Undecked: [4]bool{stage.Phone: true, stage.Kiosk: true}, Clear: "sum",
		Storyboard: board(),
		Camera:     camera,
	})
}

// The wheel stands larger and lower until the houses come, and slides back for them.
const (
	near     = 1.1
	slid     = 0.26 // of the last beat
	comeFrom = 0.2  // when the first house is set down
	comeEach = 0.05
	comeIn   = 0.08
)

func board() storyboard.Board {
	b := storyboard.Board{
		Cues: storyboard.Hide(append(roads.Patterns(), "pole", "list-flag", "done-flag")...),
		Parts: append(visits(),
			storyboard.Part{Layer: "month", Slot: wheelSlot, Draw: drawMonth},
			storyboard.Part{Layer: "flags", Slot: wheelSlot, Draw: drawFlags},
			storyboard.Part{Layer: "foot", Slot: "foot", Draw: drawFoot},
			storyboard.Part{Layer: "clipboard", Slot: "score", Draw: drawScore}),
		Texts: texts(),
		Cards: []storyboard.Card{
			{Layer: roads.Pawns, Title: "inspection.teams-name", Text: "inspection.teams-card", Paragraph: rules, Slot: "card-pawns"},
			{Layer: "notice", Title: "inspection.report-name", Text: "inspection.report-card", Paragraph: ranked, Slot: "card-notice"},
		},
		Carried: storyboard.Level("teams", "sum", "times", "equals"), // lower under Chinese, whose title is taller
		Answers: points{},
		Uses:    append(roads.Slots(), "sum", bandSlot, bandInner, "bars", "bar-names"),
	}
	b.Cues.Add("model", beatScore, 0, slid, storyboard.Scale{About: wheelSlot, X: near, Y: near})
	b.Cues.Add("model", beatScore, 0, slid, storyboard.Shift{At: wheelSlot, From: earlySlot})
	b.Cues.Add("legend", beatList, 0.3, 0.6, storyboard.Appear{})
	b.Cues.Add("legend", beatScore, 0, 0.12, storyboard.Vanish{})
	b.Cues.Add("times", beatList, 0.3, 0.5, storyboard.Appear{})
	b.Cues.Add("equals", beatVisit, arrived-0.02, 1, storyboard.Appear{}) // not while the count runs: it is no product yet
	b.Cues.Add("notice", beatScore, slid, slid+0.1, storyboard.Appear{})
	b.Cues.Add("notice", beatScore, slid, slid+0.1, storyboard.Move{By: geom.P(0, -6)})
	for i := range homes {
		h, from := &homes[i], comeFrom+comeEach*float64(i)
		b.Parts = append(b.Parts,
			storyboard.Part{Layer: h.house, Slot: h.roof, Draw: drawTiles(i)},
			storyboard.Part{Layer: h.ridge, Slot: h.plate, Draw: drawPlate(i)})
		b.Uses = append(b.Uses, h.ground)
		b.Cues.Add(h.layer, beatScore, from, from+comeIn, storyboard.Appear{})
		b.Cues.Add(h.layer, beatScore, from, from+comeIn, storyboard.Move{By: geom.P(0, -8)})
	}
	b.Cues.Add("clipboard", beatScore, 0.5, 0.6, storyboard.Appear{})
	b.Cues.Add("clipboard", beatScore, 0.5, 0.6, storyboard.Move{By: geom.P(0, 12)})
	return b
}

// camera is the picture as it lies. On upright screens, whose type is larger than the
// picture where they are small, it stands back until it is clear of the title above it
// and of the source below.
func camera(v stage.View, p storyboard.Place) geom.Affine {
	lay := v.Layout()
	if !lay.Form.Upright() {
		return geom.Identity()
	}
	head, foot := 129.0, 69.5 // of a title of two lines, and of a hint above the source
	if lay.Form == stage.Kiosk {
		head, foot = 398, 176
	}
	top, bottom := p.Slot("teams").Y, p.Slot(homes[len(homes)-1].plate).Bottom()
	from, to := v.Area.Y+lay.Px(head), v.Area.Bottom()-lay.Px(foot)
	return standBack(v.Area, top, bottom, from, to)
}

// standBack is how a camera sees a picture whose top and bottom, in the window's pixels,
// are to keep between two other heights: as it lies where there is room, or else moved
// and, if it must be, smaller about the middle of the area.
func standBack(area geom.Rect, top, bottom, from, to float64) geom.Affine {
	const least = 0.5 // of its size
	k := max(least, min(1, (to-from)/(bottom-top)))
	x, y := area.Center().X, max(from, min(top, to-(bottom-top)*k))
	return geom.Affine{A: k, D: k, E: x * (1 - k), F: y - top*k}
}

// drawFoot has the table end in the paper on which the source stands.
func drawFoot(l *draw.List, v stage.View, at storyboard.Spot) {
	c, r := v.Theme.Ground, at.Rect
	r.H = 2 * max(r.H, at.Whole.Bottom()-r.Y) // also where the camera stands back
	l.Rect(draw.Name("foot").Sub("paper"), r, 0, draw.LinearRamp(r.Min(), geom.P(r.X, r.Y+0.43*at.Rect.H), draw.Stop{At: 0, Color: c.Fade(0)}, draw.Stop{At: 0.55, Color: c.Fade(0.8)}, draw.Stop{At: 1, Color: c}), draw.Decor())
}

func texts() []storyboard.Text {
	number := func(slot, figure, beat string, from, to float64) storyboard.Text {
		return storyboard.Text{Slot: slot, Figure: figure, Key: "inspection." + slot, Label: 12, Counting: true, Beat: beat, From: from, To: to}
	}
	word := func(slot, key, short, beat string, from float64) storyboard.Text {
		return storyboard.Text{Slot: slot, Key: key, Short: short, Beat: beat, From: from, To: min(from+0.12, 1), Optional: true}
	}
	until := func(t storyboard.Text) storyboard.Text {
		t.Until = beatScore
		return t
	}
	early := func(t storyboard.Text) storyboard.Text {
		t.Slot, t.Back.Opacity = t.Slot+"-early", 0.3
		return until(t)
	}
	return []storyboard.Text{
		number("teams", teamsID, beatList, 0.02, 0.6),
		number("per-team", perTeamID, beatList, 0.4, 0.7),
		{Slot: "towns", Figure: townsID, Key: "inspection.towns", Label: 12, Share: visited},
		word("worked", "inspection.worked", "", beatVisit, 0.88),
		early(word("worked", "inspection.worked", "", beatVisit, 0.88)),
		early(word("list-by", "inspection.by-list", "inspection.list-short", beatList, 0.8).Bold("deep")),
		early(word("list-what", "inspection.list", "", beatList, 0.82)),
		early(word("done-by", "inspection.by-done", "inspection.done-short", beatVisit, 0.86).Bold("leaf-dark")),
		early(word("done-what", "inspection.visit", "", beatVisit, 0.88)),
		word("list-by", "inspection.by-list", "inspection.list-short", beatScore, slid).Bold("deep"),
		word("list-what", "inspection.list", "", beatScore, slid),
		word("done-by", "inspection.by-done", "inspection.done-short", beatScore, slid).Bold("leaf-dark"),
		word("done-what", "inspection.visit", "", beatScore, slid),
		until(word("legend-team", "inspection.legend-team", "", beatList, 0.4)),
		until(word("legend-town", "inspection.legend-town", "", beatList, 0.5)),
		word("notice-name", "inspection.report", "", beatScore, slid).Bold("ink").On("notice"),
		word("notice-unsaid", "inspection.unsaid", "", beatScore, slid+0.04).Bold("text").On("notice"),
		word("rule", "inspection.rule", "inspection.rule-short", beatScore, 0.36).Bold("ink"),
		word("sampled", "inspection.sampled", "", beatScore, 0.4),
		word("mean-of", "inspection.mean-of", "", beatScore, 0.56).On("clipboard"),
		{Slot: "trial", Key: "inspection.trial", Color: "ink", Beat: beatScore, From: 0.6, To: 0.72, Optional: true},
	}
}
