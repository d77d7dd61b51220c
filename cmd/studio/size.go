package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"

	"lianhua/internal/build"
	"lianhua/internal/dataset"
)

func sizeCommand() command {
	return command{
		name:    "size",
		summary: "weigh what a reader loads against the budget",
		usage: `studio size

Builds the site in memory and prints each file's bytes, raw and under brotli,
and their sum until the first frame that answers to touch. Exits with 1 when the
sum is above the budget of 1.75 MB.

Example:
  studio size`,
		run: runSize,
	}
}

func runSize(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		fmt.Fprintf(stderr, "studio size: unknown argument %q; it takes none\n", args[0])
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	parts, err := published(ctx, dataset.Site{}, true, stderr)
	if err == nil {
		err = build.WriteTable(stdout, parts)
	}
	if err != nil {
		fmt.Fprintf(stderr, "studio size: %v\n", err)
		return 1
	}
	if _, bytes := build.FirstLoad(parts); bytes > build.Budget {
		fmt.Fprintf(stderr, "studio size: %d bytes above the budget; go tool nm and go list -deps ./cmd/lianhua show what grew\n", bytes-build.Budget)
		return 1
	}
	return 0
}
