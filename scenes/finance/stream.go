package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/finance/cash"
)

const landed = 0.95 // of a beat: all coins lie, and notes may name years

func falling(v *stage.View, beat string) cash.Fall {
	return cash.FallAt(anim.Span(v.Beat(beat), 0.02, landed, anim.Linear))
}

// fall has a money's coins fall, as large as they are tuned.
func fall(m *money) func(*draw.List, stage.View, storyboard.Spot) {
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		s := m.stream
		s.Radius *= v.Knob(&coinSize)
		s.Draw(l, &v, at, m.coins(&v), falling(&v, m.beat), dealing(&v), inks(&v, m))
	}
}

// inks are a money's own: no shade of another's.
func inks(v *stage.View, m *money) [4]draw.Color {
	th := v.Theme
	switch m.name {
	case loans.name:
		if th.Dark() {
			return [4]draw.Color{th.GoldLight, th.Gold, draw.Mix(th.GoldDark, th.Gold, 0.4), draw.Mix(th.Gold, draw.RGB(0x7A5413), 0.45)}
		}
		return [4]draw.Color{th.GoldLight, draw.Mix(th.Gold, th.GoldLight, 0.6), draw.Mix(th.Gold, th.GoldLight, 0.25), th.Gold}
	case year.name:
		if th.Dark() {
			return [4]draw.Color{th.Deep, th.Cyan, draw.Mix(th.Cyan, th.CyanLight, 0.35), draw.Mix(th.Deep, th.Ink, 0.5)}
		}
		return [4]draw.Color{draw.Mix(th.Cyan, th.CyanLight, 0.75), draw.Mix(th.Cyan, th.CyanLight, 0.4), th.Cyan, draw.Mix(th.Cyan, th.Deep, 0.5)}
	case fund.name:
		if th.Dark() {
			return [4]draw.Color{th.Mint, draw.Mix(th.Mint, th.Ink, 0.45), draw.Mix(th.Mint, th.MintLight, 0.3), th.Mint}
		}
		return [4]draw.Color{draw.Mix(th.Mint, th.MintLight, 0.9), draw.Mix(th.Mint, th.MintLight, 0.6), th.MintLight, draw.Mix(th.MintLight, th.Panel, 0.5)}
	}
	return [4]draw.Color{th.Accent, th.Accent, th.Accent, th.Accent}
}
