package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/finance/cash"
)

// lieOnPages draws the coins that have landed in the book.
func lieOnPages(l *draw.List, v stage.View, at storyboard.Spot) {
	now, d := falling(&v, beatLoans), dealing(&v)
	lying, air := loans.stream.Split(loans.coins(&v))
	if now.Lie() <= 0 || lying <= 0 || !d.Loose {
		return
	}
	book := cash.Spread{
		LeftBack: at.Edge("page-left-back"), LeftFront: at.Edge("page-left-front"),
		RightBack: at.Edge("page-right-back"), RightFront: at.Edge("page-right-front"),
	}
	gutter := book.RightBack.First()
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Jitter, f.Shown = lying, 100, draw.Coin, 0.92, now.Lie()
	f.Radius, f.Inks = (book.RightFront.Last().X-book.RightFront.First().X)*0.0088, inks(&v, &loans)
	book.Pool(f, now.Landed(), &cash.Rising{Dealing: d, Target: cash.Target{
		Rect: at.Rect, From: float64(air) / float64(air+lying), To: 1,
		Neck: geom.P(gutter.X, anim.Lerp(gutter.Y, at.Rect.Bottom(), 0.5)),
	}})
	cash.Lie(l, draw.Name("lying-loans"), f, below(&v, v.Theme.GoldDark, draw.RGB(0x5A3B08)), 1-d.Rise, d.Seen(), at.Scale)
}

// lieInFlask draws the coins that have come to the flask: it fills from its foot.
func lieInFlask(l *draw.List, v stage.View, at storyboard.Spot) {
	now, d := falling(&v, beatYear), dealing(&v)
	lying, air := year.stream.Split(year.coins(&v))
	if now.Lie() <= 0 || lying <= 0 || !d.Loose {
		return
	}
	left, right := at.Edge("flask-left"), at.Edge("flask-right")
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Jitter = lying, 24, draw.Coin, 0.9
	f.Radius, f.Inks = (right.First().X-left.First().X)*0.0185, inks(&v, &year)
	cash.FillBetween(f, left, right, now.Lie(), 0.05, &cash.Rising{Dealing: d, Target: cash.Target{
		Rect: at.Rect, From: float64(air) / float64(air+lying), To: 1,
		Neck: geom.P((left.Last().X+right.Last().X)/2, anim.Lerp(left.Last().Y, at.Rect.Bottom(), 0.7)),
	}})
	cash.Lie(l, draw.Name("lying-year"), f, below(&v, v.Theme.Deep, draw.RGB(0x0A4250)), 1-d.Rise, d.Seen(), at.Scale)
}

// lieInPot draws the fund: it lies where it lay, and nothing flows.
func lieInPot(l *draw.List, v stage.View, at storyboard.Spot) {
	n, show := fund.coins(&v), v.Span(beatOthers, 0.04, 0.4)
	if n <= 0 || show <= 0 {
		return
	}
	left, right := at.Edge("pot-left"), at.Edge("pot-right")
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Jitter = n, 25, draw.Coin, 0.9
	f.Radius, f.Inks = (right.First().X-left.First().X)*0.048, inks(&v, &fund)
	cash.FillBetween(f, left, right, 1, 0.24, nil)
	cash.Lie(l, draw.Name("lying-fund"), f, below(&v, v.Theme.Mint, draw.RGB(0x0F4A38)), 1, show, at.Scale)
}

// below is the colour of what is under a coin: by day its own, by night in shade.
func below(v *stage.View, c, shade draw.Color) draw.Color {
	if v.Theme.Dark() {
		return draw.Mix(c, shade, 0.85)
	}
	return c
}
