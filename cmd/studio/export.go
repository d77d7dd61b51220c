package main

import (
	"context"
	"fmt"
	"io"

	"lianhua/internal/still"
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

func runExport(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var o still.Order
	flags := newFlags("export")
	flags.StringVar(&o.Scene, "scene", "", "")
	flags.StringVar(&o.Link, "link", "", "")
	flags.StringVar(&o.Lang, "lang", "", "")
	flags.StringVar(&o.Theme, "theme", "", "")
	flags.StringVar(&o.Size, "size", "1440x900", "")
	flags.StringVar(&o.Format, "format", "", "")
	flags.StringVar(&o.Out, "o", "", "")
	flags.IntVar(&o.Beat, "beat", 0, "")
	flags.IntVar(&o.Most, "most", 0, "")
	flags.Float64Var(&o.At, "t", -1, "")
	flags.Float64Var(&o.Scale, "scale", 1, "")
	flags.BoolVar(&o.All, "all", false, "")
	flags.BoolVar(&o.Outlines, "outlines", false, "")
	sight := visionFlag(flags)
	if err := parse(flags, exportCommand(), args); err != nil {
		return err
	}
	o.Sight = *sight
	if err := o.Check(); err != nil {
		return misuse{fmt.Errorf("%w; see studio help export", err)}
	}
	b, err := openBook()
	if err != nil {
		return err
	}
	return b.Export(ctx, &o, stdout)
}
