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
	shaders  []*ebiten.Shader // by symbol
	bounds   [kage.Window - 1]float32
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
	c.shaders = make([]*ebiten.Shader, draw.Symbols())
	c.size, c.look, c.clip, c.lift = make([]float32, 4), make([]float32, 4), make([]float32, 4), make([]float32, 2)
	c.inks = make([]float32, 16)
	// The map holds the slices for good: refilling them allocates nothing.
	c.options.Uniforms = map[string]any{"Size": c.size, "Look": c.look, "Clip": c.clip, "Lift": c.lift, "Inks": c.inks}
}

// shader is the one for a symbol. It is nil where the source does not compile,
// which a test rules out.
func (c *crowd) shader(symbol draw.Symbol) *ebiten.Shader {
	if int(symbol) >= len(c.shaders) {
		symbol = draw.Disc
	}
	s := &c.shaders[symbol]
	if *s == nil {
		*s, _ = ebiten.NewShader([]byte(kage.Field(symbol)))
	}
	return *s
}

func (c *crowd) deallocate() {
	c.lose()
	for _, s := range c.shaders {
		if s != nil {
			s.Deallocate()
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
	radius := f.Radius * to.Scale()
	c.reach(f, radius)
	r.meshVertices(m, to)
	c.indices = c.indices[:0]
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
	shader := c.shader(f.Symbol)
	if shader == nil {
		return
	}
	r.flush()
	if c.noise == nil {
		c.noise = ebiten.NewImageWithOptions(image.Rect(0, 0, kage.NoiseSide, kage.NoiseSide), &ebiten.NewImageOptions{Unmanaged: true})
		c.noise.WritePixels(noise())
	}
	c.options.Images[0] = c.noise
	r.uniforms(f, radius, alpha)
	r.dst.DrawTrianglesShader32(c.vertices, c.indices, shader, &c.options)
	r.stats.Calls++
	r.stats.Vertices += len(c.vertices)
	r.lifted(f, to, alpha)
}

// noise is draw's tile of chance, going on from its beginning.
func noise() []byte {
	const side, whole = draw.NoiseSide, kage.NoiseSide
	pix := make([]byte, 0, whole*whole*4)
	for y := range whole {
		row := draw.Noise()[y%side*side*4:][:side*4]
		pix = append(pix, row...)
		pix = append(pix, row[:(whole-side)*4]...)
	}
	return pix
}

// reach sets the bounds of windows: a pixel must look into more than n cells
// across where a disc of one pixel is wider than √bounds[n-1] cells.
func (c *crowd) reach(f *draw.Field, radius float64) {
	wander := f.Jitter/2 + math.Abs(f.Sway)
	size := radius*f.Symbol.Extent() + 0.5 // half a pixel more, for the soft edge
	for n := range c.bounds {
		left := float64(n+1)/2 - wander
		if left < 0 {
			c.bounds[n] = -1
			continue
		}
		c.bounds[n] = float32(left / size * left / size)
	}
}

func (r *Renderer) uniforms(f *draw.Field, radius, alpha float64) {
	c := &r.crowd
	row := (f.Count - 1) / f.Cols
	c.size[0], c.size[1], c.size[2], c.size[3] = float32(f.Cols-1), float32(row), float32(f.Count-row*f.Cols-1), float32(radius)
	_, phase := math.Modf(f.Phase)
	c.look[0], c.look[1], c.look[2], c.look[3] = float32(f.Jitter), float32(f.Sway), float32(phase), float32((f.Shown*256-0.51)/255)
	if f.Shown >= 1 {
		c.look[3] = 2
	}
	c.clip[0], c.clip[1], c.clip[2], c.clip[3] = r.clip.x0, r.clip.y0, r.clip.x1, r.clip.y1
	c.lift[0], c.lift[1] = -9, -9
	if k := f.Lifted - 1; k >= 0 {
		c.lift[0], c.lift[1] = float32(k%f.Cols), float32(k/f.Cols)
	}
	var last ink
	for i, color := range f.Inks {
		k := solid(color, alpha)
		c.inks[4*i], c.inks[4*i+1], c.inks[4*i+2], c.inks[4*i+3] = k.r-last.r, k.g-last.g, k.b-last.b, k.a-last.a
		last = k
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
			q.Custom0, q.Custom1 = 1, 1
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
	x1, y1 := c.window((q.DstX-p.DstX)*du, (q.DstY-p.DstY)*du, (s.DstX-q.DstX)*dv, (s.DstY-q.DstY)*dv)
	x2, y2 := c.window((s.DstX-t.DstX)*du, (s.DstY-t.DstY)*du, (t.DstX-p.DstX)*dv, (t.DstY-p.DstY)*dv)
	// Corners are shared: between them lies no less than each of their quads needs.
	if x, y := max(x1, x2), max(y1, y2); x > 1 || y > 1 {
		for _, v := range [...]*ebiten.Vertex{p, q, s, t} {
			v.Custom0, v.Custom1 = max(v.Custom0, x), max(v.Custom1, y)
		}
	}
	a, b := uint32(k), uint32(k+n)
	c.indices = append(c.indices, a, a+1, b+1, a, b+1, b)
}

// window is how many cells across and down a pixel must look into, in a triangle
// in which a cell across is (ax, ay) in pixels, and a cell down (dx, dy).
func (c *crowd) window(ax, ay, dx, dy float32) (across, down float32) {
	area := ax*dy - ay*dx
	if area *= area; area == 0 {
		return 1, 1
	}
	wide, deep := dx*dx+dy*dy, ax*ax+ay*ay
	i, j := 0, 0
	for i < len(c.bounds) && wide > c.bounds[i]*area {
		i++
	}
	for j < len(c.bounds) && deep > c.bounds[j]*area {
		j++
	}
	return float32(i + 1), float32(j + 1)
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
	if f.Symbol.Round() {
		r.disc(to.At(d.At), d.R*to.Scale(), &k)
		return
	}
	c := &r.crowd
	c.path.Reset()
	f.Symbol.Path(&c.path, f.Pose(f.Lifted-1), to.At(d.At), d.R*to.Scale())
	r.shape(&draw.Mark{Path: &c.path}, geom.Identity(), &k)
}
