package vision

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Values found by their lights are those of the standard's formula (IEC 61966-2-1).
func TestEncodedIsTheStandards(t *testing.T) {
	byFormula := func(l float64) uint8 {
		l = max(0, min(1, l))
		if l <= 0.0031308 {
			return uint8(255*12.92*l + 0.5)
		}
		return uint8(255*(1.055*math.Pow(l, 1/2.4)-0.055) + 0.5)
	}
	lights := []float64{-1, 0, 0.0031308, 1, 2}
	for v := range 256 {
		lights = append(lights, linear(uint32(v)))
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		l := r.Float64()
		lights = append(lights, l, l*l*l)
	}
	for _, l := range lights {
		if got, want := encoded(l), byFormula(l); got != want {
			t.Fatalf("the light %v is encoded as %d, want %d", l, got, want)
		}
	}
}

func BenchmarkColor(b *testing.B) {
	for i := range b.N {
		Protanopia.Color(uint32(i)*2654435761 | 0xff)
	}
}
