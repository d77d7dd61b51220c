package slim

// Module is the import path of the module that is patched.
const Module = "github.com/hajimehoshi/ebiten/v2"

// Version is the version of [Module] that the patches were written for.
const Version = "v2.10.4"

// A patch changes one file of the module. It has either
//   - fn: the body of that function or method becomes new, or
//   - old: that text, found exactly once, becomes new.
//
// Imports that a patched file no longer needs are dropped by themselves.
type patch struct {
	file     string
	fn       string // "Name" or "Receiver.Name"
	old, new string
	why      string
}

// patches are in the order of what they save, the behaviour last.
func patches() []patch { return append(weight(), screen()...) }

// weight is what a page's player need not carry, nor do.
func weight() []patch {
	return []patch{
		{
			file: "internal/ui/ui_other.go",
			old:  "\tvmguest.MarkGuest(false)\n",
			why:  "drops the virtual-machine protocol, and with it encoding/gob and net; a page is never a guest",
		},
		{
			file: "internal/debug/caller.go",
			fn:   "FirstCaller",
			new:  `return "", 0, CallerTypeNone`,
			why:  "drops go/build; callers are only shown in debug builds",
		},
		{
			file: "internal/thread/thread.go",
			fn:   "logDiscardedCall",
			why:  "drops log/slog and with it encoding/json; the page has no debug log",
		},
		{
			file: "internal/atlas/gpuresources.go",
			fn:   "gpuResourcesState.requestToSaveGPUResources",
			new:  "return false",
			why:  "drops log/slog; saving GPU resources exists for Android only",
		},
		{
			file: "internal/atlas/gpuresources.go",
			fn:   "gpuResourcesState.finishSavingGPUResources",
			new:  "return false",
			why:  "drops log/slog; saving GPU resources exists for Android only",
		},
		{
			file: "internal/atlas/gpuresources.go",
			fn:   "gpuResourcesState.requestToRestoreGPUResources",
			new:  "return false",
			why:  "drops log/slog; restoring GPU resources exists for Android only",
		},
		{
			file: "internal/atlas/gpuresources.go",
			fn:   "gpuResourcesState.startRestoringGPUResourcesIfNeeded",
			new:  "return false",
			why:  "drops log/slog; restoring GPU resources exists for Android only",
		},
		{
			file: "internal/graphicscommand/image_js.go",
			fn:   "DumpImages",
			new:  `return "", nil`,
			why:  "drops archive/zip; dumping textures is a debugging aid",
		},
		{
			file: "internal/graphicscommand/image.go",
			fn:   "Image.dumpTo",
			new:  "return nil",
			why:  "drops the PNG codec; pictures are exported by the CPU backend",
		},
		{
			file: "imagedumper.go",
			fn:   "imageDumper.update",
			new:  "return i.err",
			why:  "drops screenshots on a key, read from an environment that a page does not have",
		},
		{
			file: "imagedumper.go",
			fn:   "imageDumper.dump",
			new:  "return nil",
			why:  "drops screenshots on a key",
		},
		{
			file: "internal/legacyshader/convert.go",
			fn:   "convertToPixels",
			new:  `return nil, fmt.Errorf("legacyshader: a shader must start with //kage:unit pixels")`,
			why:  "drops go/printer; our shaders are written in pixels",
		},
		{
			file: "internal/shader/expr.go",
			old:  "var textureVariableRe = regexp.MustCompile(`\\A__t(\\d+)\\z`)\n",
			new: `// textureVariable returns the index of the texture variable "__t<index>".
func textureVariable(name string) (int, bool) {
	digits, ok := strings.CutPrefix(name, "__t")
	if !ok || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	i, err := strconv.Atoi(digits)
	return i, err == nil
}
`,
			why: "drops regexp",
		},
		{
			file: "internal/shader/expr.go",
			old: `		if m := textureVariableRe.FindStringSubmatch(e.Name); m != nil {
			i, _ := strconv.Atoi(m[1])
`,
			new: "\t\tif i, ok := textureVariable(e.Name); ok {\n",
			why: "drops regexp",
		},
		{
			file: "internal/graphics/shader.go",
			old:  "var reUnit = regexp.MustCompile(`^[ \\t\\r\\n]*//kage:unit\\s+([^ \\t\\r\\n]+)[ \\t\\r\\n]*$`)\n",
			new: `// unitDirective returns the value of a "//kage:unit <value>" line.
func unitDirective(line []byte) (string, bool) {
	words := bytes.Fields(line)
	if len(words) != 2 || string(words[0]) != "//kage:unit" {
		return "", false
	}
	return string(words[1]), true
}
`,
			why: "drops regexp",
		},
		{
			file: "internal/graphics/shader.go",
			old: `		m := reUnit.FindSubmatch(line)
		if m == nil {
			continue
		}
`,
			new: `		unit, ok := unitDirective(line)
		if !ok {
			continue
		}
`,
			why: "drops regexp",
		},
		{
			file: "internal/graphics/shader.go",
			old:  "\t\tvalue = string(m[1])\n",
			new:  "\t\tvalue = unit\n",
			why:  "drops regexp",
		},
		{
			file: "internal/shaderir/glsl/glsl.go",
			old:  "\tnls := regexp.MustCompile(`\\n\\n+`)\n\tvs = nls.ReplaceAllString(vs, \"\\n\\n\")\n\tfs = nls.ReplaceAllString(fs, \"\\n\\n\")\n",
			why:  "drops regexp; empty lines mean nothing to a GLSL compiler",
		},
		{
			file: "internal/ui/ui_js.go",
			fn:   "UserInterface.appendDroppedFiles",
			why:  "drops the file system of dropped files",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `	if err := gamepad.Update(0, nil); err != nil {
		return err
	}

`,
			why: "asks the browser for gamepads no longer on each frame; drops their mapping tables",
		},
		{
			file: "internal/graphicsdriver/opengl/graphics_js.go",
			old:  "\tattr.Set(\"stencil\", true)\n",
			new:  "\tattr.Set(\"stencil\", true)\n\tattr.Set(\"antialias\", false)\n\tattr.Set(\"depth\", false)\n",
			why:  "the screen receives one quad: samples and depth cost memory and a fifth of the frame rate",
		},
		{
			file: "internal/graphicsdriver/opengl/gl/default_js.go",
			fn:   "defaultContext.Finish",
			why:  "WebGL keeps uploads and draws in their order: a frame that makes a mask need not wait for the one before",
		},
		{
			file: "internal/graphicsdriver/opengl/gl/default_js.go",
			fn:   "defaultContext.Flush",
			why:  "the browser submits a frame when its callback ends; a call in between takes half a millisecond",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\trenderingScheduled  bool\n",
			new:  "\trenderingScheduled  bool\n\tnextFrame           js.Func\n\tparked              bool\n",
			why:  "see park",
		},
		{
			file: "internal/ui/ui_js.go",
			fn:   "UserInterface.SetFPSMode",
			new:  "u.fpsMode = mode\n\tu.unpark()",
			why:  "see park",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `func (u *UserInterface) ScheduleFrame() {
	u.renderingScheduled = true
}
`,
			new: `func (u *UserInterface) ScheduleFrame() {
	u.renderingScheduled = true
	u.unpark()
}

// unpark resumes a loop that stopped asking for frames.
func (u *UserInterface) unpark() {
	if u.parked {
		u.parked = false
		requestAnimationFrame.Invoke(u.nextFrame)
	}
}
`,
			why: "see park",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `		case FPSModeVsyncOffMinimum:
			requestAnimationFrame.Invoke(cf)
`,
			new: `		case FPSModeVsyncOffMinimum:
			if u.needsUpdate() {
				requestAnimationFrame.Invoke(cf)
			} else {
				u.parked = true
			}
`,
			why: "park: a still picture asks for no animation frame until ScheduleFrame, and a phone sleeps",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\t// Call f asyncly since ch is used in f.\n",
			new:  "\tu.nextFrame = cf\n\n\t// Call f asyncly since ch is used in f.\n",
			why:  "see park",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `		if err := u.updateImpl(true); err != nil {
			u.setError(err)
			return
		}
`,
			new: `		if err := u.updateImpl(true); err != nil {
			u.setError(err)
			u.ScheduleFrame()
			return
		}
`,
			why: "a parked loop wakes to report an error",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `		const interval = 100 * time.Millisecond
		t := time.NewTicker(interval)
		defer func() {
			t.Stop()

			// This is a dirty hack. (*time.Ticker).Stop() just marks the timer 'deleted' [1] and
			// something might run even after Stop. On Wasm, this causes an issue to execute Go program
			// even after finishing (#1027). Sleep for the interval time duration to ensure that
			// everything related to the timer is finished.
			//
			// [1] runtime.deltimer
			time.Sleep(interval)
		}()

		for {
			select {
			case <-t.C:
				if u.suspended() {
					if err := hook.SuspendAudio(); err != nil {
						errCh <- err
						return
					}
				} else {
					if err := hook.ResumeAudio(); err != nil {
						errCh <- err
						return
					}
				}
			case <-reqStopAudioCh:
				return
			}
		}
`,
			new: "\t\t<-reqStopAudioCh\n",
			why: "there is no audio to suspend: ten timers a second less",
		},
		{
			file: "internal/graphicsdriver/opengl/gl/default_js.go",
			fn:   "defaultContext.DeleteBuffer",
			new:  "c.fnDeleteBuffer.Invoke(c.buffers.get(buffer))\n\tc.buffers.delete(buffer)",
			why:  "asking whether it is a buffer waits for all that the GPU has to do; after a loss the page is loaded anew",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\tcanvas.Call(\"setAttribute\", \"tabindex\", 1)\n",
			new:  "\tcanvas.Call(\"setAttribute\", \"tabindex\", -1)\n\tcanvas.Call(\"setAttribute\", \"aria-hidden\", \"true\")\n",
			why:  "keys and assistive technology belong to the article above the canvas; Tab must not stop here",
		},
	}
}

// templateFiles hold shaders as text templates. text/template is heavy, and its
// use of reflection keeps the linker from dropping unused methods, so the
// shaders are written out ahead.
func templateFiles() []string {
	return []string{
		"internal/builtinshader/shader.go",
		"internal/colormshader/shader.go",
	}
}

// omitted are folders of the module that a player cannot import.
func omitted() []string {
	return []string{"examples", "misc", "skills", "cmd", "mobile", "playstation5", "exp"}
}
