package stage

import "lianhua/internal/draw"

// Handover is what two scenes of an act have in common: a place in the picture of one
// opens into the other, and shuts on it where the way leads back. Scenes are named as
// links name them, places by the marks that stand there.
type Handover struct {
	From  string  // the scene with the place
	Place draw.ID // there
	To    string  // the scene that it opens into
	Into  draw.ID // what stands there where the place was
}
