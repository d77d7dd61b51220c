package svg

import (
	"fmt"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// pair is a sheet of two squares over each other, the upper one in a round window.
func pair() *draw.Sheet {
	square, round := new(geom.Path).Rect(geom.R(0, 0, 10, 10)), new(geom.Path).Circle(geom.P(5, 5), 4)
	s := &draw.Sheet{Marks: []draw.Mark{
		{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Path: square, Paint: draw.Ink(draw.RGB(0x4C6373))},
		{Kind: draw.KindShape, M: geom.Translate(3, 0), Alpha: 1, Path: square, Paint: draw.LinearRamp(geom.P(0, 0), geom.P(10, 0),
			draw.Stop{At: 0, Color: draw.RGB(0xffffff)}, draw.Stop{At: 1, Color: draw.RGB(0)}), Within: &draw.Clip{Path: round, M: geom.Identity()}},
	}}
	s.Seal()
	return s
}

func ExampleAppend_sheet() {
	var l draw.List
	l.Reset(geom.R(0, 0, 100, 60), draw.RGB(0xffffff))
	l.PushClip(geom.R(5, 5, 80, 50))
	l.PushClipPath(l.NewPath().Circle(geom.P(50, 30), 20))
	l.Push(geom.Affine{A: 4, D: 4, E: 30, F: 10}, 0.5)
	l.Sheet(draw.Name("house"), pair())
	l.Pop()
	l.Push(geom.Translate(50, 30), 1)
	l.PushClipPath(l.NewPath().Rect(geom.R(0, 0, 10, 10)))
	l.Circle(draw.Name("sun"), geom.P(0, 0), 9, draw.Ink(draw.RGB(0xD9A441)), draw.Decor())
	l.Pop()
	l.Pop()
	l.Pop()
	l.Circle(draw.Name("moon"), geom.P(20, 20), 9, draw.Ink(draw.RGB(0xD9A441)), draw.Decor())
	l.Pop()
	doc := string(Append(nil, &l, Options{}))
	fmt.Print(doc[strings.Index(doc, "<defs>"):])
	// Output:
	// <defs>
	// <linearGradient id="_r1" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="10" y2="0"><stop stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
	// <clipPath id="_c1"><rect x="5" y="5" width="80" height="50"/></clipPath>
	// <clipPath id="_p1"><circle cx="50" cy="30" r="20"/></clipPath>
	// <clipPath id="_p2"><circle cx="5" cy="5" r="4"/></clipPath>
	// <clipPath id="_p3" clip-path="url(#_p1)"><rect width="10" height="10" transform="translate(50 30)"/></clipPath>
	// </defs>
	// <rect width="100" height="60" fill="#fff"/>
	// <g clip-path="url(#_c1)">
	// <g clip-path="url(#_p1)">
	// <g transform="matrix(4 0 0 4 30 10)" opacity=".5">
	// <rect width="10" height="10" fill="#4c6373"/>
	// <g clip-path="url(#_p2)">
	// <rect width="10" height="10" transform="translate(3 0)" fill="url(#_r1)"/>
	// </g>
	// </g>
	// </g>
	// <g clip-path="url(#_p3)">
	// <circle cx="0" cy="0" r="9" transform="translate(50 30)" fill="#d9a441"/>
	// </g>
	// <circle cx="20" cy="20" r="9" fill="#d9a441"/>
	// </g>
	// </svg>
}

func TestSheetsAndClipsAreDefinedOnce(t *testing.T) {
	var l draw.List
	l.Reset(geom.R(0, 0, 100, 60), draw.RGB(0xffffff))
	for i := range 3 {
		l.Push(geom.Translate(20*float64(i), 5), 1-0.2*float64(i))
		l.Sheet(draw.Nth("house", i+1), pair())
		l.Pop()
		l.PushClipPath(l.NewPath().Circle(geom.P(50, 30), 20)) // a path of its own each time
		l.Rect(draw.Nth("bar", i+1), geom.R(0, 10*float64(i), 100, 5), 0, draw.Ink(draw.RGB(1)), draw.Decor())
		l.Pop()
	}
	doc := Append(nil, &l, Options{Prefix: "a-"})
	if err := parse(doc); err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	for what, want := range map[string]int{`<g id="a-_s1">`: 1, `<use href="#a-_s1"`: 3, "<clipPath": 2, "<linearGradient": 1, `opacity=".8"`: 1} {
		if n := strings.Count(string(doc), what); n != want {
			t.Errorf("%s stands %d times, want %d\n%s", what, n, want, doc)
		}
	}
}

// What an enlarged sheet shows is written as finely as if it were drawn so large.
func TestAnEnlargedSheetIsWrittenFinely(t *testing.T) {
	s := &draw.Sheet{Marks: []draw.Mark{{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Path: new(geom.Path).Circle(geom.P(0.12345, 0), 1), Paint: draw.Ink(draw.RGB(1))}}}
	s.Seal()
	var l draw.List
	l.Reset(geom.R(0, 0, 100, 60), draw.RGB(0xffffff))
	l.Push(geom.Affine{A: 40, D: 40, E: 50, F: 30}, 1)
	l.Sheet(draw.Name("s"), s)
	l.Pop()
	if doc := string(Append(nil, &l, Options{})); !strings.Contains(doc, `cx=".1235"`) && !strings.Contains(doc, `cx=".1234"`) {
		t.Errorf("the middle is not written to four digits:\n%s", doc)
	}
}
