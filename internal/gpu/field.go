package gpu

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// crowd is what fields are drawn with.
type crowd struct {
	shaders  [2][2]*ebiten.Shader // by symbol, and whether marks stay within their cells
	widest   float64              // the square of how many cells a pixel covers at most in the mesh in work
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
		*s, _ = ebiten.NewShader(fieldSource(symbol, alone))
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
	c.vertices, c.indices, c.widest = c.vertices[:0], c.indices[:0], 0
	n := len(m.U)
	for j := 0; j+1 < len(m.V); j++ {
		for i := 0; i+1 < n; i++ {
			if m.U[i+1] > m.U[i] && m.V[j+1] > m.V[j] {
				r.meshQuad(m, i, j, to)
			}
		}
	}
	if len(c.indices) == 0 {
		return
	}
	radius := f.Radius * to.Scale()
	// Half a pixel more, for the soft edge.
	shader := c.shader(f.Symbol, f.Jitter/2+math.Abs(f.Sway)+(radius+0.5)*math.Sqrt(c.widest) <= 0.5)
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

// meshQuad adds the two triangles of a quad. Each has vertices of its own, since
// the stretch of the lattice is constant within a triangle and leaps between two.
func (r *Renderer) meshQuad(m *draw.Mesh, i, j int, to geom.Affine) {
	n := len(m.U)
	at := [4]int{j*n + i, j*n + i + 1, (j+1)*n + i + 1, (j+1)*n + i}
	var p [4]geom.Pt
	level := [4]float32{1, 1, 1, 1}
	any := len(m.Level) == 0
	// A quad whose corners all lie beyond one side of the clip shows nothing.
	beyond := uint8(0xF)
	for k, v := range at {
		p[k] = to.At(m.P[v])
		beyond &= r.clip.beyond(float32(p[k].X), float32(p[k].Y))
		if len(m.Level) > v {
			level[k] = m.Level[v]
			any = any || level[k] > 0
		}
	}
	if !any || beyond != 0 {
		return
	}
	u := [4]float64{m.U[i], m.U[i+1], m.U[i+1], m.U[i]}
	v := [4]float64{m.V[j], m.V[j], m.V[j+1], m.V[j+1]}
	du, dv := 1/(m.U[i+1]-m.U[i]), 1/(m.V[j+1]-m.V[j])
	r.meshTriangle(&p, &u, &v, &level, [3]int{0, 1, 2}, p[1].Sub(p[0]).Mul(du), p[2].Sub(p[1]).Mul(dv))
	r.meshTriangle(&p, &u, &v, &level, [3]int{0, 2, 3}, p[2].Sub(p[3]).Mul(du), p[3].Sub(p[0]).Mul(dv))
}

func (r *Renderer) meshTriangle(p *[4]geom.Pt, u, v *[4]float64, level *[4]float32, corners [3]int, across, down geom.Pt) {
	c := &r.crowd
	if area := across.Cross(down); area != 0 {
		// A disc of one pixel is this wide in cells, at most; here its square.
		long := across.Dot(across)
		if l := down.Dot(down); l > long {
			long = l
		}
		if w := long / (area * area); w > c.widest {
			c.widest = w
		}
	}
	n := uint32(len(c.vertices))
	c.vertices = append(c.vertices, ebiten.Vertex{}, ebiten.Vertex{}, ebiten.Vertex{})
	ax, ay, dx, dy := float32(across.X), float32(across.Y), float32(down.X), float32(down.Y)
	for i, k := range corners {
		q := &c.vertices[n+uint32(i)]
		q.DstX, q.DstY = float32(p[k].X)+r.offX, float32(p[k].Y)+r.offY
		q.ColorR, q.ColorG, q.ColorB = float32(u[k]), float32(v[k]), level[k]
		q.Custom0, q.Custom1, q.Custom2, q.Custom3 = ax, ay, dx, dy
	}
	c.indices = append(c.indices, n, n+1, n+2)
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
