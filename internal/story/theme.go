package story

import "slices"

// Palette is the named colours of one theme.
type Palette struct {
	name   string
	names  []string // sorted
	colors []uint32
	tones  []ToneRecord
}

// Name is the theme's name: "day".
func (p Palette) Name() string { return p.name }

// Color is the colour of that name as 0xRRGGBBAA, not premultiplied.
func (p Palette) Color(name string) (rgba uint32, ok bool) {
	i, ok := slices.BinarySearch(p.names, name)
	if !ok {
		return 0, false
	}
	return p.colors[i], true
}

// Tones is the scale of colours of that name, from 0xRRGGBBAA to 0xRRGGBBAA; nil
// where there is none. Callers leave it as it is.
func (p Palette) Tones(name string) []uint32 {
	for i := range p.tones {
		if p.tones[i].Name == name {
			return p.tones[i].Colors
		}
	}
	return nil
}

// Timing replaces a beat's own times. A negative value leaves the scene's.
type Timing struct {
	Duration, Hold float64 // seconds
}
