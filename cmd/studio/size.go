package main

import (
	"context"
	"fmt"
	"io"

	"lianhua/internal/build"
	"lianhua/internal/dataset"
)

func sizeCommand() command {
	return command{
		name:    "size",
		summary: "weigh what a reader loads against the budget",
		usage: `studio size

Builds the site in memory and prints each file's bytes, raw and under brotli,
and their sum until the first frame that answers to touch; and what the drawings
of a scene weigh. Exits with 1 when the sum is above the budget of 2.0 MB, or
drawings are above theirs: 60 KB by the mean of the scenes
that have some, 100 KB the heaviest.

Example:
  studio size`,
		run: runSize,
	}
}

func runSize(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if err := parse(newFlags("size"), sizeCommand(), args); err != nil {
		return err
	}
	m, err := module(dataset.Site{}, stderr)
	if err != nil {
		return err
	}
	parts, err := m.Packed(ctx)
	if err != nil {
		return err
	}
	if err := build.WriteTable(stdout, parts); err != nil {
		return err
	}
	if _, bytes := build.FirstLoad(parts); bytes > build.Budget {
		return fmt.Errorf("%d bytes above the budget; go tool nm and go list -deps ./cmd/lianhua show what grew", bytes-build.Budget)
	}
	if err := build.PacksAbove(parts); err != nil {
		return fmt.Errorf("%w: let forms share paths, draw with symbols, and round to tenths", err)
	}
	return nil
}
