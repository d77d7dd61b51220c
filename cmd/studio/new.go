package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func newCommand() command {
	return command{
		name:    "new",
		summary: "begin a scene: its drawings, its storyboard, its words and its test",
		usage: `studio new scene NAME [-act NAME] [-figure ID] [-dir DIR]

Writes a scene that draws: drawings for wide and upright windows, a storyboard,
words in both languages and a test; and puts it into the table of contents,
scenes/scenes.go: at the end of its act, or of all. NAME is that of its link: small
letters. Nothing that is there is written over. The workbench does the same.

  -act NAME   the act that it belongs to, as scenes/acts.go has it
  -figure ID  the figure that it tells (the first that no scene draws yet)
  -dir DIR    the project's folder (the working directory)

Example:
  studio new scene lantern
  studio fonts                 then the fonts have the characters of its words,
  studio compile               its drawings and words are compiled,
  studio serve                 and shown as they are changed`,
		run: runNew,
	}
}

func runNew(_ context.Context, args []string, stdout, _ io.Writer) error {
	flags := newFlags("new")
	act := flags.String("act", "", "")
	figure := flags.String("figure", "", "")
	dir := flags.String("dir", ".", "")
	if len(args) < 2 || args[0] != "scene" {
		return misuse{errors.New("say what is to be new: scene NAME\n\n" + newCommand().usage)}
	}
	if err := parse(flags, newCommand(), args[2:]); err != nil {
		return err
	}
	b, err := begin(os.DirFS(filepath.Join(*dir, "assets")), args[1], *figure, *act)
	if err != nil {
		return err
	}
	paths, err := b.write(*dir)
	for _, path := range paths {
		fmt.Fprintln(stdout, filepath.Join(*dir, path))
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "\nIt tells %s. Next: go run ./cmd/studio fonts, go run ./cmd/studio compile,\nand go test ./scenes/%s\n", b.Figure, b.Name)
	return nil
}
