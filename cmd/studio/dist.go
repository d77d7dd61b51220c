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
		usage: `studio dist [-players]

Builds the site into dist/, as studio build does, and the native player for each
system into dist/native/, and there what halls install: a Debian package for each
processor (lianhua_VERSION_ARCH.deb) and a zip for Windows. Any machine builds for
all of them; no C compiler is needed. The same commit gives the same bytes;
SOURCE_DATE_EPOCH, where it is set, is the time of all files.

  -players   leave the site out

Examples:
  studio dist
  studio dist -players   the players and their packages only`,
		run: runDist,
	}
}

func runDist(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("dist")
	players := flags.Bool("players", false, "")
	if err := parse(flags, distCommand(), args); err != nil {
		return err
	}
	m, err := module(dataset.Site{}, stderr)
	if err != nil {
		return err
	}
	out := filepath.Join(m.Root, "dist")
	if !*players {
		if err := writeHosted(ctx, m, out, stdout); err != nil {
			return err
		}
	}
	native := filepath.Join(out, "native")
	packer, err := newPacker(ctx, m.Root, native)
	if err != nil {
		return err
	}
	for _, target := range build.Targets() {
		fmt.Fprintf(stderr, "studio: compiling for %s/%s\n", target.OS, target.Arch)
		program, err := build.Native(ctx, m.Root, player, native, target)
		if err != nil {
			return err
		}
		packed, err := packer.pack(ctx, program, target)
		if err != nil {
			return err
		}
		for _, path := range []string{program, packed} {
			if path == "" {
				continue
			}
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			fmt.Fprintf(stdout, "%s  %.1f MB\n", path, float64(info.Size())/1e6)
		}
	}
	return nil
}
