//go:build js

package main

import (
	"image"
	"syscall/js"

	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/raster"
	"lianhua/internal/svg"
)

// export is the picture as it is taken away, drawn on the CPU: it has the bytes
// of the studio's exports, asks nothing of the screen or the GPU, and is handed
// over in parts, since a program in a page gives no memory back.
type export struct {
	list   *draw.List
	raster *raster.Renderer
	scale  float64
	crop   image.RGBA
}

// mostPixels is the largest picture: beyond it browsers' own canvases end.
const mostPixels = 1 << 27

// exports gives the page's object the functions for taking a picture away. They
// fail without harm to the player.
func (b *browser) exports(o js.Value) {
	add := func(name string, f func(a args) any) {
		o.Set(name, js.FuncOf(func(_ js.Value, a []js.Value) (out any) {
			defer func() {
				if recover() != nil {
					b.export, out = export{}, nil
				}
			}()
			return f(a)
		}))
	}
	add("svg", func(args) any { return b.svg() })
	add("picture", func(a args) any { return b.take(a.number(0)) })
	add("rows", func(a args) any { return b.rows(int(a.number(0)), int(a.number(1))) })
}

// taken is the picture that the reader sees; nil before the first.
func (b *browser) taken() *draw.List {
	seen := b.game.machine.List()
	if seen == nil {
		return nil
	}
	l := new(draw.List)
	b.game.machine.Picture(l, seen.Area)
	return l
}

func (b *browser) svg() any {
	l := b.taken()
	if l == nil {
		return nil
	}
	m := b.game.machine
	var t dom.Tree
	t.Build(l)
	return string(svg.Append(nil, l, svg.Options{
		Title: titleOf(&t), Desc: m.Describe(), Lang: m.Lang().String(), Outlines: m.Fonts(),
	}))
}

func (b *browser) take(scale float64) any {
	b.export = export{}
	l := b.taken()
	if l == nil || !(scale > 0) || l.Area.W*l.Area.H*scale*scale > mostPixels {
		return nil
	}
	b.export = export{list: l, raster: raster.New(b.game.machine.Fonts()), scale: scale}
	size := raster.Size(l, scale)
	o := js.Global().Get("Object").New()
	o.Set("width", size.X)
	o.Set("height", size.Y)
	return o
}

func (b *browser) rows(top, n int) any {
	p := &b.export
	if p.list == nil {
		return nil
	}
	size := raster.Size(p.list, p.scale)
	if top < 0 || top >= size.Y || n <= 0 {
		return nil
	}
	at := image.Rect(0, top, size.X, min(top+n, size.Y))
	if bytes := 4 * at.Dx() * at.Dy(); cap(p.crop.Pix) < bytes {
		p.crop.Pix = make([]byte, bytes)
	} else {
		p.crop.Pix = p.crop.Pix[:bytes]
	}
	p.crop.Rect, p.crop.Stride = at, 4*at.Dx()
	p.raster.Crop(&p.crop, p.list, p.scale)
	out := js.Global().Get("Uint8ClampedArray").New(len(p.crop.Pix))
	js.CopyBytesToJS(out, p.crop.Pix)
	if at.Max.Y == size.Y {
		b.export = export{}
	}
	return out
}
