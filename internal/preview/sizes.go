package preview

import "lianhua/internal/geom"

// Size is a screen that scenes are composed for.
type Size struct {
	Name string
	Area geom.Rect // in device-independent pixels
}

// Sizes are the screens of the house's designs, from the smallest.
func Sizes() []Size {
	return []Size{
		{"phone", geom.R(0, 0, 360, 640)},
		{"laptop", geom.R(0, 0, 1440, 900)},
		{"kiosk", geom.R(0, 0, 1080, 1920)},
		{"wall", geom.R(0, 0, 3840, 2160)},
	}
}
