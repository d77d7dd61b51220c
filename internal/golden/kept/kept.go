// Package kept says which pictures of a scene are kept as goldens and draws them, for
// the tests that hold pictures to them and for whoever accepts others.
//
// Guarantees
//   - The same story, drawings and fonts give the same bytes.
//   - Names are all files that a scene has, and no others.
package kept

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"slices"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/golden"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// Folder is where the project has the goldens: in it, a folder a scene.
const Folder = "scenes/testdata/golden"

// outlined are the screens whose pictures are kept by their marks.
func outlined() []preview.Size { return preview.Sizes()[:3] }

type picture struct {
	name  string
	size  preview.Size
	scale float64
	lang  story.Lang
	theme int
}

// pictures are those of a scene's settled end that are kept as pixels: those that the
// README shows, and the night of halls on a phone's form. What else a scene looks like
// its outlines hold.
func pictures() []picture {
	phone, laptop := preview.Sizes()[0], preview.Sizes()[1]
	return []picture{
		{"laptop.zh.png", laptop, 0.4, story.ZH, 0},
		{"laptop.en.png", laptop, 0.4, story.EN, 0},
		{"phone.night.png", phone, 0.6, story.ZH, 1},
	}
}

func outlineName(size preview.Size) string { return size.Name + ".txt" }

// Names are the files that a scene has.
func Names() (all []string) {
	for _, size := range outlined() {
		all = append(all, outlineName(size))
	}
	for _, p := range pictures() {
		all = append(all, p.name)
	}
	return all
}

// Holding are the names of a scene's files in which a picture at rest is seen, by its
// screen, its language and the number of its theme, and whether the beat is the last: not
// all pictures are kept. A file holds others besides.
func Holding(m preview.Moment, theme int, last bool) (all []string) {
	for i, size := range outlined() {
		if size.Area == m.Area && (theme == 0 || last && i == 0) {
			all = append(all, outlineName(size))
		}
	}
	for _, p := range pictures() {
		if last && p.size.Area == m.Area && p.lang == m.Lang && p.theme == theme {
			all = append(all, p.name)
		}
	}
	return all
}

// Outlines draws a scene's marks at the start, in the middle and at the end of each
// beat, in both languages, and on the smallest screen in every theme at the end. Each
// is told the file's name, the outline, and all marks in full.
func Outlines(s *preview.Viewer, scene int, each func(name string, o *golden.Outline, full []byte)) {
	outlines(s, scene, nil, each)
}

func outlines(s *preview.Viewer, scene int, only []string, each func(name string, o *golden.Outline, full []byte)) {
	for _, size := range outlined() {
		if name := outlineName(size); wanted(name, only) {
			o, full := outline(s, scene, size)
			each(name, o, full)
		}
	}
}

// wanted: of no names, all are.
func wanted(name string, only []string) bool { return len(only) == 0 || slices.Contains(only, name) }

func outline(s *preview.Viewer, scene int, size preview.Size) (*golden.Outline, []byte) {
	slot := &s.Deck.Slots[scene]
	var o golden.Outline
	var l draw.List
	var last [2]golden.Picture
	var full []byte
	keep := func(name string, now anim.Seconds, theme *stage.Theme) {
		for _, lang := range story.Langs() {
			s.Draw(&l, preview.Moment{Scene: scene, Now: now, Lang: lang, Theme: theme, Area: size.Area})
			title := fmt.Sprintf("%s, %.2f s, %s", name, now, lang)
			text := l.AppendText(nil)
			full = append(append(full, "# "+title+"\n"...), text...)
			// What has changed is what moves, beside the picture before, and words,
			// beside the other language.
			last[lang] = o.Add(title, string(text), last[story.ZH], last[lang])
		}
	}
	for b, beat := range slot.Time.Beats {
		start, end := slot.Time.Start(b), slot.Time.End(b)
		if b == 0 { // later beats start where the one before has settled
			keep(beat.Name+" start", start, s.Themes[0])
		}
		keep(beat.Name+" middle", (start+end)/2, s.Themes[0])
		keep(beat.Name+" settled", end, s.Themes[0])
	}
	if size.Name == outlined()[0].Name { // colours do not depend on the form
		for _, theme := range s.Themes[1:] {
			keep(theme.Name, slot.Time.Length(), theme)
		}
	}
	return &o, full
}

// Pictures draws those of a scene that are kept as pixels; each is told the file's name.
func Pictures(s *preview.Viewer, scene int, each func(name string, img *image.RGBA)) {
	pixels(s, scene, nil, each)
}

func pixels(s *preview.Viewer, scene int, only []string, each func(name string, img *image.RGBA)) {
	r := raster.New(s.Fonts)
	var l draw.List
	for _, p := range pictures() {
		if !wanted(p.name, only) {
			continue
		}
		s.Draw(&l, s.Settled(scene, s.Deck.Slots[scene].Time.Len()-1, p.lang, s.Themes[p.theme], p.size.Area))
		each(p.name, r.Render(&l, p.scale))
	}
}

// PNG is a picture as it is kept.
func PNG(img image.Image) ([]byte, error) {
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, img); err != nil {
		return nil, fmt.Errorf("writing a golden: %w", err)
	}
	return b.Bytes(), nil
}

// File is a golden as it is kept.
type File struct {
	Name    string
	Content []byte
}

// Files are the goldens of a scene: all, or those of some names.
func Files(s *preview.Viewer, scene int, only ...string) (all []File, err error) {
	outlines(s, scene, only, func(name string, o *golden.Outline, _ []byte) {
		all = append(all, File{name, bytes.Clone(o.Bytes())})
	})
	pixels(s, scene, only, func(name string, img *image.RGBA) {
		content, failed := PNG(img)
		if failed != nil {
			err = failed
		}
		all = append(all, File{name, content})
	})
	return all, err
}
