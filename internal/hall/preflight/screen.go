package preflight

import "fmt"

// leastSide is the shorter side of a screen, in pixels, on which words can be read from
// where visitors stand.
const leastSide = 720

// Screen judges what the system says of the screen in pixels, and by how many degrees the
// settings turn the picture on it.
func Screen(width, height, rotation int) Finding {
	const what = "screen"
	detail := fmt.Sprintf("%d × %d", width, height)
	turned := fmt.Sprintf("%s, and the settings turn the picture by %d°", detail, rotation)
	switch {
	case min(width, height) < leastSide:
		return Wrong(what, detail+" is too small", "set it to what the monitor is made for, 1280 × 720 at least (\"xrandr\" lists what it can): words are hardly read on fewer pixels", detail+" 太小，字看不清：请设成显示器的原生分辨率，至少 1280 × 720（xrandr 列出可用的）")
	case height > width && rotation%180 == 90:
		return Wrong(what, turned+", which lays it on its side", "the system has turned it already: undo that (cage, X and touch screen as they come), or set rotation = 0", detail+"，设置又转了 "+fmt.Sprint(rotation)+"°，画面会横躺：系统已经转过一次，请取消系统的旋转，或写 rotation = 0")
	case height > width && rotation == 0:
		return Right(what, detail+": upright, as the system has it; touches have to be turned by it too, or set rotation and leave the system as it comes", detail+"：系统已转成竖屏，触摸也要由系统一起转；或让系统保持原样，改用 rotation")
	case rotation == 180:
		return Right(what, turned+": upside down, right only where it hangs so", detail+"，画面倒置：只有屏幕倒挂时才对")
	case rotation != 0:
		return Right(what, turned, "")
	}
	return Right(what, detail, "")
}
