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
			file: "internal/graphicsdriver/opengl/shader.go",
			old: `	version := s.graphics.context.glslVersion()

	var vssrc, fssrc string
	if vs, fs, ok := shaderprecomp.GLSL(s.ir.SourceID, version == glsl.GLSLVersionES300); ok {
		vssrc, fssrc = string(vs), string(fs)
	} else {
		vssrc, fssrc = glsl.Compile(s.ir, version)
	}
`,
			new: "\tvssrc, fssrc := s.ir.Vertex, s.ir.Fragment\n",
			why: "drops the compiler: the shaders are frozen",
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
	}
}
