package main

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"

	"lianhua/internal/play"
	"lianhua/internal/story"
	"lianhua/internal/svg"
	"lianhua/internal/vision"
)

func exportCommand() command {
	return command{
		name:    "export",
		summary: "write a picture of the story as PNG or SVG",
		usage: `studio export -scene NAME [-beat N] -o FILE [more]
studio export -link LINK -o FILE [more]
studio export -all -o DIR [more]

Draws a scene from the story's sources as they are now, without a display, and
writes it to FILE: a beat when it has come to rest, or any moment.

  -scene NAME     the scene
  -beat N         the beat, from 1 (default: the last)
  -t SECONDS      a moment of the scene in place of the beat's end
  -link LINK      a state as the player's address has it, with what is picked,
                  set and zoomed: '#inspection/2?in=home.1:90&lang=en'
  -all            every beat of every scene (or of -scene), into the folder DIR
  -lang zh|en     the language (zh)
  -theme NAME     the theme (the story's first)
  -size WxH       in device-independent pixels (1440x900)
  -scale K        pixels of a PNG to a device-independent one (1)
  -vision V       a PNG as readers see it who lack a colour: protanopia,
                  deuteranopia, tritanopia
  -format F       png or svg (by FILE's name; with -all: png)
  -outlines       SVG: letters as outlines, for where the fonts are not
  -most N         SVG: at most N marks of a crowd; the file says the ratio

Examples:
  studio export -scene aluminium -o aluminium.png
  studio export -scene aluminium -beat 2 -lang en -theme night -size 1440x900 -scale 2 -o hall.png
  studio export -scene households -size 360x640 -o households.svg -outlines
  studio export -all -format svg -o out/svg`,
		run: runExport,
	}
}

// exportOptions is what the command line asks for.
type exportOptions struct {
	scene, link, lang, theme, size, format, out string
	beat, most                                  int
	at, scale                                   float64
	all, outlines                               bool
	sight                                       *vision.Kind
}

func runExport(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var o exportOptions
	flags := newFlags("export")
	flags.StringVar(&o.scene, "scene", "", "")
	flags.StringVar(&o.link, "link", "", "")
	flags.StringVar(&o.lang, "lang", "", "")
	flags.StringVar(&o.theme, "theme", "", "")
	flags.StringVar(&o.size, "size", "1440x900", "")
	flags.StringVar(&o.format, "format", "", "")
	flags.StringVar(&o.out, "o", "", "")
	flags.IntVar(&o.beat, "beat", 0, "")
	flags.IntVar(&o.most, "most", 0, "")
	flags.Float64Var(&o.at, "t", -1, "")
	flags.Float64Var(&o.scale, "scale", 1, "")
	flags.BoolVar(&o.all, "all", false, "")
	flags.BoolVar(&o.outlines, "outlines", false, "")
	o.sight = visionFlag(flags)
	if err := parse(flags, exportCommand(), args); err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return misuse{fmt.Errorf("%w; see studio help export", err)}
	}
	return o.export(ctx, stdout)
}

func (o *exportOptions) check() error {
	switch {
	case o.out == "":
		return errors.New("say where to write with -o")
	case o.link != "" && (o.scene != "" || o.all):
		return errors.New("-link already names a scene; leave out -scene and -all")
	case o.link == "" && o.scene == "" && !o.all:
		return errors.New("name a scene with -scene, a state with -link, or ask for -all")
	case o.all && (o.beat != 0 || o.at >= 0):
		return errors.New("-all draws every beat; leave out -beat and -t")
	case o.beat < 0:
		return errors.New("beats count from 1")
	case !(o.scale > 0 && o.scale <= 16):
		return errors.New("-scale is more than 0 and at most 16")
	}
	if o.format == "" {
		o.format = strings.TrimPrefix(strings.ToLower(filepath.Ext(o.out)), ".")
		if o.all {
			o.format = "png"
		}
	}
	if o.format != "png" && o.format != "svg" {
		return fmt.Errorf("the format %q is neither png nor svg", o.format)
	}
	if o.format == "svg" && *o.sight != vision.Full {
		return errors.New("-vision is for PNG; an SVG keeps its colours")
	}
	return nil
}

func (o *exportOptions) export(ctx context.Context, stdout io.Writer) error {
	b, err := openBook()
	if err != nil {
		return err
	}
	shots, err := o.shots(b)
	if err != nil {
		return err
	}
	a := newArtist(b)
	for _, s := range shots {
		if err := ctx.Err(); err != nil {
			return err
		}
		name := o.out
		if o.all {
			slot := &b.Deck.Slots[s.scene]
			name = filepath.Join(o.out, fmt.Sprintf("%s-%d-%s.%s", slot.Scene.Name(), s.beat+1, slot.Time.Beats[s.beat].Name, o.format))
			if err := os.MkdirAll(o.out, 0o755); err != nil {
				return fmt.Errorf("making the folder: %w", err)
			}
		}
		if err := o.write(a, s, name); err != nil {
			return err
		}
		fmt.Fprintln(stdout, name)
	}
	return nil
}

// shots are the pictures that are asked for.
func (o *exportOptions) shots(b *book) ([]shot, error) {
	link := play.Link{Scene: o.scene, Beat: o.beat}
	if o.link != "" {
		var err error
		if link, err = play.ParseLink(o.link); err != nil {
			return nil, fmt.Errorf("%q: %w", o.link, err)
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
		if !o.all {
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
			if o.at >= 0 {
				s.at = o.at
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
func (o *exportOptions) dress(b *book, s *shot, link play.Link) error {
	lang, theme := link.Lang, link.Theme
	if o.lang != "" {
		lang = o.lang
	}
	if o.theme != "" {
		theme = o.theme
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
	s.area, err = parseSize(o.size)
	return err
}

func (o *exportOptions) write(a *artist, s shot, name string) error {
	l := a.draw(s)
	var save func(w io.Writer) error
	if o.format == "svg" {
		opt := svg.Options{Title: a.title(), Desc: describe(a.Viewer, s), Lang: s.lang.String(), MaxFieldMarks: o.most}
		if o.outlines {
			opt.Outlines = a.Fonts
		}
		doc := svg.Append(nil, l, opt)
		save = func(w io.Writer) error { _, err := w.Write(doc); return err }
	} else {
		img := o.sight.Image(a.raster.Render(l, o.scale))
		save = func(w io.Writer) error { return png.Encode(w, img) }
	}
	return saveAs(name, save)
}

// saveAs writes a file; one that could not be written whole is removed.
func saveAs(name string, save func(w io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("writing the picture: %w", err)
	}
	if err := errors.Join(save(f), f.Close()); err != nil {
		return fmt.Errorf("writing the picture: %w", errors.Join(err, os.Remove(name)))
	}
	return nil
}
