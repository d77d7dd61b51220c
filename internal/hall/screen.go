package hall

import "lianhua/internal/hall/plan"

// screen is how the picture stands on its screen.
func (r reader) screen(s *Settings) {
	r.Only("monitor", "rotation", "large-type", "drift", "awake")
	s.Monitor = int(r.Whole("monitor", 0, 16, int64(s.Monitor)))
	s.Rotation = r.rotation("rotation", s.Rotation)
	s.Awake = r.Flag("awake", s.Awake)
	s.LargeType = r.Flag("large-type", s.LargeType)
	s.Drift = int(r.Whole(plan.Drift.Name, int64(plan.Drift.Low), int64(plan.Drift.High), int64(s.Drift)))
}

// rotation is by how much the picture is turned clockwise, in degrees.
func (r reader) rotation(key string, missing int) int {
	v, ok := r.Number(key)
	if !ok {
		return missing
	}
	for quarter := range 4 {
		if v == float64(90*quarter) {
			return 90 * quarter
		}
	}
	r.Fail(key, key+" is not 0, 90, 180 or 270", "by how many degrees the picture is turned clockwise: "+key+" = 90")
	return missing
}

// lowReach is where the screen hangs.
func (r reader) lowReach(missing LowReach) LowReach {
	r.Only("foot", "head")
	most := int64(plan.MostHead)
	at := LowReach{Foot: int(r.Whole("foot", 0, most, int64(missing.Foot))), Head: int(r.Whole("head", 0, most, int64(missing.Head)))}
	if message, hint := at.Wrong(); message != "" {
		r.Fail("head", message, hint)
		return missing
	}
	return at
}
