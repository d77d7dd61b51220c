package draw

import (
	"math"

	"lianhua/internal/geom"
)

// The gabled house of the symbol Roof, in parts of the radius of the disc that
// it stands for, y down. The walls reach up under the roof, so that no seam
// shows between the two.
const (
	RoofWall  = 0.62 // half the width of the walls
	RoofFloor = 0.8  // the walls' lower end
	RoofEaves = -0.1 // the roof's lower end, as wide as the disc
	RoofTuck  = -0.3 // the walls' upper end, hidden by the roof
	RoofPitch = 0.9  // how far the roof falls on its way from the ridge (0, −1) to the eaves, for each unit across
)

// RoofDistance is how far p, relative to the house's middle, lies outside of a
// house of radius r, negative inside: the lesser of the walls' and the roof's
// distance, each the greatest distance from its edges. Backends with pixels take
// ½ less the distance as the coverage, within 0 to 1.
func RoofDistance(p geom.Pt, r float64) float64 {
	x := math.Abs(p.X)
	walls := max(x-RoofWall*r, RoofTuck*r-p.Y, p.Y-RoofFloor*r)
	slope := (RoofPitch*x - p.Y - r) / roofNorm
	return min(walls, max(slope, p.Y-RoofEaves*r))
}

// roofNorm is the length of the roof's normal (RoofPitch, −1).
const roofNorm = 1.3453624047073711

// RoofPath adds the house around c with the radius r as a path.
func RoofPath(dst *geom.Path, c geom.Pt, r float64) {
	dst.Move(c.X, c.Y-r).Line(c.X+r, c.Y+RoofEaves*r).
		Line(c.X+RoofWall*r, c.Y+RoofEaves*r).Line(c.X+RoofWall*r, c.Y+RoofFloor*r).
		Line(c.X-RoofWall*r, c.Y+RoofFloor*r).Line(c.X-RoofWall*r, c.Y+RoofEaves*r).
		Line(c.X-r, c.Y+RoofEaves*r).Close()
}
