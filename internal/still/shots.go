package still

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"

	"lianhua/internal/durable"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/svg"
	"lianhua/internal/vision"
)

// Order is a request for pictures as files.
type Order struct {
	Scene    string
	Link     string  // a state as the player's address has it, in place of the scene
	Beat     int     // from 1; 0: the last
	At       float64 // seconds of the scene; negative: the beat's end
	All      bool    // every beat of every scene, or of Scene
	Lang     string  // empty: the link's, or the story's first
	Theme    string  // the same
	Size     string  // WIDTHxHEIGHT in device-independent pixels
	Scale    float64 // pixels of a PNG to a device-independent one
	Sight    vision.Kind
	Format   string // png or svg; empty: by the name of Out
	Outlines bool   // an SVG's letters as outlines
	Most     int    // an SVG's marks of a crowd; 0: all
	Out      string // the file, or the folder of All
}

// Check refuses an order that contradicts itself, and completes its format.
func (o *Order) Check() error {
	switch {
	case o.Out == "":
		return errors.New("say where to write with -o")
	case o.Link != "" && (o.Scene != "" || o.All):
		return errors.New("-link already names a scene; leave out -scene and -all")
	case o.Link == "" && o.Scene == "" && !o.All:
		return errors.New("name a scene with -scene, a state with -link, or ask for -all")
	case o.All && (o.Beat != 0 || o.At >= 0):
		return errors.New("-all draws every beat; leave out -beat and -t")
	case o.Beat < 0:
		return errors.New("beats count from 1")
	case !(o.Scale > 0 && o.Scale <= 16):
		return errors.New("-scale is more than 0 and at most 16")
	}
	if o.Format == "" {
		o.Format = strings.TrimPrefix(strings.ToLower(filepath.Ext(o.Out)), ".")
		if o.All {
			o.Format = "png"
		}
	}
	if o.Format != "png" && o.Format != "svg" {
		return fmt.Errorf("the format %q is neither png nor svg", o.Format)
	}
	if o.Format == "svg" && o.Sight != vision.Full {
		return errors.New("-vision is for PNG; an SVG keeps its colours")
	}
	return nil
}

// Export writes the pictures of an order that was checked, and tells told the name
// of each file.
func (b *Book) Export(ctx context.Context, o *Order, told io.Writer) error {
	shots, err := o.shots(b)
	if err != nil {
		return err
	}
	a := NewArtist(b)
	for _, s := range shots {
		if err := ctx.Err(); err != nil {
			return err
		}
		name := o.Out
		if o.All {
			slot := &b.Deck.Slots[s.scene]
			name = filepath.Join(o.Out, fmt.Sprintf("%s-%d-%s.%s", slot.Scene.Name(), s.beat+1, slot.Time.Beats[s.beat].Name, o.Format))
			if err := os.MkdirAll(o.Out, 0o755); err != nil {
				return fmt.Errorf("making the folder: %w", err)
			}
		}
		if err := o.write(a, s, name); err != nil {
			return err
		}
		fmt.Fprintln(told, name)
	}
	return nil
}

// shots are the pictures that are asked for.
func (o *Order) shots(b *Book) ([]shot, error) {
	link := play.Link{Scene: o.Scene, Beat: o.Beat}
	if o.Link != "" {
		var err error
		if link, err = play.ParseLink(o.Link); err != nil {
			return nil, fmt.Errorf("%q: %w", o.Link, err)
		}
	}
	first, last := 0, len(b.Deck.Slots)-1
	if link.Scene != "" {
		i, err := b.scene(link.Scene)
		if err != nil {
			return nil, err
		}
		first, last = i, i
	}
	var shots []shot
	for i := first; i <= last; i++ {
		beats := b.Deck.Slots[i].Time.Len()
		from, to := 0, beats-1
		if !o.All {
			from = to
			if link.Beat > 0 {
				from, to = link.Beat-1, link.Beat-1
			}
		}
		if to >= beats {
			return nil, fmt.Errorf("the scene %s has %d beats, not %d", link.Scene, beats, to+1)
		}
		for k := from; k <= to; k++ {
			s := b.settled(i, k)
			if link.Held {
				s.at = link.Time
			}
			if o.At >= 0 {
				s.at = o.At
			}
			s.picked, s.inputs = link.Pick, link.Inputs
			if link.Zoom.Scale > 0 {
				s.zoom = link.Zoom
			}
			if err := o.dress(b, &s, link); err != nil {
				return nil, err
			}
			shots = append(shots, s)
		}
	}
	return shots, nil
}

// dress gives a shot its language, theme and size.
func (o *Order) dress(b *Book, s *shot, link play.Link) error {
	lang, theme := link.Lang, link.Theme
	if o.Lang != "" {
		lang = o.Lang
	}
	if o.Theme != "" {
		theme = o.Theme
	}
	if lang != "" {
		var ok bool
		if s.lang, ok = story.ParseLang(lang); !ok {
			return fmt.Errorf("the language %q is neither zh nor en", lang)
		}
	}
	var err error
	if theme != "" {
		if s.theme, err = b.theme(theme); err != nil {
			return err
		}
	}
	if s.area, err = parseSize(o.Size); err == nil && !stage.Legible(s.area) {
		err = fmt.Errorf("in %s no picture can be read: pages show the article there", o.Size)
	}
	return err
}

func (o *Order) write(a *Artist, s shot, name string) error {
	l := a.draw(s)
	var save func(w io.Writer) error
	if o.Format == "svg" {
		opt := svg.Options{Title: a.title(), Desc: describe(a.Viewer, s), Lang: s.lang.String(), MaxFieldMarks: o.Most}
		if o.Outlines {
			opt.Outlines = a.Fonts
		}
		doc := svg.Append(nil, l, opt)
		save = func(w io.Writer) error { _, err := w.Write(doc); return err }
	} else {
		img := o.Sight.Image(a.raster.Render(l, o.Scale))
		save = func(w io.Writer) error { return png.Encode(w, img) }
	}
	return saveAs(name, save)
}

// saveAs writes a file, whole or not at all.
func saveAs(name string, save func(w io.Writer) error) error {
	var content bytes.Buffer
	err := save(&content)
	if err == nil {
		err = durable.WriteFile(name, content.Bytes())
	}
	if err != nil {
		return fmt.Errorf("writing the picture: %w", err)
	}
	return nil
}
