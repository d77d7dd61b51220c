package site

import (
	"bytes"
	"fmt"
	"image/png"
	"slices"

	"golang.org/x/sync/errgroup"

	"lianhua/internal/article"
	"lianhua/internal/build"
	"lianhua/internal/dataset"
	"lianhua/internal/draw"
	"lianhua/internal/raster"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// heaviestCard is what a card may weigh in all its colours, in bytes: previews
// are fetched while somebody writes a message. Heavier ones get a palette.
const heaviestCard = 250_000

// cardFiles are the pictures that stand for the scenes where their links are
// shared, in each language.
func cardFiles(data []byte, fonts *typeset.Fonts, packs func(scene string) []byte) ([]build.File, error) {
	bundle, err := story.Decode(data)
	if err != nil {
		return nil, err
	}
	var group errgroup.Group
	langs := story.Langs()
	out := make([][]build.File, len(langs))
	for i, lang := range langs {
		group.Go(func() error {
			a, err := article.New(bundle, fonts, scenes.All(), packs, lang, dataset.Site{})
			if err != nil {
				return err
			}
			r := raster.New(fonts)
			for _, s := range scenes.All() {
				list, err := a.Card(s.Name())
				if err != nil {
					return err
				}
				picture, err := cardOf(r, list)
				if err != nil {
					return err
				}
				out[i] = append(out[i], build.NewFile(article.CardName(s.Name(), lang), picture))
			}
			return nil
		})
	}
	err = group.Wait()
	return slices.Concat(out...), err
}

// cardOf draws a card as PNG.
func cardOf(r *raster.Renderer, l *draw.List) ([]byte, error) {
	img := r.Render(l, 1)
	var out bytes.Buffer
	err := png.Encode(&out, img)
	if err == nil && out.Len() > heaviestCard {
		out.Reset()
		err = png.Encode(&out, paletted(img))
	}
	if err != nil {
		return nil, fmt.Errorf("writing a card: %w", err)
	}
	return out.Bytes(), nil
}
