package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"lianhua/internal/authoring"
	"lianhua/internal/durable"
	"lianhua/internal/proof/report"
	"lianhua/internal/story"
	"lianhua/scenes"
)

func compileCommand() command {
	return command{
		name:    "compile",
		summary: "compile the figures, words and colours into the story file",
		usage: `studio compile [-assets DIR] [-out FILE]

Reads the TOML files in DIR (assets), and writes the one story file that the
player reads to FILE (story.lh in DIR). A story with errors, with a character
that the fonts lack, or that some scene cannot draw, writes nothing.

Examples:
  studio compile                     after a change to a word, colour or figure
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
	if *out == "" {
		*out = filepath.Join(*assets, "story.lh")
	}
	data, err := compileProved(*assets, stderr)
	if err == nil {
		err = durable.WriteFile(*out, data)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %d bytes\n", *out, len(data))
	return nil
}

// compileProved compiles an assets directory that holds together and whose every
// beat can be drawn. Its error says how many problems it has, which are printed
// with their places; characters that only the player must be built anew for are
// printed too.
func compileProved(assets string, stderr io.Writer) ([]byte, error) {
	project, problems := authoring.Load(os.DirFS(assets))
	faces, err := playerFonts()
	if err != nil {
		return nil, err
	}
	problems = append(problems, project.Check(authoring.Against{Covers: fontCoverage(assets)})...)
	problems = append(problems, report.Problems(project, scenes.All(), faces)...)
	failed := authoring.Errors(problems)
	if failed == 0 {
		problems = append(problems, missingFrom(project, faces)...)
	}
	printProblems(stderr, assets, problems)
	if failed > 0 || project.Bundle == nil {
		return nil, fmt.Errorf("%s; no story is written", counted(failed, "problem"))
	}
	return story.Encode(project.Bundle), nil
}
