package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"lianhua/internal/site"
	"lianhua/internal/testenv"
	"lianhua/internal/testenv/engines"
)

func enginesCommand() command {
	return command{
		name:    "engines",
		summary: "try the published page in old browsers, before a release",
		usage: `studio engines [-dir DIR]

Fetches Chromiums of ` + versions() + ` through npm, checks their digests, and opens the
published page in each: it plays the story as the native player draws it, or shows the
article with the sentence why, and answers a tap; nothing stands in the console, and the
player is fetched once at most. It needs Linux on amd64, npm, and the libraries of a
present Chromium, which studio test installs; 210 MB are fetched and 700 kept, once.

  -dir DIR  where the engines are kept (lianhua/engines in the user's cache)

Examples:
  studio engines`,
		run: runEngines,
	}
}

// versions are those of the engines, as a list.
func versions() string {
	var out []string
	for _, e := range engines.All() {
		out = append(out, fmt.Sprint(e.Major))
	}
	last := len(out) - 1
	return strings.Join(out[:last], ", ") + " and " + out[last]
}

func runEngines(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("engines")
	dir := flags.String("dir", "", "")
	if err := parse(flags, enginesCommand(), args); err != nil {
		return err
	}
	if *dir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return fmt.Errorf("finding a place for the engines, which -dir names: %w", err)
		}
		*dir = filepath.Join(cache, "lianhua", "engines")
	}
	folder, err := filepath.Abs(*dir)
	if err != nil {
		return err
	}
	if err := testenv.Install(ctx, stderr); err != nil {
		return err
	}
	for _, e := range engines.All() {
		fmt.Fprintf(stderr, "studio: %v, fetched where it is not there yet\n", e)
		if err := e.Install(ctx, folder); err != nil {
			return err
		}
	}
	root, err := site.Root()
	if err != nil {
		return err
	}
	if err := os.Setenv(engines.Folder, folder); err != nil {
		return err
	}
	return testOnDisplay(ctx, root, []string{"./internal/browsertest", "-run", "OldEngines", "-count=1", "-v"}, stdout, stderr)
}
