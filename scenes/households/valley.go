package households

import (
	"math"
	"slices"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/households/village"
)

// The slots of the villages: the strips of roofs of three slopes, and the near houses,
// of which the drawing has one open and some with every tile.
const (
	farSlot    = "far"
	middleSlot = "middle"
	spurSlot   = "spur"
	nearSlot   = "near"  // the open house, then those that are drawn by their count
	homesSlot  = "homes" // a layer, too
	pitch      = "-pitch"

	across = 4 // roofs side by side between two lanes

	nearHouses = 511 // as in the drawing that has most: a roof has one name in all forms
)

var slopeSlots = [...]string{farSlot, middleSlot, spurSlot}

// shares are what each slope has of the roofs that are not near; the far one has the
// rest.
var shares = [...]float64{1: 0.17186, 2: 0.17353}

// valley is how the households lie in one drawing.
type valley struct {
	count  int
	slopes [len(slopeSlots)]village.Strips
	soils  [len(slopeSlots)]*draw.Sheet
	near   []village.Cottage
	houses *draw.Sheet // of the near ones, those that the drawing has not
}

// in is the valley of a view.
func (s *Scene) in(v *stage.View) *valley {
	count := v.Count(rebuiltID, mostRoofs)
	a, _ := s.laid.Of(storyboard.Counted{Art: v.Art, Count: count}, func() (*valley, bool) { return settle(v, count), true })
	return a
}

func settle(v *stage.View, count int) *valley {
	a := &valley{count: count}
	drawn := village.Cottages(v.Art, nearSlot)
	a.near = append(slices.Clone(drawn), village.Cottages(v.Art, homesSlot)...)
	if count < len(a.near) {
		a.near, drawn = a.near[:count], drawn[:min(count, len(drawn))]
	}
	if len(drawn) > 0 {
		drawn = drawn[1:] // the open house is the drawing's
	}
	th, parted := v.Theme, max(min(count, nearHouses)-len(a.near), 0)
	rest := count - len(a.near) - parted
	counts := [len(slopeSlots)]int{rest}
	for i := 1; i < len(counts); i++ {
		counts[i] = int(math.Round(float64(rest) * shares[i]))
		counts[0] -= counts[i]
	}
	soil, shade := draw.Mix(th.GoldLight, th.Ground, 0.8), draw.Mix(th.Leaf, th.Ink, 0.2).Fade(0.3)
	if th.Dark() {
		soil, shade = draw.Mix(th.Molten, th.Ground, 0.82).Fade(0.85), draw.Mix(th.Molten, th.Ground, 0.6).Fade(0.3) // in the lamps' light
	}
	const last = len(slopeSlots) - 1
	counts[last] += parted
	for i, slot := range slopeSlots {
		a.slopes[i] = village.StripsOf(v.Art, slot, slot+pitch, counts[i], across)
		a.soils[i] = a.slopes[i].Ground(soil, shade)
	}
	few := a.slopes[last].Part(parted)
	a.near, a.houses = append(a.near, few...), village.Hamlet(th, slices.Concat(drawn, few), inks(th, 0))
	return a
}

// standing is the share of all households whose roof stands.
func (a *valley) standing(light *village.Ripple) float64 {
	if a.count == 0 {
		return 0
	}
	sum := 0.0
	for i := range a.slopes {
		sum += a.slopes[i].Standing(light.Level)
	}
	for i := range a.near {
		sum += a.nearLevel(i, light)
	}
	return anim.Clamp(sum / float64(a.count))
}

// nearLevel is how far a near house has come; the light goes out from the first.
func (a *valley) nearLevel(i int, light *village.Ripple) float64 {
	if i == 0 {
		return light.First()
	}
	return light.Level(a.near[i].At)
}
