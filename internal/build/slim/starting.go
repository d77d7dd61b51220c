package slim

// starting is what the first frame need not wait for.
func starting() []patch {
	const (
		shader   = "internal/graphicsdriver/opengl/shader.go"
		graphics = "internal/graphicsdriver/opengl/graphics.go"
		page     = "internal/ui/ui_js.go"

		linking = "the browser compiles the shaders of the first picture while the player draws that, and is waited for once: each of them would wait for what was drawn before it"
		sized   = "another size takes the buffer of a canvas that draws already, and waits for the graphics"
	)
	return []patch{
		{
			file: shader,
			fn:   "Shader.compile",
			new:  "p, err := s.graphics.linked(s.ir)\n\ts.p = p\n\treturn err",
			why:  linking,
		},
		{
			file: shader,
			old:  "type Shader struct {\n",
			new: `// linking is a program that the browser links, or has linked.
type linking struct {
	ir     *shaderir.Program
	p      program
	vs, fs shader
}

// link has the browser compile a shader; it does not wait.
func (g *Graphics) link(ir *shaderir.Program) error {
	vs, err := g.context.newShader(gl.VERTEX_SHADER, ir.Vertex)
	if err != nil {
		return err
	}
	fs, err := g.context.newShader(gl.FRAGMENT_SHADER, ir.Fragment)
	if err != nil {
		return err
	}
	p, err := g.context.newProgram([]shader{vs, fs}, theArrayBufferLayout.names())
	if err != nil {
		return err
	}
	g.linking = append(g.linking, linking{ir, p, vs, fs})
	return nil
}

// linked is a shader's program. It waits for all that are being linked.
func (g *Graphics) linked(ir *shaderir.Program) (program, error) {
	begun := func(l linking) bool { return l.ir == ir }
	if !slices.ContainsFunc(g.linking, begun) {
		if err := g.link(ir); err != nil {
			return 0, err
		}
	}
	ctx := g.context.ctx
	for i := range g.linking {
		l := &g.linking[i]
		if l.vs == 0 {
			continue
		}
		if ctx.GetProgrami(uint32(l.p), gl.LINK_STATUS) == gl.FALSE {
			return 0, errors.New("opengl: program error: " + ctx.GetProgramInfoLog(uint32(l.p)) +
				"\nvertex shader error: " + ctx.GetShaderInfoLog(uint32(l.vs)) + "\nvertex shader source: " + l.ir.Vertex +
				"\nfragment shader error: " + ctx.GetShaderInfoLog(uint32(l.fs)) + "\nfragment shader source: " + l.ir.Fragment)
		}
		ctx.DeleteShader(uint32(l.vs))
		ctx.DeleteShader(uint32(l.fs))
		l.vs = 0
	}
	i := slices.IndexFunc(g.linking, begun)
	p := g.linking[i].p
	g.linking = slices.Delete(g.linking, i, i+1)
	return p, nil
}

type Shader struct {
`,
			why: linking,
		},
		{
			file: shader,
			old:  "import (\n\t\"fmt\"\n",
			new:  "import (\n\t\"errors\"\n\t\"fmt\"\n\t\"slices\"\n",
			why:  linking,
		},
		{
			file: graphics,
			old:  "\tif err := g.state.reset(&g.context); err != nil {\n\t\treturn err\n\t}\n",
			new:  "\tif err := g.state.reset(&g.context); err != nil {\n\t\treturn err\n\t}\n\tfor _, ir := range legacyshader.First() {\n\t\tif err := g.link(ir); err != nil {\n\t\t\treturn err\n\t\t}\n\t}\n",
			why:  linking,
		},
		{
			file: graphics,
			old:  "\tshaders      map[graphicsdriver.ShaderID]*Shader\n",
			new:  "\tshaders      map[graphicsdriver.ShaderID]*Shader\n\tlinking      []linking // of shaders that are not made yet\n",
			why:  linking,
		},
		{
			file: graphics,
			old:  "\t\"github.com/hajimehoshi/ebiten/v2/internal/shaderir\"\n",
			new:  "\t\"github.com/hajimehoshi/ebiten/v2/internal/legacyshader\"\n\t\"github.com/hajimehoshi/ebiten/v2/internal/shaderir\"\n",
			why:  linking,
		},
		{
			file: page,
			old:  "\tu.hiDPIEnabled = !options.DisableHiDPI\n",
			new:  "\tu.hiDPIEnabled = !options.DisableHiDPI\n\tu.updateScreenSize()\n",
			why:  sized,
		},
	}
}
