package stage_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

func TestFormsOfWindows(t *testing.T) {
	for _, test := range []struct {
		w, h    float64
		want    stage.Form
		legible bool
	}{
		{360, 640, stage.Phone, true}, {1440, 900, stage.Laptop, true}, {1080, 1920, stage.Kiosk, true}, {3840, 2160, stage.Wall, true},
		{768, 1024, stage.Kiosk, true}, {701, 690, stage.Phone, true}, {700, 700, stage.Phone, true}, {900, 880, stage.Phone, true},
		{640, 480, stage.Phone, true}, {641, 480, stage.Laptop, true}, {700, 660, stage.Laptop, true}, {1000, 960, stage.Kiosk, true},
		{844, 340, stage.Laptop, true}, {683, 384, stage.Laptop, true}, {640, 300, stage.Laptop, false}, {568, 320, stage.Laptop, false},
		{1600, 1500, stage.Laptop, true}, {299, 640, stage.Phone, false}, {360, 479, stage.Phone, false}, {600, 440, stage.Laptop, false},
	} {
		area := geom.R(0, 0, test.w, test.h)
		if got := stage.FormOf(area); got != test.want {
			t.Errorf("%v × %v is composed as a %s, want %s", test.w, test.h, got, test.want)
		}
		if got := stage.Legible(area); got != test.legible {
			t.Errorf("%v × %v: legible is %v", test.w, test.h, got)
		}
	}
}

// The head of the least kiosk takes no more of it than that of the design does: a
// title that leaves the picture clear there does so everywhere.
func TestHeadsOfKiosksKeepTheirShare(t *testing.T) {
	share := func(w, h float64) float64 {
		lay := stage.LayoutOf(geom.R(0, 0, w, h))
		if lay.Form != stage.Kiosk {
			t.Fatalf("%v × %v is a %s", w, h, lay.Form)
		}
		return lay.Head.H / h
	}
	design := share(1080, 1920)
	for _, size := range [][2]float64{{700, 960}, {740, 970}, {768, 1024}, {1000, 960}, {810, 1080}, {1080, 2160}} {
		if got := share(size[0], size[1]); got > design*1.001 {
			t.Errorf("in %v the head takes %.3f of the height, in the design %.3f", size, got, design)
		}
	}
}

// The page's style sheets and scripts tell forms apart by media queries: each
// that asks for a window's shape means what FormOf or Legible says.
func TestThePageKnowsTheForms(t *testing.T) {
	shapes := map[string]func(geom.Rect) bool{
		"upright": func(a geom.Rect) bool { return stage.FormOf(a).Upright() },
		"phone":   func(a geom.Rect) bool { return stage.FormOf(a) == stage.Phone },
		"kiosk":   func(a geom.Rect) bool { return stage.FormOf(a) == stage.Kiosk },
		"legible": stage.Legible,
		// The bar's menu is folded where words have no room.
		"folded": func(a geom.Rect) bool { return a.W <= 1000 || stage.FormOf(a).Upright() },
	}
	query := regexp.MustCompile(`(?:@media|matchMedia\(")\s*(.*?aspect-ratio.*?)\s*(?:\{|"\))`)
	found := map[string]int{}
	for _, file := range []string{"style.css", "later.css", "js/room.js"} {
		data, err := os.ReadFile("../../web/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range query.FindAllStringSubmatch(string(data), -1) {
			meant := ""
			for name, is := range shapes {
				if agrees(t, m[1], is) {
					meant = name
				}
			}
			if meant == "" {
				t.Errorf("%s asks for %q, which is no shape that pictures know", file, m[1])
			}
			found[meant]++
		}
	}
	for name := range shapes {
		if found[name] == 0 {
			t.Errorf("the page never asks for windows that are %s", name)
		}
	}
}

// agrees compares a query with a shape in windows of all kinds.
func agrees(t *testing.T, query string, is func(geom.Rect) bool) bool {
	t.Helper()
	holds := media(t, query)
	for w := 200.0; w <= 2600; w += 20 {
		for h := 200.0; h <= 2200; h += 10 {
			for _, d := range []float64{-1, 0} {
				if a := geom.R(0, 0, w+d, h); holds(a) != is(a) {
					return false
				}
			}
		}
	}
	return true
}

// media is what a media query says of a window whose text has the usual size and
// whose page may run scripts.
func media(t *testing.T, query string) func(geom.Rect) bool {
	t.Helper()
	term := regexp.MustCompile(`\((max|min)-(width|height|aspect-ratio): ([\d.]+)(px|em|/([\d.]+))\)`)
	var any [][]func(geom.Rect) bool
	for _, part := range strings.Split(query, ",") {
		var all []func(geom.Rect) bool
		for _, one := range strings.Split(part, " and ") {
			one = strings.TrimSpace(one)
			if one == "(scripting: enabled)" {
				continue
			}
			m := term.FindStringSubmatch(one)
			if m == nil {
				t.Fatalf("the query %q asks for %q, which this test does not know", query, one)
			}
			n, _ := strconv.ParseFloat(m[3], 64)
			of := func(a geom.Rect) float64 { return a.W }
			switch {
			case m[2] == "height":
				of = func(a geom.Rect) float64 { return a.H }
			case m[2] == "aspect-ratio":
				wide, _ := strconv.ParseFloat(m[3], 64)
				tall, _ := strconv.ParseFloat(m[5], 64)
				of, n = func(a geom.Rect) float64 { return a.W*tall - a.H*wide }, 0 // without a division's rounding
			}
			if m[4] == "em" {
				n *= 16
			}
			bound, least := n, m[1] == "min"
			all = append(all, func(a geom.Rect) bool {
				if least {
					return of(a) >= bound
				}
				return of(a) <= bound
			})
		}
		any = append(any, all)
	}
	return func(a geom.Rect) bool {
		for _, all := range any {
			every := true
			for _, holds := range all {
				every = every && holds(a)
			}
			if every {
				return true
			}
		}
		return false
	}
}
