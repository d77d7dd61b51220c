package gpu

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/gpu/kage"
)

// crowd is what fields are drawn with.
type crowd struct {
	shaders  [2][2]*ebiten.Shader // by symbol, and whether marks stay within their cells
	widest   float32              // the square of how many cells a pixel covers at most in the mesh in work
	noise    *ebiten.Image
	vertices []ebiten.Vertex
	indices  []uint32
	options  ebiten.DrawTrianglesShaderOptions
	size     []float32
	look     []float32
	clip     []float32
	lift     []float32
	inks     []float32
	path     geom.Path
}

func (c *crowd) init() {
	c.size, c.look, c.clip, c.lift = make([]float32, 4), make([]float32, 4), make([]float32, 4), make([]float32, 2)
	c.inks = make([]float32, 16)
	// The map holds the slices for good: refilling them allocates nothing.
	c.options.Uniforms = map[string]any{"Size": c.size, "Look": c.look, "Clip": c.clip, "Lift": c.lift, "Inks": c.inks}
}

// shader is the one for a symbol; alone where no mark leaves its cell. It is nil
// where the source does not compile, which a test rules out.
func (c *crowd) shader(symbol draw.Symbol, alone bool) *ebiten.Shader {
	s := &c.shaders[symbol&1][0]
	if alone {
		s = &c.shaders[symbol&1][1]
	}
	if *s == nil {
		*s, _ = ebiten.NewShader([]byte(kage.Field(symbol, alone)))
	}
	return *s
}

func (c *crowd) deallocate() {
	c.lose()
	for _, pair := range c.shaders {
		for _, s := range pair {
			if s != nil {
				s.Deallocate()
			}
		}
	}
}

func (c *crowd) lose() {
	if c.noise != nil {
		c.noise.Deallocate()
		c.noise = nil
	}
}

// field paints a field in a draw call of its own: its mesh as triangles, whose
// shader finds the marks.
func (r *Renderer) field(f *draw.Field, to geom.Affine, alpha float64) {
	if f == nil || f.Count <= 0 || f.Cols <= 0 {
		return
	}
	m := &f.Mesh
	if len(m.U) < 2 || len(m.V) < 2 || len(m.P) < len(m.U)*len(m.V) {
		return
	}
	c := &r.crowd
	r.meshVertices(m, to)
	c.indices, c.widest = c.indices[:0], 0
	for j := 0; j+1 < len(m.V); j++ {
		if dv := m.V[j+1] - m.V[j]; dv > 0 {
			for i := 0; i+1 < len(m.U); i++ {
				if du := m.U[i+1] - m.U[i]; du > 0 {
					r.meshQuad(m, i, j, 1/float32(du), 1/float32(dv))
				}
			}
		}
	}
	if len(c.indices) == 0 {
		return
	}
	radius := f.Radius * to.Scale()
	// Half a pixel more, for the soft edge.
	shader := c.shader(f.Symbol, f.Jitter/2+math.Abs(f.Sway)+(radius+0.5)*math.Sqrt(float64(c.widest)) <= 0.5)
	if shader == nil {
		return
	}
	r.flush()
	if c.noise == nil {
		c.noise = ebiten.NewImageWithOptions(image.Rect(0, 0, draw.NoiseSide, draw.NoiseSide), &ebiten.NewImageOptions{Unmanaged: true})
		c.noise.WritePixels(draw.Noise())
	}
	c.options.Images[0] = c.noise
	r.uniforms(f, radius, alpha)
	r.dst.DrawTrianglesShader32(c.vertices, c.indices, shader, &c.options)
	r.stats.Calls++
	r.stats.Vertices += len(c.vertices)
	r.lifted(f, to, alpha)
}

func (r *Renderer) uniforms(f *draw.Field, radius, alpha float64) {
	c := &r.crowd
	last := (f.Count - 1) / f.Cols
	c.size[0], c.size[1], c.size[2], c.size[3] = float32(f.Cols), float32(last), float32(f.Count-last*f.Cols), float32(radius)
	_, phase := math.Modf(f.Phase)
	c.look[0], c.look[1], c.look[2], c.look[3] = float32(f.Jitter), float32(f.Sway), float32(phase), float32(f.Shown*256)
	if f.Shown >= 1 {
		c.look[3] = 512
	}
	c.clip[0], c.clip[1], c.clip[2], c.clip[3] = r.clip.x0, r.clip.y0, r.clip.x1, r.clip.y1
	c.lift[0], c.lift[1] = -9, -9
	if k := f.Lifted - 1; k >= 0 {
		c.lift[0], c.lift[1] = float32(k%f.Cols), float32(k/f.Cols)
	}
	for i, color := range f.Inks {
		k := solid(color, alpha)
		c.inks[4*i], c.inks[4*i+1], c.inks[4*i+2], c.inks[4*i+3] = k.r, k.g, k.b, k.a
	}
}

// meshVertices sets a vertex for each of the mesh's places.
func (r *Renderer) meshVertices(m *draw.Mesh, to geom.Affine) {
	c := &r.crowd
	n := len(m.U) * len(m.V)
	if cap(c.vertices) < n {
		c.vertices = make([]ebiten.Vertex, n)
	}
	c.vertices = c.vertices[:n]
	k := 0
	for _, v := range m.V {
		for _, u := range m.U {
			p := to.At(m.P[k])
			q := &c.vertices[k]
			q.DstX, q.DstY = float32(p.X)+r.offX, float32(p.Y)+r.offY
			q.ColorR, q.ColorG, q.ColorB = float32(u), float32(v), 1
			if k < len(m.Level) {
				q.ColorB = m.Level[k]
			}
			k++
		}
	}
}

// meshQuad adds the two triangles of a quad, unless nothing of it shows; du and
// dv are how many of its sides make a cell.
func (r *Renderer) meshQuad(m *draw.Mesh, i, j int, du, dv float32) {
	c := &r.crowd
	n := len(m.U)
	k := j*n + i
	p, q, s, t := &c.vertices[k], &c.vertices[k+1], &c.vertices[k+n+1], &c.vertices[k+n]
	if p.ColorB <= 0 && q.ColorB <= 0 && s.ColorB <= 0 && t.ColorB <= 0 {
		return
	}
	// A quad whose corners all lie beyond one side of the clip shows nothing.
	beyond := uint8(0xF)
	for _, v := range [...]*ebiten.Vertex{p, q, s, t} {
		beyond &= r.clip.beyond(v.DstX-r.offX, v.DstY-r.offY)
	}
	if beyond != 0 {
		return
	}
	c.widen((q.DstX-p.DstX)*du, (q.DstY-p.DstY)*du, (s.DstX-q.DstX)*dv, (s.DstY-q.DstY)*dv)
	c.widen((s.DstX-t.DstX)*du, (s.DstY-t.DstY)*du, (t.DstX-p.DstX)*dv, (t.DstY-p.DstY)*dv)
	a, b := uint32(k), uint32(k+n)
	c.indices = append(c.indices, a, a+1, b+1, a, b+1, b)
}

// widen takes in a triangle in which a cell across is (ax, ay) in pixels, and a
// cell down (dx, dy): a disc of one pixel is at most so many cells wide, squared.
func (c *crowd) widen(ax, ay, dx, dy float32) {
	area := ax*dy - ay*dx
	if area == 0 {
		return
	}
	if w := max(ax*ax+ay*ay, dx*dx+dy*dy) / (area * area); w > c.widest {
		c.widest = w
	}
}

// lifted paints the mark that is marked out, over all others.
func (r *Renderer) lifted(f *draw.Field, to geom.Affine, alpha float64) {
	if f.Lifted <= 0 || f.Lifted > f.Count {
		return
	}
	d, shown := f.At(f.Lifted - 1)
	if !shown {
		return
	}
	k := solid(d.Color, alpha)
	if f.Symbol != draw.Roof {
		r.disc(to.At(d.At), d.R*to.Scale(), &k)
		return
	}
	c := &r.crowd
	c.path.Reset()
	draw.RoofPath(&c.path, to.At(d.At), d.R*to.Scale())
	r.shape(&draw.Mark{Path: &c.path}, geom.Identity(), &k)
}
