package slim

// pixels makes the canvas a picture, whose pixels are those of the screen.
func pixels() []patch {
	return []patch{
		{
			file: "internal/graphicsdriver/opengl/graphics_js.go",
			old:  "\tattr.Set(\"stencil\", true)\n",
			new:  "\tattr.Set(\"stencil\", true)\n\tattr.Set(\"antialias\", false)\n\tattr.Set(\"depth\", false)\n",
			why:  "the screen receives one quad: samples and depth cost memory and a fifth of the frame rate",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\tcanvas.Call(\"setAttribute\", \"tabindex\", 1)\n",
			new:  "\tcanvas.Call(\"setAttribute\", \"tabindex\", -1)\n\tcanvas.Call(\"setAttribute\", \"aria-hidden\", \"true\")\n",
			why:  "keys and assistive technology belong to the article above the canvas; Tab must not stop here",
		},
		{
			file: "internal/ui/ui_js.go",
			fn:   "Monitor.DeviceScaleFactor",
			new: `	if !document.Truthy() {
		return 1
	}
	_, _, ratio := theUI.bufferSize()
	return ratio`,
			why: "the pixel ratio is asked each time, so the picture stays sharp after a zoom or on another screen",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "var theMonitor = &Monitor{}\n",
			new: `// mostPixels is how large the drawing buffer grows: a 5K screen. What is larger
// is drawn coarser instead of using up the memory.
const mostPixels = 1 << 24

// bufferSize returns the size of the drawing buffer in pixels, and how many of
// them a CSS pixel takes. The browser alone knows how many device pixels the
// canvas covers where the ratio is no whole number; where it has told of this
// size, it is taken.
func (u *UserInterface) bufferSize() (width, height, ratio float64) {
	ratio = window.Get("devicePixelRatio").Float()
	if !(ratio > 0) {
		ratio = 1
	}
	width, height = canvas.Get("clientWidth").Float()*ratio, canvas.Get("clientHeight").Float()*ratio
	if math.Abs(u.deviceWidth-width) <= ratio && math.Abs(u.deviceHeight-height) <= ratio {
		width, height = u.deviceWidth, u.deviceHeight
	}
	width, height = math.Round(width), math.Round(height)
	k := 1.0
	if n := width * height; n > mostPixels {
		k = math.Sqrt(mostPixels / n)
	}
	if most := u.mostSide(); most > 0 {
		k = math.Min(k, most/math.Max(width, height))
	}
	if k < 1 {
		width, height, ratio = math.Floor(width*k), math.Floor(height*k), ratio*k
	}
	return width, height, ratio
}

// mostSide is how wide and high an image may be here, 0 where that is not known
// yet. Browsers that guard against fingerprints allow less than the graphics do.
// Images come in powers of two, of which the largest counts.
func (u *UserInterface) mostSide() float64 {
	if u.side == 0 && u.graphicsDriver != nil {
		u.side = 1
		for most := u.graphicsDriver.MaxImageSize(); 2*u.side <= most; {
			u.side *= 2
		}
	}
	return float64(u.side)
}

// observed hears from the browser how large the canvas is.
func (u *UserInterface) observed(entries js.Value) {
	box := entries.Index(entries.Length() - 1).Get("devicePixelContentBoxSize")
	if box.Truthy() {
		u.deviceWidth, u.deviceHeight = box.Index(0).Get("inlineSize").Float(), box.Index(0).Get("blockSize").Float()
	}
	u.onResize()
}

var theMonitor = &Monitor{}
`,
			why: "a pixel of the buffer is a pixel of the screen, also at ratios that are no whole numbers",
		},
		{
			file: "internal/ui/ui_js.go",
			fn:   "UserInterface.updateScreenSize",
			new: `	if !document.Truthy() {
		return
	}
	width, height, _ := u.bufferSize()
	if w := int(width); canvas.Get("width").Int() != w {
		canvas.Set("width", w)
	}
	if h := int(height); canvas.Get("height").Int() != h {
		canvas.Set("height", h)
	}`,
			why: "setting a size empties the canvas, so it is set only where it changes",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `	if document.Truthy() {
		body := document.Get("body")
		bw := body.Get("clientWidth").Float()
		bh := body.Get("clientHeight").Float()
		return bw, bh
	}

`,
			new: `	if document.Truthy() {
		width, height, ratio := u.bufferSize()
		return width / ratio, height / ratio
	}

`,
			why: "the canvas is measured itself: it reaches below the body where a browser's bar may go",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `	// TODO: If DeviceScaleFactor changes, call updateScreenSize.
	// Now there is not a good way to detect the change.
	// See also https://crbug.com/123694.

`,
			new: "\tu.updateScreenSize()\n\n",
			why: "the pixel ratio may have changed without a resize",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `		observer := resizeObserver.New(js.FuncOf(func(this js.Value, args []js.Value) any {
			u.onResize()
			return nil
		}))
		observer.Call("observe", v)
`,
			new: `		observer := resizeObserver.New(js.FuncOf(func(this js.Value, args []js.Value) any {
			u.observed(args[0])
			return nil
		}))
		options := map[string]any{}
		entry := js.Global().Get("ResizeObserverEntry")
		if entry.Truthy() && js.Global().Get("Reflect").Call("has", entry.Get("prototype"), "devicePixelContentBoxSize").Bool() {
			options["box"] = "device-pixel-content-box"
		}
		observer.Call("observe", v, options)
`,
			why: "device pixels are observed where the browser can: a zoom or another screen is then told of as well",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\thiDPIEnabled        bool\n",
			new:  "\thiDPIEnabled        bool\n\tdeviceWidth         float64\n\tdeviceHeight        float64\n\tside                int\n",
			why:  "see observed and mostSide",
		},
		{
			file: "internal/graphicsdriver/opengl/graphics.go",
			fn:   "Graphics.NeedsClearingScreen",
			new:  "return false",
			why:  "the picture covers the whole canvas, which the browser has emptied: without a GPU, clearing costs as much as a sheet of the picture",
		},
	}
}
