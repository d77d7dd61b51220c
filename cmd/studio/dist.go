package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"lianhua/internal/build"
	"lianhua/internal/site"
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

func runDist(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		fmt.Fprintf(stderr, "studio dist: unknown argument %q; it takes none\n", args[0])
		return 2
	}
	root, err := site.Root()
	if err != nil {
		fmt.Fprintf(stderr, "studio dist: %v\n", err)
		return 1
	}
	out := filepath.Join(root, "dist")
	if code := runBuild([]string{"-out", out}, stdout, stderr); code != 0 {
		return code
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	for _, target := range build.Targets() {
		fmt.Fprintf(stderr, "studio: compiling for %s/%s\n", target.OS, target.Arch)
		path, err := build.Native(ctx, root, "./cmd/lianhua", filepath.Join(out, "native"), target)
		if err != nil {
			fmt.Fprintf(stderr, "studio dist: %v\n", err)
			return 1
		}
		info, err := os.Stat(path)
		if err != nil {
			fmt.Fprintf(stderr, "studio dist: %v\n", err)
			return 1
		}
		fmt.Fprintf(stdout, "%s  %.1f MB\n", path, float64(info.Size())/1e6)
	}
	return 0
}
