package simplify

import "lianhua/internal/geom"

// Path is the path with fewer points, none of it farther from where it was than the
// tolerance.
func Path(p geom.Path, tolerance float64) geom.Path { return onto(p, grainOf(p.Pts), tolerance) }
