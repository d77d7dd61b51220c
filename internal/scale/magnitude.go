package scale

// Magnitude is what Chinese readers count many things in: 万 or 亿.
type Magnitude struct {
	Size int64 // how many things it counts as one
	Name string
}

// Magnitudes are all of them, the largest first.
func Magnitudes() [2]Magnitude { return [...]Magnitude{{yi, "亿"}, {wan, "万"}} }
