package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"lianhua/internal/art/setfile"
	"lianhua/internal/authoring"
	"lianhua/internal/durable"
	"lianhua/internal/proof/report"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

func compileCommand() command {
	return command{
		name:    "compile",
		summary: "compile the figures, words and colours into the story file, and drawings into packs",
		usage: `studio compile [-assets DIR] [-out FILE]

Reads the TOML files in DIR (assets), and writes the one story file that the
player reads to FILE (story.lh in DIR); and the drawings in DIR/art, each scene's
to one pack beside them, unless FILE is another. A story or a drawing with errors,
with a character that the fonts lack, or that some scene cannot draw, writes
nothing.

Examples:
  studio compile                     after a change to a word, colour, figure or drawing
  studio compile -out /media/story.lh   the file that a kiosk takes with --story`,
		run: runCompile,
	}
}

func runCompile(_ context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("compile")
	assets := flags.String("assets", "assets", "")
	out := flags.String("out", "", "")
	if err := parse(flags, compileCommand(), args); err != nil {
		return err
	}
	data, packs, err := compileProved(*assets, stderr)
	if err != nil {
		return err
	}
	if *out == "" {
		*out = filepath.Join(*assets, "story.lh")
		if err := writePacks(*assets, packs, stdout); err != nil {
			return err
		}
	}
	if err := durable.WriteFile(*out, data); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %d bytes\n", *out, len(data))
	return nil
}

// writePacks writes the packs that have changed, and removes those of scenes that
// have no drawings any more.
func writePacks(assets string, packs []setfile.Compiled, stdout io.Writer) error {
	made := map[string][]byte{setfile.SumsFile: setfile.Sums(packs)}
	for _, one := range packs {
		made[setfile.PackFile(one.Scene)] = one.Pack
	}
	for _, name := range setfile.Stale(os.DirFS(assets), packs) {
		path := filepath.Join(assets, name)
		pack, ok := made[name]
		if !ok {
			if err := os.Remove(path); err != nil {
				return err
			}
			fmt.Fprintf(stdout, "%s: removed\n", path)
			continue
		}
		if err := durable.WriteFile(path, pack); err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s: %d bytes\n", path, len(pack))
	}
	return nil
}

// compileProved compiles an assets directory that holds together and whose every
// beat can be drawn. Its error says how many problems it has, which are printed
// with their places; characters that only the player must be built anew for are
// printed too.
func compileProved(assets string, stderr io.Writer) (data []byte, packs []setfile.Compiled, err error) {
	project, problems := authoring.Load(os.DirFS(assets))
	faces, err := playerFonts()
	if err != nil {
		return nil, nil, err
	}
	packs, wrong := setfile.New().Compile(os.DirFS(assets))
	problems = append(problems, wrong...)
	problems = append(problems, project.Check(authoring.Against{Covers: fontCoverage(assets), Knobs: stage.KnobsOf(scenes.All())})...)
	problems = append(problems, report.Problems(project, scenes.All(), faces, setfile.Packs(packs))...)
	failed := authoring.Errors(problems)
	if failed == 0 {
		problems = append(problems, missingFrom(project, faces)...)
	}
	printProblems(stderr, assets, problems)
	if failed > 0 || project.Bundle == nil {
		return nil, nil, fmt.Errorf("%s; no story is written", counted(failed, "problem"))
	}
	return story.Encode(project.Bundle), packs, nil
}
