// Fieldbench is a page that moves a crowd for ever, to be timed from outside:
// its title tells what it draws, window.frames counts the frames.
//
// The query chooses: ?what=bare draws the ground only, ?what=field 111,616 marks
// that move by mesh, sway and phase, ?what=mesh as many in four crowds over each
// other, whose meshes have 40,000 vertices in all, ?what=shapes sixty shapes that
// change each frame, ?what=still a page of shapes that does not change.
package main

import (
	"math"
	"os"
	"strings"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/gpu"
)

const people = 111616

type game struct {
	renderer *gpu.Renderer
	list     draw.List
	what     string
	scale    float64
	frame    int
}

func (g *game) Update() error { return nil }

func (g *game) Layout(w, h int) (int, int) { return w, h }

func (g *game) LayoutF(w, h float64) (float64, float64) {
	g.scale = ebiten.Monitor().DeviceScaleFactor()
	return w * g.scale, h * g.scale
}

func (g *game) Draw(screen *ebiten.Image) {
	g.frame++
	b := screen.Bounds()
	area := geom.R(0, 0, float64(b.Dx())/g.scale, float64(b.Dy())/g.scale)
	g.list.Reset(area, draw.RGB(0xF6F1E7))
	switch g.what {
	case "field":
		g.list.Field(draw.Name("people"), g.crowd(area), draw.Decor())
	case "mesh":
		g.lanes(area)
	case "shapes":
		g.shapes(area, float64(g.frame)*0.01)
	case "still":
		g.shapes(area, 0)
	}
	g.renderer.Draw(screen, &g.list, g.scale)
	js.Global().Set("frames", g.renderer.Draws())
}

// crowd is everybody, in a lattice as wide as the area, in waves.
func (g *game) crowd(area geom.Rect) *draw.Field {
	now := float64(g.frame) / 60
	f := g.list.NewField()
	f.Count, f.Cols = people, int(math.Sqrt(people*area.W/area.H))
	f.Radius = 0.4 * area.W / float64(f.Cols)
	f.Jitter, f.Sway, f.Phase = 0.5, 0.2, now/3
	f.Inks = [4]draw.Color{draw.RGB(0x4F7F3F), draw.RGB(0xD9A441), draw.RGB(0xB5482A), draw.RGB(0x3F6F5F)}
	const n = 16
	rows := float64(f.Rows())
	for i := range n + 1 {
		f.Mesh.U = append(f.Mesh.U, -1+(float64(f.Cols)+2)*float64(i)/n)
		f.Mesh.V = append(f.Mesh.V, -1+(rows+2)*float64(i)/n)
	}
	for j := range n + 1 {
		for i := range n + 1 {
			u, v := float64(i)/n, float64(j)/n
			f.Mesh.P = append(f.Mesh.P, area.At(u+0.02*math.Sin(6*v+now), v+0.02*math.Sin(7*u+2*now)))
		}
	}
	return f
}

// lanes are crowds in lanes, with equal lines of the mesh between them.
func (g *game) lanes(area geom.Rect) {
	const crowds, crossings, lanes, spans = 4, 7, 13, 110
	now := float64(g.frame) / 60
	for k := range crowds {
		f := g.list.NewField()
		f.Count, f.Cols, f.Radius = people/crowds, 8, 0.5+0.1*float64(k)
		f.Jitter, f.Sway, f.Phase = 1, 0.05, now
		f.Inks = [4]draw.Color{draw.RGB(0x4F7F3F), draw.RGB(0xD9A441), draw.RGB(0xB5482A), draw.RGB(0x3F6F5F)}
		for i := range crossings {
			f.Mesh.U = append(f.Mesh.U, -1+float64(f.Cols+2)*float64(i)/(crossings-1))
		}
		rows := float64(f.Rows()) / lanes
		for lane := range lanes {
			for j := range spans {
				s := float64(j) / (spans - 1)
				f.Mesh.V = append(f.Mesh.V, (float64(lane)+s)*rows)
				y := (float64(lane)+0.5)/lanes + 0.02*math.Sin(6*s+now+float64(k))
				for i := range crossings {
					f.Mesh.P = append(f.Mesh.P, area.At(s, y+0.008*float64(i-crossings/2)))
					f.Mesh.Level = append(f.Mesh.Level, float32(1-0.05*float64(i)))
				}
			}
		}
		g.list.Field(draw.Nth("lanes", k+1), f, draw.Decor())
	}
}

func (g *game) shapes(area geom.Rect, now float64) {
	for i := range 60 {
		c := area.At(float64(i%10)/10+0.05, float64(i/10)/6+0.08)
		a := now + float64(i)
		g.list.Fill(draw.Nth("sector", i+1), g.list.NewPath().Sector(c, 50, 30, a, a+4), draw.Ink(draw.RGB(0x4C6373)), draw.Decor())
	}
}

func main() {
	what := "field"
	query := js.Global().Get("location").Get("search").String()
	if _, v, ok := strings.Cut(query, "what="); ok {
		what, _, _ = strings.Cut(v, "&")
	}
	js.Global().Get("document").Set("title", what)
	r, err := gpu.New(nil)
	if err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
	gpu.Configure()
	gpu.Moving()
	if err := ebiten.RunGame(&game{renderer: r, what: what}); err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
}
