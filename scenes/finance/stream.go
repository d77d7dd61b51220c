package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/finance/cash"
)

// The streams of the two loans. Who lends is not on the page: they begin out of sight.
var (
	loanStream = cash.Stream{Name: "falling-loans", Left: "loans-left", Right: "loans-right", Cols: 24, Symbol: draw.Cash, Radius: 0.01, Fold: 0.03}
	yearStream = cash.Stream{Name: "falling-year", Left: "year-left", Right: "year-right", Cols: 7, Symbol: draw.Cash, Radius: 0.036, Fold: 0.01}
)

func falling(v *stage.View, beat string) cash.Fall {
	return cash.FallAt(anim.Span(v.Beat(beat), 0.02, 0.96, anim.Linear))
}

func fallIntoBook(l *draw.List, v stage.View, at storyboard.Spot) {
	sized(loanStream, &v).Draw(l, &v, at, loans.coins(&v), falling(&v, beatLoans), dealing(&v), inks(&v, &loans))
}

func fallIntoFlask(l *draw.List, v stage.View, at storyboard.Spot) {
	sized(yearStream, &v).Draw(l, &v, at, year.coins(&v), falling(&v, beatYear), dealing(&v), inks(&v, &year))
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
