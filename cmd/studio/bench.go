package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"lianhua/internal/bench"
	"lianhua/internal/dataset"
)

func benchCommand() command {
	return command{
		name:    "bench",
		summary: "measure against the budgets and against peers",
		usage: `studio bench [-only NAME,…] [-rounds N] [-before DIR] [-json]

Measures, in about a quarter of an hour on a machine that does nothing else, and
prints a table for each:

  bytes    what a reader loads, raw and under brotli
  start    a first visit on a phone, beside a page that shows the same pictures'
           data with ECharts: paints, the first chart that answers a tap, what
           blocks the main thread, layout shift and bytes; as fast as the machine
           is, and at 10 Mbit/s with a processor four times slower
  player   where the time goes until the player's first frame on a first visit, under
           the same two conditions
  script   script time of a frame while each scene's beats play
  sets     scenes with drawings: bytes of a pack, what it takes to read, to its first
           frame with a processor four times slower, script time of a frame, and
           what a saved drawing takes to become pixels
  dots     the 111,616 marks of the cleanup scene against PixiJS and ECharts,
           which move as many in the same browser
  raster   pictures a second drawn by the CPU
  allocs   allocations of a frame
  micro    reading the story and fonts, setting a paragraph
  edit     at the workbench, the matrix open: a knob, a colour and a beat dragged, to
           new pixels of the player on the stage and of the picture in the matrix

The peers come from npm, with the versions and digests of internal/bench/peers.
Without npm, start and dots measure the story alone and say so.

What cannot be measured is named with its reason, the rest is still printed, and
the exit code is 1.

  -only NAME   these alone, joined by commas
  -rounds N    of the comparison and of the loads (5)
  -before DIR  measures the player of an earlier "studio build" beside this one's
  -json        one object in place of the tables

Examples:
  studio bench                   everything
  studio bench -only dots        the comparison with the peers
  studio bench -only raster,allocs -json > before.json`,
		run: runBench,
	}
}

func runBench(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("bench")
	only := flags.String("only", "", "")
	rounds := flags.Int("rounds", 5, "")
	before := flags.String("before", "", "")
	asJSON := flags.Bool("json", false, "")
	if err := parse(flags, benchCommand(), args); err != nil {
		return err
	}
	if *rounds < 1 || *rounds > 100 {
		return misuse{fmt.Errorf("-rounds is %d; 1 to 100 make sense", *rounds)}
	}
	names, err := chosenSections(*only)
	if err != nil {
		return misuse{err}
	}
	m, err := module(dataset.Site{}, stderr)
	if err != nil {
		return err
	}
	run := bench.NewRun(ctx, m, *rounds, *before, stderr)
	defer run.Close()
	report := bench.Report{Machine: bench.Machine()}
	if !*asJSON {
		if err := report.WriteText(stdout); err != nil {
			return err
		}
	}
	var failed []string
	for _, name := range names {
		s := run.Section(name)
		if err := ctx.Err(); err != nil {
			return errors.New("interrupted")
		}
		report.Sections = append(report.Sections, s)
		if s.Failed != "" {
			failed = append(failed, name)
		}
		if !*asJSON {
			if err := s.WriteText(stdout); err != nil {
				return err
			}
		}
	}
	if *asJSON {
		if err := report.WriteJSON(stdout); err != nil {
			return err
		}
	} else {
		fmt.Fprintf(stdout, "\nload at the end: %s\n", bench.Load())
	}
	if len(failed) > 0 {
		return fmt.Errorf("not all could be measured of %s", strings.Join(failed, ", "))
	}
	return nil
}

// chosenSections reads the choice of the command line; an empty one takes all.
func chosenSections(only string) ([]string, error) {
	all := bench.Sections()
	if only == "" {
		return all, nil
	}
	var names []string
	for name := range strings.SplitSeq(only, ",") {
		if !slices.Contains(all, name) {
			return nil, fmt.Errorf("there is no section %q; the sections are %s", name, strings.Join(all, ", "))
		}
		names = append(names, name)
	}
	return names, nil
}
