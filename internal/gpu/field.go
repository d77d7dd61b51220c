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
	noise    *ebiten.Image
	vertices []ebiten.Vertex
	out      []uint8 // of each vertex, why it would not show, a bit each
	indices  []uint32
	options  ebiten.DrawTrianglesShaderOptions
	size     []float32
	look     []float32
	clip     []float32
	reach    []float32
	lift     []float32
	inks     []float32
	path     geom.Path
}

func (c *crowd) init() {
	c.shaders = make([]*ebiten.Shader, draw.Symbols())
	c.size, c.look, c.clip, c.lift = make([]float32, 4), make([]float32, 4), make([]float32, 4), make([]float32, 1)
	c.reach = make([]float32, 2)
	c.inks = make([]float32, 16)
	// The map holds the slices for good: refilling them allocates nothing.
	c.options.Uniforms = map[string]any{"Size": c.size, "Look": c.look, "Clip": c.clip, "Reach": c.reach, "Lift": c.lift, "Inks": c.inks}
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
	r.meshVertices(m, to)
	c.indices = c.indices[:0]
	for j := 0; j+1 < len(m.V); j++ {
		if m.V[j+1] <= m.V[j] {
			continue
		}
		for i := 0; i+1 < len(m.U); i++ {
			if m.U[i+1] > m.U[i] {
				c.quad(j*len(m.U)+i, len(m.U))
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

func (r *Renderer) uniforms(f *draw.Field, radius, alpha float64) {
	c := &r.crowd
	c.size[0], c.size[1], c.size[2], c.size[3] = float32(f.Cols-1)/2, float32(f.Cols), float32(f.Count-1)/2, float32(radius)
	_, phase := math.Modf(f.Phase)
	c.look[0], c.look[1], c.look[2], c.look[3] = float32(f.Jitter), float32(f.Sway), float32(phase), float32((f.Shown*256-0.51)/255)
	if f.Shown >= 1 {
		c.look[3] = 2
	}
	// On a layer the picture does not begin at the first pixel.
	from := r.dst.Bounds().Min
	x, y := r.offX-float32(from.X), r.offY-float32(from.Y)
	c.clip[0], c.clip[1], c.clip[2], c.clip[3] = r.clip.x0+x, r.clip.y0+y, r.clip.x1+x, r.clip.y1+y
	c.reach[0], c.reach[1] = float32(f.Jitter/2+math.Abs(f.Sway)), float32(radius*f.Symbol.Extent()+f.Symbol.Fringe())
	c.lift[0] = float32(f.Lifted - 1)
	var last ink
	for i, color := range f.Inks {
		k := solid(color, alpha)
		c.inks[4*i], c.inks[4*i+1], c.inks[4*i+2], c.inks[4*i+3] = k.r-last.r, k.g-last.g, k.b-last.b, k.a-last.a
		last = k
	}
}

// faded is the reason of a vertex without opacity, beside the sides of the clip
// that it lies beyond.
const faded = 1 << 4

// meshVertices sets a vertex for each of the mesh's places.
func (r *Renderer) meshVertices(m *draw.Mesh, to geom.Affine) {
	c := &r.crowd
	n := len(m.U) * len(m.V)
	if cap(c.vertices) < n {
		c.vertices = make([]ebiten.Vertex, n)
	}
	if cap(c.out) < n {
		c.out = make([]uint8, n)
	}
	c.vertices, c.out = c.vertices[:n], c.out[:n]
	k := 0
	for _, v := range m.V {
		for _, u := range m.U {
			p := to.At(m.P[k])
			q := &c.vertices[k]
			q.DstX, q.DstY = float32(p.X)+r.offX, float32(p.Y)+r.offY
			q.ColorR, q.ColorG, q.ColorB = float32(u), float32(v), 1
			c.out[k] = r.clip.beyond(float32(p.X), float32(p.Y))
			if k < len(m.Level) {
				if q.ColorB = m.Level[k]; q.ColorB <= 0 {
					c.out[k] |= faded
				}
			}
			k++
		}
	}
}

// quad adds the two triangles of the quad whose first corner is k, with n to a
// row, unless its corners are all out for one reason.
func (c *crowd) quad(k, n int) {
	if c.out[k]&c.out[k+1]&c.out[k+n]&c.out[k+n+1] != 0 {
		return
	}
	a, b := uint32(k), uint32(k+n)
	c.indices = append(c.indices, a, a+1, b+1, a, b+1, b)
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
