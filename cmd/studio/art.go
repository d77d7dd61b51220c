package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"lianhua/internal/art/setfile"
	"lianhua/internal/art/svgfile"
	"lianhua/internal/authoring"
	"lianhua/internal/build"
	"lianhua/internal/durable"
)

func artCommand() command {
	return command{
		name:    "art",
		summary: "read the drawings, and bring their palettes up to date",
		usage: `studio art [-check] [-assets DIR] [-theme FILE] [FILE.svg ...]

Reads the drawings in assets/art, or the files named, says what is wrong with
them by file, line and element, and tells their size and what they are made of.
Where all are read, it tells what the pack of each scene weighs as hosts send it.
The style sheet of each, by which editors show it in colour, is brought up to
the day theme's colours; nothing else of a file is touched.

  -check       write nothing, weigh nothing; exit with 1 if a palette is out of date
  -assets DIR  the assets whose drawings, theme and symbols are read (assets)
  -theme FILE  the colours of another theme file

Examples:
  studio art                        after changing colours in theme.toml
  studio art -check my/cover.svg    try a drawing; symbols are those of the assets,
                                    or symbols.svg beside it`,
		run: runArt,
	}
}

func runArt(_ context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("art")
	check := flags.Bool("check", false, "")
	assets := flags.String("assets", "assets", "")
	theme := flags.String("theme", "", "")
	if err := flags.Parse(args); err != nil {
		return misuse{fmt.Errorf("%w\n\n%s", err, artCommand().usage)}
	}
	root := os.DirFS(*assets)
	opt, problems := svgfile.OptionsOf(root)
	if problems != nil {
		printProblems(stderr, *assets, problems)
		return errors.New("the assets cannot be read")
	}
	if *theme != "" {
		file, err := os.ReadFile(*theme)
		if err != nil {
			return err
		}
		if opt.Palette, err = svgfile.ParsePalette(file); err != nil {
			return fmt.Errorf("%s: %w", *theme, err)
		}
	}
	names := flags.Args()
	whole := len(names) == 0
	if whole {
		all, err := svgfile.All(root)
		if err != nil {
			return err
		}
		for _, name := range all {
			names = append(names, filepath.Join(*assets, name))
		}
	}
	failed, stale := 0, 0
	for _, name := range names {
		file, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		beside := opt
		if symbols, err := os.ReadFile(filepath.Join(filepath.Dir(name), svgfile.SymbolsFile)); err == nil {
			beside.Symbols = symbols
		}
		s := svgfile.Look(name, file, beside)
		for _, p := range s.Problems {
			fmt.Fprintln(stderr, p)
		}
		failed += authoring.Errors(s.Problems)
		told := ""
		switch {
		case s.Palette == nil:
		case *check:
			stale++
			told = ", its palette is out of date"
		default:
			if err := durable.WriteFile(name, s.Palette); err != nil {
				return err
			}
			told = ", palette written"
		}
		fmt.Fprintf(stdout, "%s: %d KB, %s, %s, %s, %s, %s, %s%s\n", name, (s.Bytes+1023)/1024,
			counted(s.Stats.Layers, "layer"), counted(s.Stats.Shapes, "shape"), counted(s.Stats.Points, "point"),
			counted(s.Stats.Colors, "colour"), counted(s.Stats.Clips, "clip"), counted(s.Stats.Slots, "slot"), told)
	}
	if whole && !*check && failed == 0 {
		if err := weighPacks(root, *assets, stdout); err != nil {
			return err
		}
	}
	switch {
	case failed > 0:
		return errors.New(counted(failed, "problem"))
	case stale > 0:
		return errors.New(counted(stale, "palette") + " out of date: run studio art")
	}
	return nil
}

// weighPacks tells what the pack of each scene weighs.
func weighPacks(root fs.FS, assets string, stdout io.Writer) error {
	packs, _ := setfile.New().Compile(root)
	sum := 0
	for _, one := range packs {
		sent, err := build.Weight(one.Pack)
		if err != nil {
			return err
		}
		sum += sent
		fmt.Fprintf(stdout, "%s: %.1f KB under brotli\n", filepath.Join(assets, setfile.PackFile(one.Scene)), float64(sent)/1000)
	}
	if n := len(packs); n > 0 {
		fmt.Fprintf(stdout, "%.1f KB on the mean, of %d that they may weigh\n", float64(sum)/1000/float64(n), build.PackBudget/1000)
	}
	return nil
}
