package slim

// repeating is what the graphics know already: each call to them leaves the program
// for the browser, and a picture of twenty draw calls made some four hundred.
func repeating() []patch {
	const (
		program  = "internal/graphicsdriver/opengl/program.go"
		context  = "internal/graphicsdriver/opengl/context.go"
		graphics = "internal/graphicsdriver/opengl/graphics.go"

		uniforms = "a program keeps its uniforms while others are used, and from frame to frame: what it has is not told again"
		textures = "a unit keeps its texture: what is bound is not bound again"
		scissors = "the scissors stay: where they are is not told again"
	)
	return []patch{
		{
			file: program,
			old:  "\tlastUniforms      map[string][]uint32\n\tlastActiveTexture int\n}\n",
			new: `	told              map[program]*told
}

// told is what a program has been told: its uniforms, and of each of its textures the
// unit, counted from 1.
type told struct {
	uniforms [][]uint32
	units    [graphics.ShaderSrcImageCount]int
}

func (s *openGLState) toldOf(p program, uniforms int) *told {
	t := s.told[p]
	if t == nil {
		t = &told{uniforms: make([][]uint32, uniforms)}
		if s.told == nil {
			s.told = map[program]*told{}
		}
		s.told[p] = t
	}
	return t
}
`,
			why: uniforms,
		},
		{
			file: program,
			old:  "\tcontext.ctx.UseProgram(0)\n\tclear(s.lastUniforms)\n",
			new:  "\tcontext.ctx.UseProgram(0)\n\tclear(s.told)\n",
			why:  uniforms,
		},
		{file: program, fn: "openGLState.resetLastUniforms", why: uniforms},
		{
			file: program,
			old:  "\tg.context.deleteProgram(p)\n",
			new:  "\tdelete(g.state.told, p)\n\tg.context.deleteProgram(p)\n",
			why:  uniforms,
		},
		{
			file: program,
			old: `		clear(g.state.lastUniforms)
		g.state.lastActiveTexture = 0
		g.context.ctx.ActiveTexture(gl.TEXTURE0)
		g.context.lastTexture = 0 // Make sure next bindTexture call actually does something.
	}

	for _, u := range uniforms {
`,
			new: `	}

	told := g.state.toldOf(program, len(uniforms))
	for i, u := range uniforms {
`,
			why: uniforms,
		},
		{
			file: program,
			old: `		cached, ok := g.state.lastUniforms[u.name]
		if ok && areSameUint32Array(cached, u.value) {
			continue
		}
		g.context.uniforms(program, u.name, u.value, u.typ)
		if g.state.lastUniforms == nil {
			g.state.lastUniforms = map[string][]uint32{}
		}
		g.state.lastUniforms[u.name] = u.value
`,
			new: `		if areSameUint32Array(told.uniforms[i], u.value) {
			continue
		}
		g.context.uniforms(program, u.name, u.value, u.typ)
		told.uniforms[i] = append(told.uniforms[i][:0], u.value...)
`,
			why: uniforms,
		},
		{
			file: program,
			old:  "\t\t\t\tg.context.uniformInt(program, g.textureVariableName(i), at.index)\n",
			new:  "\t\t\t\tg.unit(told, program, i, at.index)\n",
			why:  uniforms,
		},
		{
			file: program,
			old: `		g.context.uniformInt(program, g.textureVariableName(i), idx)
		if g.state.lastActiveTexture != idx {
			g.context.ctx.ActiveTexture(uint32(gl.TEXTURE0 + idx))
			g.state.lastActiveTexture = idx
			g.context.lastTexture = 0 // Make sure next bindTexture call actually does something.
		}

		// Apparently, a texture must be bound every time. The cache is not used here.
		g.context.bindTexture(t.native)
`,
			new: `		g.unit(told, program, i, idx)
		g.context.bindTextureTo(idx, t.native)
`,
			why: textures,
		},
		{
			file: program,
			old:  "func uint32sToFloat32s(",
			new: `// unit tells a program which unit one of its textures is on.
func (g *Graphics) unit(told *told, p program, texture, unit int) {
	if told.units[texture] != unit+1 {
		told.units[texture] = unit + 1
		g.context.uniformInt(p, g.textureVariableName(texture), unit)
	}
}

func uint32sToFloat32s(`,
			why: uniforms,
		},
		{
			file: context,
			old:  "\tlastTexture                     textureNative\n",
			new:  "\tbound                           [graphics.ShaderSrcImageCount]textureNative // to each unit\n\tunit                            int           // that is active\n\tscissors                        [4]int32\n",
			why:  textures,
		},
		{
			file: context,
			old: `	if c.lastTexture == t {
		return
	}
	c.ctx.BindTexture(gl.TEXTURE_2D, uint32(t))
	c.lastTexture = t
}
`,
			new: `	if c.bound[c.unit] == t {
		return
	}
	c.ctx.BindTexture(gl.TEXTURE_2D, uint32(t))
	c.bound[c.unit] = t
}

// bindTextureTo binds a texture to a unit, where it is not bound to it.
func (c *context) bindTextureTo(unit int, t textureNative) {
	if c.bound[unit] == t {
		return
	}
	if c.unit != unit {
		c.ctx.ActiveTexture(uint32(gl.TEXTURE0 + unit))
		c.unit = unit
	}
	c.bindTexture(t)
}

// scissor lets draw calls paint inside of a rectangle alone.
func (c *context) scissor(x, y, width, height int32) {
	if s := [4]int32{x, y, width, height}; s != c.scissors {
		c.scissors = s
		c.ctx.Scissor(x, y, width, height)
	}
}
`,
			why: textures,
		},
		{
			file: context,
			old:  "\tc.lastTexture = 0\n\tc.lastFramebuffer = invalidFramebuffer\n",
			new:  "\tclear(c.bound[:])\n\tc.unit, c.scissors = 0, [4]int32{}\n\tc.ctx.ActiveTexture(gl.TEXTURE0)\n\tc.lastFramebuffer = invalidFramebuffer\n",
			why:  textures,
		},
		{
			file: context,
			old:  "\tif c.lastTexture == t {\n\t\tc.lastTexture = 0\n\t}\n",
			new:  "\tfor i := range c.bound {\n\t\tif c.bound[i] == t {\n\t\t\tc.bound[i] = 0\n\t\t}\n\t}\n",
			why:  textures,
		},
		{
			file: context,
			old:  "\t\"github.com/hajimehoshi/ebiten/v2/internal/graphicsdriver\"\n",
			new:  "\t\"github.com/hajimehoshi/ebiten/v2/internal/graphics\"\n\t\"github.com/hajimehoshi/ebiten/v2/internal/graphicsdriver\"\n",
			why:  textures,
		},
		{
			file: graphics,
			old: `		g.context.ctx.Scissor(
			int32(dstRegion.Region.Min.X),
			int32(dstRegion.Region.Min.Y),
			int32(dstRegion.Region.Dx()),
			int32(dstRegion.Region.Dy()),
		)
`,
			new: `		g.context.scissor(
			int32(dstRegion.Region.Min.X),
			int32(dstRegion.Region.Min.Y),
			int32(dstRegion.Region.Dx()),
			int32(dstRegion.Region.Dy()),
		)
`,
			why: scissors,
		},
	}
}
