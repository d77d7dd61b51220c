package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"lianhua/internal/bench"
	"lianhua/internal/dataset"
)

func benchCommand() command {
	return command{
		name:    "bench",
		summary: "measure against the budgets and against peers",
		usage: `studio bench [-only NAME,…] [-rounds N] [-json]

Measures, in about a quarter of an hour on a machine that does nothing else, and
prints a table for each:

  bytes    what a reader loads, raw and under brotli
  start    a first visit on a phone, beside a page that shows the same pictures'
           data with ECharts: paints, the first chart that answers a tap, what
           blocks the main thread, layout shift and bytes; as fast as the machine
           is, and at 10 Mbit/s with a processor four times slower
  script   script time of a frame while each scene's beats play
  dots     the 111,616 marks of the cleanup scene against PixiJS and ECharts,
           which move as many in the same browser
  raster   pictures a second drawn by the CPU
  allocs   allocations of a frame
  micro    reading the story and fonts, setting a paragraph

The peers come from npm, with the versions and digests of internal/bench/peers.
Without npm, start and dots measure the story alone and say so.

What cannot be measured is named with its reason, the rest is still printed, and
the exit code is 1.

  -only NAME   these alone, joined by commas
  -rounds N    of the comparison and of the loads (5)
  -json        one object in place of the tables

Examples:
  studio bench                   everything
  studio bench -only dots        the comparison with the peers
  studio bench -only raster,allocs -json > before.json`,
		run: runBench,
	}
}

func benchSections() []string {
	return []string{"bytes", "start", "script", "dots", "raster", "allocs", "micro"}
}

func runBench(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprintln(stderr, benchCommand().usage) }
	only := flags.String("only", "", "")
	rounds := flags.Int("rounds", 5, "")
	asJSON := flags.Bool("json", false, "")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "studio bench: unknown argument %q; see studio help bench\n", flags.Arg(0))
		return 2
	}
	if *rounds < 1 || *rounds > 100 {
		fmt.Fprintf(stderr, "studio bench: -rounds is %d; 1 to 100 make sense\n", *rounds)
		return 2
	}
	names, err := chosenSections(*only)
	if err != nil {
		fmt.Fprintf(stderr, "studio bench: %v\n", err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	m, err := module(dataset.Site{}, stderr)
	if err != nil {
		fmt.Fprintf(stderr, "studio bench: %v\n", err)
		return 1
	}
	run := newBenchRun(ctx, m, *rounds, stderr)
	defer run.close()
	report := bench.Report{Machine: bench.Machine()}
	if !*asJSON {
		if err := report.WriteText(stdout); err != nil {
			return 1
		}
	}
	code := 0
	for _, name := range names {
		s := run.section(name)
		if err := ctx.Err(); err != nil {
			fmt.Fprintln(stderr, "studio bench: interrupted")
			return 1
		}
		report.Sections = append(report.Sections, s)
		if s.Failed != "" {
			code = 1
		}
		if !*asJSON {
			if err := s.WriteText(stdout); err != nil {
				return 1
			}
		}
	}
	if *asJSON {
		if err := report.WriteJSON(stdout); err != nil {
			return 1
		}
	} else {
		fmt.Fprintf(stdout, "\nload at the end: %s\n", bench.Load())
	}
	return code
}

// chosenSections reads the choice of the command line; an empty one takes all.
func chosenSections(only string) ([]string, error) {
	all := benchSections()
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
