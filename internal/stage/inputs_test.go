package stage_test

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// What is set at once is there at once; a switch eases from where it stood, also
// when it is turned back on its way.
func TestSwitchesEaseFromWhereTheyStood(t *testing.T) {
	id := draw.Name("switch")
	v := stage.View{Clock: 10}
	turned := func(want float64) {
		t.Helper()
		if got := v.Turned(id, 1); math.Abs(got-want) > 1e-9 {
			t.Errorf("at %v s it stands at %v, want %v", v.Clock, got, want)
		}
	}
	turned(1)
	v.Inputs = v.Inputs.With(id, 0)
	turned(0)
	v.Inputs = v.Inputs.Turn(id, 1, 0.3, v.Clock)
	turned(0) // it was set before
	if v.Inputs.Get(id, 0.3) != 1 || v.Inputs.Len() != 1 {
		t.Error("what it is set to is not what was set")
	}
	v.Clock += stage.TurnLasts / 2
	turned(0.5)
	v.Inputs = v.Inputs.Turn(id, 0, 1, v.Clock)
	turned(0.5)
	v.Clock += stage.TurnLasts
	turned(0)

	fresh := stage.View{Clock: 3, Inputs: stage.Inputs{}.Turn(id, 0, 1, 3)}
	if got := fresh.Turned(id, 0); got != 1 {
		t.Errorf("turned for the first time it leaps to %v", got)
	}
}
