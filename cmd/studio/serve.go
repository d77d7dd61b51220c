package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"

	"lianhua/internal/build"
	"lianhua/internal/build/live"
	"lianhua/internal/dataset"
	"lianhua/internal/site"
)

func serveCommand() command {
	return command{
		name:    "serve",
		summary: "show the site and rebuild it whenever a file is saved",
		usage: `studio serve [-addr HOST:PORT]

Builds the site and serves it; the address is printed, and is the next free port
if that one is taken. When a file is saved, the open page follows: words,
figures, colours and timing are swapped while it runs, Go code and the page's
shell reload it. When something does not build, the page keeps the last good
state and shows the error. Ctrl-C ends.

  -addr HOST:PORT   default 127.0.0.1:8080, which only this machine can reach

Examples:
  studio serve
  studio serve -addr 0.0.0.0:8080   also phones in the same network`,
		run: runServe,
	}
}

func runServe(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprintln(stderr, serveCommand().usage) }
	addr := flags.String("addr", "127.0.0.1:8080", "")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "studio serve: unknown argument %q; see studio help serve\n", flags.Arg(0))
		return 2
	}
	m, err := module(dataset.Site{}, stderr)
	if err != nil {
		fmt.Fprintf(stderr, "studio serve: %v\n", err)
		return 1
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	listener, err := live.Listen(*addr)
	if err != nil {
		fmt.Fprintf(stderr, "studio serve: %v\n", err)
		return 1
	}
	fmt.Fprintf(stdout, "http://%s/\n", listener.Addr())
	if err := live.Run(ctx, listener, liveSources(m)); err != nil {
		fmt.Fprintf(stderr, "studio serve: %v\n", err)
		return 1
	}
	return 0
}

// liveSources says where the module keeps what the site is made from.
func liveSources(m site.Module) live.Sources {
	in := func(names ...string) []string {
		var paths []string
		for _, name := range names {
			paths = append(paths, filepath.Join(m.Root, name))
		}
		return paths
	}
	from := m.Site()
	return live.Sources{
		Site:     from,
		Player:   from.PlayerFiles,
		Data:     in("assets"),
		Code:     in("cmd", "internal", "scenes", "assets", "go.mod", "go.sum"),
		CutFonts: func(ctx context.Context) error { return makeFonts(ctx, m.Root, "", false, io.Discard) },
		Fresh:    func(ctx context.Context) ([]build.File, error) { return freshPages(ctx, m.Root) },
	}
}

// freshPages bakes the pages with the scenes as they are on disk: this program
// still holds those that it was compiled with.
func freshPages(ctx context.Context, root string) ([]build.File, error) {
	out := filepath.Join(root, "build", "pages")
	cmd := exec.CommandContext(ctx, "go", "run", "./cmd/studio", "build", "-pages", "-out", out)
	cmd.Dir = root
	if text, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("baking the pages with the changed code: %w\n%s", err, text)
	}
	return build.Read(out)
}
