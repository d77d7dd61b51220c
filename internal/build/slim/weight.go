package slim

// weight is what a page's player need not carry.
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
			file: "internal/ui/ui_js.go",
			fn:   "UserInterface.appendDroppedFiles",
			why:  "drops the file system of dropped files",
		},
		{
			file: "internal/graphicsdriver/opengl/context.go",
			old: `func (c *context) glslVersion() glsl.GLSLVersion {
	if c.ctx.IsES() {
		return glsl.GLSLVersionES300
	}
	return glsl.GLSLVersionDefault
}

`,
			why: "drops the compiler: a page has WebGL and no other dialect",
		},
		{
			file: "internal/ui/shader.go",
			fn:   "Shader.AppendUniforms",
			new: `	for i, name := range s.uniformNames {
		n := s.uniformTypes[i].DwordCount()
		from := len(dst)
		switch v := uniforms[name].(type) {
		case float32:
			dst = append(dst, math.Float32bits(v))
		case int:
			dst = append(dst, uint32(v))
		case []float32:
			for _, x := range v {
				dst = append(dst, math.Float32bits(x))
			}
		case nil:
			for range n {
				dst = append(dst, 0)
			}
		}
		if len(dst)-from != n {
			panic("ui: the uniform " + name + " takes one int or float32, or a []float32 of its length")
		}
	}
	return dst`,
			why: "drops reflect",
		},
		{
			file: "internal/atlas/shader.go",
			fn:   "init",
			new: `	compile := func(src []byte) *shaderir.Program {
		ir, _, err := legacyshader.CompileShader(src)
		if err != nil {
			panic(err)
		}
		return ir
	}
	NearestFilterShader = NewShader(compile(builtinshader.ShaderSource(builtinshader.FilterNearest, builtinshader.AddressUnsafe)), "nearest")
	LinearFilterShader = NewShader(compile(builtinshader.ShaderSource(builtinshader.FilterLinear, builtinshader.AddressUnsafe)), "linear")
	clearShader = NewShader(compile([]byte(builtinshader.ClearShaderSource)), "clear")`,
			why: "drops errgroup, and with it fmt: to find a frozen shader takes no goroutine",
		},
		{
			file: "internal/ui/ui_other.go",
			fn:   "UserInterface.Run",
			new:  "return u.runSingleThread(game, options)",
			why:  "a page has one thread",
		},
		{
			file: "internal/ui/ui_other.go",
			fn:   "UserInterface.runMultiThread",
			new:  "return nil",
			why:  "drops errgroup, and with it fmt; a page has one thread",
		},
		{
			file: "internal/graphicsdriver/opengl/graphics.go",
			old: `	if isDebug {
		g.context.ctx = &gl.DebugContext{Context: ctx}
	} else {
		g.context.ctx = ctx
	}
`,
			new: "\tg.context.ctx = ctx\n",
			why: "drops a context that prints each call",
		},
		{
			file: "internal/ui/context.go",
			old:  "\tlastSwapBufferTime time.Time\n",
			why:  "drops what writes dates, which a time within an interface brings",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\tlastCaptureExitTime time.Time\n",
			why:  "drops what writes dates, which a time within an interface brings",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\t\tu.lastCaptureExitTime = time.Now()\n",
			why:  "see lastCaptureExitTime; the player captures no mouse",
		},
		{
			file: "internal/ui/ui_js.go",
			fn:   "UserInterface.canCaptureCursor",
			new:  "return false",
			why:  "see lastCaptureExitTime; the player captures no mouse",
		},
		{
			file: "internal/ui/input.go",
			old:  "\tDroppedFiles      fs.FS\n",
			new:  "\tDroppedFiles      any\n",
			why:  "drops what writes dates, which files tell of themselves",
		},
		{
			file: "internal/inputstate/inputstate.go",
			fn:   "inputState.DroppedFiles",
			new:  "return nil",
			why:  "see DroppedFiles; the player takes no files",
		},
		{
			file: "internal/ui/input_js.go",
			fn:   "jsCodeToID",
			new:  "return -1",
			why:  "see updateInputFromEvent",
		},
		{
			file: "internal/ui/input_js.go",
			fn:   "eventToKeys",
			new:  "return -1, -1",
			why:  "see updateInputFromEvent",
		},
		{
			file: "internal/ui/input_js.go",
			fn:   "UserInterface.KeyName",
			new:  `return ""`,
			why:  "see updateInputFromEvent",
		},
		{
			file: "internal/ui/input_js.go",
			fn:   "UserInterface.updateInputFromEvent",
			new:  "return nil",
			why:  "drops keys and pointers: the page has them, and its canvas is inert",
		},
		{
			file: "internal/ui/input_js.go",
			fn:   "UserInterface.updateInputStateForFrame",
			new:  "return nil",
			why:  "see updateInputFromEvent",
		},
		{
			file:     "internal/ui/input_js.go",
			variable: "uiKeyToJSKey",
			why:      "see updateInputFromEvent; each entry called into the browser when the player started",
		},
		{
			file:     "internal/ui/keys_js.go",
			variable: "uiKeyToJSCode",
			why:      "see updateInputFromEvent; each entry called into the browser when the player started",
		},
	}
}
