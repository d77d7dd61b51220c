package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"lianhua/internal/authoring"
)

func digestCommand() command {
	return command{
		name:    "digest",
		summary: "keep a digest of the page, by which check finds copied words",
		usage: `studio digest -from FILE [-assets DIR]

Reads the text of the newspaper page from FILE, a paragraph a line, and writes
page.digest to DIR (assets): a number for each run of ten letters and digits, in
no order of the text, so that the page's sentences are not kept. With it, studio
check refuses words that run on like the page's; names of sources.toml are free.

Example:
  studio digest -from ../page.txt`,
		run: runDigest,
	}
}

func runDigest(_ context.Context, args []string, stdout, _ io.Writer) error {
	flags := newFlags("digest")
	from := flags.String("from", "", "")
	assets := flags.String("assets", "assets", "")
	if err := parse(flags, digestCommand(), args); err != nil {
		return err
	}
	if *from == "" {
		return misuse{errors.New("which text? see studio help digest")}
	}
	text, err := os.ReadFile(*from)
	if err != nil {
		return fmt.Errorf("reading the page: %w", err)
	}
	file, runs := authoring.Digest(string(text))
	name := filepath.Join(*assets, authoring.DigestFile)
	if err := os.WriteFile(name, file, 0o644); err != nil {
		return fmt.Errorf("keeping the digest: %w", err)
	}
	fmt.Fprintf(stdout, "%s: %s of ten letters\n", name, counted(runs, "run"))
	return nil
}
