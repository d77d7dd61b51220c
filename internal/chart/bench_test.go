package chart_test

import (
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
)

func benchmark(b *testing.B, mark func(l *draw.List)) {
	v, err := open(story.ZH, "day")
	if err != nil {
		b.Fatal(err)
	}
	l := picture(v)
	b.ReportAllocs()
	for b.Loop() {
		l.Reset(v.Area, v.Theme.Ground)
		mark(l)
	}
}

func BenchmarkBlocks(b *testing.B) {
	v, err := open(story.ZH, "day")
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, func(l *draw.List) {
		chart.Blocks{Amounts: chart.Amounts{Figures: money, Box: geom.R(10, 10, 700, 420), Number: 24, Label: 13, Progress: 1}, Cell: 1_000_000}.Draw(l, v, draw.Name("block"), draw.Sem{})
	})
}

func BenchmarkUnitGrid(b *testing.B) {
	v, err := open(story.ZH, "day")
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, func(l *draw.List) {
		chart.UnitGrid{Figure: "innovation.firms", Block: 10, Box: geom.R(10, 10, 700, 420), Progress: 0.5}.Draw(l, v, draw.Name("grid"), draw.Sem{})
	})
}
