package still

import (
	"fmt"
	"image"
	"image/png"
	"io"
	"path/filepath"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
	"lianhua/internal/vision"
)

// singles is a file for each picture.
func (t *takes) singles(dir string) []job {
	var jobs []job
	for _, scene := range t.scenes {
		slot := &t.book.Deck.Slots[scene]
		for beat := range slot.Time.Len() {
			for _, f := range t.forms {
				for _, lang := range t.langs {
					for _, th := range t.themes {
						for _, m := range t.moments {
							s := t.shot(scene, beat, f, lang, th, m)
							name := fmt.Sprintf("%s-%d-%s-%s-%s-%s-%s.png", slot.Scene.Name(), beat+1, slot.Time.Beats[beat].Name, m.name, f.name, lang, th.Name)
							jobs = append(jobs, job{filepath.Join(dir, name), func(a *Artist, file string) error {
								return savePNG(file, t.sight.Image(a.raster.Render(a.draw(s), f.scale)))
							}})
						}
					}
				}
			}
		}
	}
	return jobs
}

// sheets is a file for each scene, form and theme.
func (t *takes) sheets(dir string) []job {
	var jobs []job
	for _, scene := range t.scenes {
		for _, f := range t.forms {
			for _, th := range t.themes {
				name := fmt.Sprintf("%s-%s-%s.png", t.book.Deck.Slots[scene].Scene.Name(), f.name, th.Name)
				jobs = append(jobs, job{filepath.Join(dir, name), func(a *Artist, file string) error {
					img, err := t.sheet(a, scene, f, th, func(_, _ int) error { return nil })
					if err != nil {
						return err
					}
					return savePNG(file, t.sight.Image(img))
				}})
			}
		}
	}
	return jobs
}

// Sheet is the contact sheet of a scene for the named form, in all languages, as
// DrawAll writes it. How far it is, told hears; an error of it ends the drawing.
func (b *Book) Sheet(a *Artist, scene int, formName string, th *stage.Theme, sight vision.Kind, told func(done, of int) error) (*image.RGBA, error) {
	t, err := b.choose(Choice{Forms: formName, Sight: sight})
	if err != nil {
		return nil, err
	}
	img, err := t.sheet(a, scene, t.forms[0], th, told)
	if err != nil {
		return nil, err
	}
	return t.sight.Image(img), nil
}

// The sheet's own measures, in pixels.
const (
	sheetGap     = 12
	sheetCaption = 26
	captionSize  = 14
)

// sheet draws a row of moments for each beat and language, each with a caption.
// Thumbnails are drawn at their size, so that lines stay sharp.
func (t *takes) sheet(a *Artist, scene int, f form, th *stage.Theme, told func(done, of int) error) (*image.RGBA, error) {
	slot := &t.book.Deck.Slots[scene]
	scale := f.thumb / f.area.W
	w, h := int(f.thumb), int(f.area.H*scale+0.5)
	cols, rows := len(t.moments), slot.Time.Len()*len(t.langs)
	img := image.NewRGBA(image.Rect(0, 0, sheetGap+cols*(w+sheetGap), sheetGap+rows*(h+sheetCaption+sheetGap)))
	paper, ink := draw.RGB(0x808080), draw.RGB(0xffffff)

	var caption draw.List
	caption.Reset(geom.R(0, 0, float64(img.Rect.Dx()), float64(img.Rect.Dy())), paper)
	a.raster.Draw(img, &caption, 1)
	row := 0
	for beat := range slot.Time.Len() {
		for _, lang := range t.langs {
			for col, m := range t.moments {
				at := image.Pt(sheetGap+col*(w+sheetGap), sheetGap+row*(h+sheetCaption+sheetGap))
				s := t.shot(scene, beat, f, lang, th, m)
				box := image.Rect(at.X, at.Y+sheetCaption, at.X+w, at.Y+sheetCaption+h)
				a.raster.Draw(img.SubImage(box).(*image.RGBA), a.draw(s), scale)

				text := fmt.Sprintf("%s %d %s · %s · %s", slot.Scene.Name(), beat+1, slot.Time.Beats[beat].Name, m.name, lang)
				run := a.Setter(lang).Line(text, typeset.Style{Face: typeset.SansBold, Size: captionSize})
				caption.Reset(geom.R(0, 0, float64(w), sheetCaption), paper)
				caption.Text(draw.Name("caption"), run, geom.P(0, sheetCaption-8), draw.Ink(ink), draw.Decor())
				strip := image.Rect(at.X, at.Y, at.X+w, at.Y+sheetCaption)
				a.raster.Draw(img.SubImage(strip).(*image.RGBA), &caption, 1)
				if err := told(row*cols+col+1, rows*cols); err != nil {
					return nil, err
				}
			}
			row++
		}
	}
	return img, nil
}

// savePNG writes quickly rather than small: these pictures are looked at once.
func savePNG(name string, img image.Image) error {
	return saveAs(name, func(w io.Writer) error {
		e := png.Encoder{CompressionLevel: png.BestSpeed}
		return e.Encode(w, img)
	})
}
