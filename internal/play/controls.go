package play

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// sourcesScene is the scene that lists where the figures come from.
const sourcesScene = "sources"

// controls is what the player's own controls show now.
func (m *Machine) controls() stage.Controls {
	c := stage.Controls{
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
	if c.Notice != "" {
		left := m.noticeEnd - m.clock
		c.Show = anim.CubicOut(anim.Clamp(min(left, noticeLasts-left) / fadeLasts))
	}
	return c
}
