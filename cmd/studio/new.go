package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"lianhua/internal/durable"
)

func newCommand() command {
	return command{
		name:    "new",
		summary: "begin a scene: its drawings, its storyboard, its words and its test",
		usage: `studio new scene NAME [-figure ID] [-dir DIR]

Writes a scene that draws: drawings for wide and upright windows, a storyboard,
words in both languages and a test; and puts it at the end of the table of
contents, scenes/scenes.go. NAME is that of its link: small letters. Nothing that
is there is written over.

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
	figure := flags.String("figure", "", "")
	dir := flags.String("dir", ".", "")
	if len(args) < 2 || args[0] != "scene" {
		return misuse{errors.New("say what is to be new: scene NAME\n\n" + newCommand().usage)}
	}
	if err := parse(flags, newCommand(), args[2:]); err != nil {
		return err
	}
	b, err := begin(os.DirFS(filepath.Join(*dir, "assets")), args[1], *figure)
	if err != nil {
		return err
	}
	files, err := b.files(*dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		path := filepath.Join(*dir, f.name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := durable.WriteFile(path, f.text); err != nil {
			return err
		}
		fmt.Fprintln(stdout, path)
	}
	fmt.Fprintf(stdout, "\nIt tells %s. Next: go run ./cmd/studio fonts, go run ./cmd/studio compile,\nand go test ./scenes/%s\n", b.Figure, b.Name)
	return nil
}
