package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"lianhua/internal/build"
	"lianhua/internal/dataset"
)

func distCommand() command {
	return command{
		name:    "dist",
		summary: "build the site and the native players for a release",
		usage: `studio dist

Builds the site into dist/, as studio build does, and the native player for each
system into dist/native/. Any machine builds for all of them; no C compiler is
needed.

Example:
  studio dist`,
		run: runDist,
	}
}

func runDist(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if err := parse(newFlags("dist"), distCommand(), args); err != nil {
		return err
	}
	m, err := module(dataset.Site{}, stderr)
	if err != nil {
		return err
	}
	out := filepath.Join(m.Root, "dist")
	if err := writeHosted(ctx, m, out, stdout); err != nil {
		return err
	}
	for _, target := range build.Targets() {
		fmt.Fprintf(stderr, "studio: compiling for %s/%s\n", target.OS, target.Arch)
		path, err := build.Native(ctx, m.Root, "./cmd/lianhua", filepath.Join(out, "native"), target)
		if err != nil {
			return err
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s  %.1f MB\n", path, float64(info.Size())/1e6)
	}
	return nil
}
