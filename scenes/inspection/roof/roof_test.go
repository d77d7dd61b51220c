package roof_test

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview/previewtest"
	"lianhua/scenes/inspection/roof"
)

var tileInk = roof.TileInk{Clay: draw.RGB(0xA0552F), Shade: draw.RGB(0x5A231A), Shine: draw.RGB(0xFFD9A0)}

// contours is how many of them the marks have that are named so.
func contours(l *draw.List, part string) (n int) {
	for i := range l.Marks {
		if l.Marks[i].ID.Part == part {
			n += previewtest.Contours(l.Marks[i].Path)
		}
	}
	return n
}

// slope is leaning: 200 wide at both ends, its eave 40 to the right of its ridge.
func slope() *geom.Path {
	return new(geom.Path).Move(100, 100).Line(300, 100).Line(340, 180).Line(140, 180).Close()
}

// A tile is one of what is counted, wherever it lies: on the roof or before the house.
func TestTilesOnTheRoofAndBeforeItAreAll(t *testing.T) {
	const all = 47
	ground := new(geom.Path).Move(90, 260).Line(140, 262).Line(85, 285).Line(90, 210)
	plate := geom.R(120, 310, 100, 30)
	for _, left := range []int{all, 30, 1, 0} {
		var l draw.List
		r := roof.Of(slope(), all)
		r.Tiles(&l, draw.Name("home"), left, 2, tileInk)
		fallen := roof.Fallen{Ground: ground, Plate: plate}
		fallen.Draw(&l, draw.Name("home"), left, all, 2, tileInk)
		if on, off := contours(&l, "tiles"), contours(&l, "taken"); on != left || off != all-left {
			t.Errorf("with %d left, %d lie on the roof and %d before it", left, on, off)
		}
		for i := range l.Marks {
			if m := &l.Marks[i]; m.ID.Part == "taken" {
				for k := 0; k+3 < len(m.Path.Pts); k += 4 { // the middle of each
					if plate.Has(m.Path.Pts[k].Lerp(m.Path.Pts[k+2], 0.5)) {
						t.Errorf("with %d left, a tile lies on the plate", left)
					}
				}
			}
		}
	}
}

// A finger on the track is at a tile's middle when that tile's turn comes.
func TestTheTrackPassesTilesInTheirOrder(t *testing.T) {
	const all = 47
	var l draw.List
	r := roof.Of(slope(), all)
	if r.Rows != 5 {
		t.Fatalf("%d rows", r.Rows)
	}
	track := r.Track(&l, all)
	length := track.Length()
	for _, n := range []int{0, 5, 14, 46} {
		s, far := track.Nearest(r.At(float64(n%roof.Row)+0.5, float64(n/roof.Row)+0.5))
		if got := math.Round(s / length * all); int(got) != n || far > 1 {
			t.Errorf("the tile %d is passed as the %.0fth, %.1f off", n, got, far)
		}
	}
}

// Tiles lie within their roof but for the eave, over which the last row reaches.
func TestTilesLieWithinTheirRoof(t *testing.T) {
	r := roof.Of(slope(), 40)
	for n := range 40 {
		var p geom.Path
		r.Tile(&p, n, geom.Pt{})
		room := geom.R(99, 99, 242, 81+r.Deep())
		if !room.Contains(p.Bounds()) || !p.Contains(r.Middle(n)) {
			t.Fatalf("the tile %d lies at %v", n, p.Bounds())
		}
	}
}

// A loose tile lies near its place and is one more of what is counted.
func TestALooseTileLiesNearItsPlace(t *testing.T) {
	r := roof.Of(slope(), 40)
	var l draw.List
	r.Tiles(&l, draw.Name("home"), 39, 0, tileInk)
	r.Loose(&l, draw.Name("home"), 39, 1, geom.Pt{}, 1, tileInk)
	if on, loose := contours(&l, "tiles"), contours(&l, "loose"); on != 39 || loose != 1 {
		t.Errorf("%d tiles lie and %d loose", on, loose)
	}
	i := l.Find(draw.Name("home").SubN("loose", 1))
	if far := l.Bounds(i).Center().Dist(r.Middle(39)); far == 0 || far > r.Deep() {
		t.Errorf("it lies %v from its place", far)
	}
}
