package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lianhua/internal/art/setfile"
	"lianhua/internal/authoring"
	"lianhua/internal/proof/report"
	"lianhua/internal/stage"
	"lianhua/scenes"
)

func checkCommand() command {
	return command{
		name:    "check",
		summary: "refuse a story that does not hold together",
		usage: `studio check [-assets DIR] [-scenes DIR] [-strict]

Checks the figures, words, colours, timing and drawings in -assets (assets), and
what the scenes in -scenes (scenes) draw. Each problem is printed with its file, line,
cause, and a hint what to do. Errors make the exit code 1; warnings do not.

It refuses: an unknown or duplicate id, a bad decimal, a missing label or
translation, a paragraph that the page lacks, a figure derived in a cycle or by
zero, words with a typed digit, a colour too faint for its role, a scene that
draws an unknown figure, a character that the fonts lack, a period or a text
that means until now, ten letters in a row that the page has too (page.digest;
names of sources.toml are free), a double or wide space in English, a count that
a scene has no room for, a beat that cannot be drawn, a drawing with what
drawings do not have, a pack that is not what its drawings compile to. A figure that no scene
draws and that is not waived is a warning until all scenes exist; they are
counted, and listed with -pending.

  -strict    count warnings as errors
  -pending   list the figures that no scene draws yet

Examples:
  studio check
  studio check -strict                 before a release
  studio check -assets ../next/assets  another story`,
		run: runCheck,
	}
}

func runCheck(_ context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("check")
	assets := flags.String("assets", "assets", "")
	code := flags.String("scenes", "scenes", "")
	strict := flags.Bool("strict", false, "")
	pending := flags.Bool("pending", false, "")
	if err := parse(flags, checkCommand(), args); err != nil {
		return err
	}
	against := authoring.Against{Drawn: drawnFigures(), AllScenes: everySceneExists, Scenes: os.DirFS(*code), Covers: fontCoverage(*assets), Knobs: stage.KnobsOf(scenes.All())}
	return checkStory(os.DirFS(*assets), *assets, against, *strict, *pending, stdout, stderr)
}

func checkStory(assets fs.FS, dir string, against authoring.Against, strict, pending bool, stdout, stderr io.Writer) error {
	project, problems := authoring.Load(assets)
	problems = append(problems, project.Check(against)...)
	packs, wrong := checkDrawings(assets)
	problems = append(problems, wrong...)
	faces, err := playerFonts()
	if err != nil {
		return err
	}
	problems = append(problems, report.Problems(project, scenes.All(), faces, packs)...)
	waiting := 0
	if !strict && !pending {
		all := len(problems)
		problems = slices.DeleteFunc(problems, func(p authoring.Problem) bool { return p.Pending })
		waiting = all - len(problems)
	}
	printProblems(stderr, dir, problems)
	failed := authoring.Errors(problems)
	warnings := len(problems) - failed
	if strict {
		failed = len(problems)
	}
	if failed > 0 {
		return errors.New(counted(failed, "problem"))
	}
	fmt.Fprintf(stdout, "%s, %s, no errors, %s\n",
		counted(len(project.Figures), "figure"), counted(len(project.Texts), "text"), counted(warnings, "warning"))
	if waiting > 0 {
		fmt.Fprintf(stdout, "%s waiting for a scene; -pending lists them\n", counted(waiting, "figure"))
	}
	return nil
}

// checkDrawings finds what is wrong with drawings and whether their packs are those
// that they compile to.
func checkDrawings(assets fs.FS) (packs func(scene string) []byte, problems []authoring.Problem) {
	made, problems := setfile.New().Compile(assets)
	if authoring.Errors(problems) > 0 {
		return setfile.Packs(made), problems
	}
	for _, name := range setfile.Stale(assets, made) {
		problems = append(problems, authoring.Problem{File: name, Message: "it is not what the drawings compile to", Hint: "studio compile"})
	}
	return setfile.Packs(made), problems
}

// printProblems names files as seen from the working directory.
func printProblems(w io.Writer, dir string, problems []authoring.Problem) {
	for _, p := range problems {
		if !strings.HasPrefix(p.File, "scenes/") {
			p.File = filepath.Join(dir, p.File)
		}
		fmt.Fprintln(w, p)
	}
}

func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}
