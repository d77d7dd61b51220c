package play

import (
	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/story"
)

// Controls is what the player's own controls show where no page around the
// picture has them: in a window and in a hall. The links are addresses as
// ParseLink reads them.
type Controls struct {
	Playing                         bool
	PlayLink, LangLink, ThemeLink   string  // to the other state, language, theme
	PreviousLink, NextLink, Figures string  // a step back, a step on, the sources; empty: not offered
	Contents                        string  // opens them or leaves them; empty: there are none
	Open                            bool    // they are
	Notice                          string  // copy key; empty: none
	Show                            float64 // of the notice, 0 to 1
	ZoomIn, ZoomOut                 string  // magnify the picture, and less; empty: not offered
	Low                             string  // lowers the picture, or raises it; empty: not offered
	Lowered                         bool    // it stands low, or is about to
	Inviting                        float64 // how far the invitation to touch has come, 0 to 1
	Asking                          float64 // Machine.Asks
	Keypad                          Keypad
}

// sourcesScene is the scene that lists where the figures come from.
const sourcesScene = "sources"

// controls is what the player's own controls show now in a window.
func (m *Machine) controls(window geom.Rect) Controls {
	c := Controls{
		Playing: m.playing, PlayLink: "#?play=1", LangLink: "#?lang=en",
		ThemeLink: m.themeLinks[(m.theme+1)%len(m.themeLinks)],
		Notice:    m.notice,
	}
	if m.playing {
		c.PlayLink = "#?play=0"
	}
	if m.lang == story.EN {
		c.LangLink = "#?lang=zh"
	}
	if m.options.Contents != nil {
		c.Contents, c.Open = ToContents, m.contents.open
	}
	step := m.Step()
	if step > 0 {
		c.PreviousLink = Previous
	}
	if step+1 < m.show.Deck.Steps() {
		c.NextLink = Next
	}
	if _, ok := m.show.Deck.Index(sourcesScene); ok && m.SceneName() != sourcesScene {
		c.Figures = sourcesScene
	}
	c.Low, c.Lowered = m.toLow(window), m.lowers
	c.Inviting, c.Asking, c.Keypad = m.inviting(), m.Asks(), m.keypad()
	if scale, most := m.Zoom(); most > 1 {
		if scale < most {
			c.ZoomIn = ZoomIn
		}
		if scale > 1 {
			c.ZoomOut = ZoomOut
		}
	}
	if c.Notice != "" {
		left := m.noticeEnd - m.clock
		c.Show = anim.CubicOut(anim.Clamp(min(left, noticeLasts-left) / fadeLasts))
	}
	return c
}
