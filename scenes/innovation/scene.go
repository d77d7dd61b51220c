// Package innovation is the scene of the firms and what serves them: dusk falls on a
// city at a river, a window for each technology firm on the register, and on the other
// bank a pane for each firm with a valid high-tech certificate; above both, belonging
// to neither, five figures of stars, and on a rock in the stream the pennant of a rank.
// Drawn from paragraphs J01 and J02.
//
// The page does not say whether the two groups overlap, so they share neither ground
// nor shape, and nothing joins them. Nothing runs up: the page gives no earlier year.
package innovation

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The beats: the windows alone, the panes beside them, the stars and the rank.
const (
	field    = "field"
	second   = "second"
	clusters = "clusters"
)

const (
	firmsID    = "innovation.firms"
	highTechID = "innovation.high-tech"
	rankID     = "innovation.talent-rank"
	yearID     = "innovation.rank-year"
)

// What the drawings have room for.
const (
	mostWindows = 3100
	mostPanes   = 520
	mostStars   = 200
)

// New returns the scene.
func New() *storyboard.Scene {
	s := storyboard.Scene{
		Link: "innovation", Tuned: knobs,
		Sources: []string{"J01", "J02"},
		Drawn:   []string{firmsID, highTechID, rankID, yearID},
		Steps: []anim.Beat{
			{Name: field, Move: 4, Hold: 3},
			{Name: second, Move: 1.6, Hold: 3},
			{Name: clusters, Move: 4.4, Hold: 6},
		},
		Counts:     []stage.Room{{Figure: firmsID, Most: mostWindows}, {Figure: highTechID, Most: mostPanes}},
		Wide:       0.385, // the towers rise beside the title
		Undecked:   [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: board(),
		Over:       over,
	}
	for i := range groups {
		s.Drawn = append(s.Drawn, groups[i].figure)
		s.Counts = append(s.Counts, stage.Room{Figure: groups[i].figure, Most: mostStars})
	}
	return storyboard.New(s)
}
