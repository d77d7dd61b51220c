package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"lianhua/internal/site"
	"lianhua/internal/still"
)

func framesCommand() command {
	return command{
		name:    "frames",
		summary: "draw every scene, beat, size and language, or sheets of them",
		usage: `studio frames [-o DIR] [-sheet] [-scene NAME,…] [-form F,…] [-lang L,…] [-theme T,…] [-moment M,…] [-vision V]

Draws the story's pictures as PNG files, on all cores: each scene and beat at
its start, in its middle and settled, for each form and language.

  -o DIR       where to write (out/frames)
  -sheet       contact sheets in place of single pictures: one for each scene,
               form and theme, a row for each beat and language
  -scene NAME  scenes, joined by commas (all)
  -form F      phone 360x640 (at 2 pixels to one), laptop 1440x900, kiosk
               1080x1920, wall 3840x2160 (all)
  -lang L      zh, en (both)
  -theme T     themes, or all (the story's first)
  -moment M    start, middle, settled (all)
  -vision V    as readers see it who lack a colour: protanopia, deuteranopia,
               tritanopia

Examples:
  studio frames -sheet                           look through the whole story
  studio frames -sheet -scene cleanup -theme all
  studio frames -form phone -moment settled      the settled pictures of phones`,
		run: runFrames,
	}
}

func runFrames(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("frames")
	out := flags.String("o", filepath.Join("out", "frames"), "")
	var c still.Choice
	flags.StringVar(&c.Scenes, "scene", "", "")
	flags.StringVar(&c.Forms, "form", "", "")
	flags.StringVar(&c.Langs, "lang", "", "")
	flags.StringVar(&c.Themes, "theme", "", "")
	flags.StringVar(&c.Moments, "moment", "", "")
	flags.BoolVar(&c.Sheets, "sheet", false, "")
	sight := visionFlag(flags)
	if err := parse(flags, framesCommand(), args); err != nil {
		return err
	}
	c.Sight = *sight
	began := time.Now()
	b, err := openBook()
	if err != nil {
		return err
	}
	n, err := b.DrawAll(ctx, c, *out, stderr)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %d files in %.1f s\n", *out, n, time.Since(began).Seconds())
	return nil
}

// openBook opens the project's story, so that what is drawn is what was saved last.
func openBook() (*still.Book, error) {
	root, err := site.Root()
	if err != nil {
		return nil, err
	}
	return still.Open(site.Module{Root: root})
}
