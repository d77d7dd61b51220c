package main

import (
	"context"
	"errors"
	"io"

	"lianhua/internal/fontsub/faces"
	"lianhua/internal/site"
)

func fontsCommand() command {
	return command{
		name:    "fonts",
		summary: "cut the fonts down to the words of the story",
		usage: `studio fonts [-check] [-from DIR]

Reads every word of assets/copy, figures.toml and sources.toml and the texts in
the code, and writes assets/fonts/{sans,bold,serif}.ttf with just those
characters. Run it after new words. Files that would not change are left alone.

  -check     write nothing; exit with 1 if a font is out of date
  -from DIR  first make the source fonts in assets/fonts/source from the full
             fonts in DIR, which needs them only for characters that
             assets/fonts/source/characters.txt does not list yet

Examples:
  studio fonts
  npm pack @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-serif-sc@0.4.3
  for f in *.tgz; do mkdir -p full/$f && tar xzf $f -C full/$f; done
  studio fonts -from full         after adding to characters.txt`,
		run: runFonts,
	}
}

func runFonts(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("fonts")
	from := flags.String("from", "", "")
	check := flags.Bool("check", false, "")
	if err := parse(flags, fontsCommand(), args); err != nil {
		return err
	}
	if *check && *from != "" {
		return misuse{errors.New("-check writes nothing, and -from does; see studio help fonts")}
	}
	root, err := site.Root()
	if err != nil {
		return err
	}
	return faces.Make(ctx, root, *from, *check, stdout)
}
