package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"

	"lianhua/internal/build"
	"lianhua/internal/build/live"
	"lianhua/internal/dataset"
	"lianhua/internal/fontsub/faces"
	"lianhua/internal/site"
	"lianhua/internal/workbench"
	"lianhua/internal/workbench/desk"
	"lianhua/scenes"
)

func serveCommand() command {
	return command{
		name:    "serve",
		summary: "show the site and rebuild it whenever a file is saved",
		usage: `studio serve [-addr HOST:PORT] [-token WORD]

Builds the site and serves it, and the workbench at which it is looked at in all
forms, languages and themes, which answers this machine only; both addresses are
printed, with the next free port if that one is taken. When a file is saved, the open page follows: words,
figures, colours and timing are swapped while it runs, Go code and the page's
shell reload it. When something does not build, the page keeps the last good
state and shows the error. Ctrl-C ends.

  -addr HOST:PORT   default 127.0.0.1:8080, which only this machine can reach
  -token WORD       lets other machines change files at the workbench, by this word;
                    without it they only look

Examples:
  studio serve
  studio serve -addr 0.0.0.0:8080   also phones in the same network`,
		run: runServe,
	}
}

func runServe(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("serve")
	addr := flags.String("addr", "127.0.0.1:8080", "")
	token := flags.String("token", "", "")
	if err := parse(flags, serveCommand(), args); err != nil {
		return err
	}
	m, err := module(dataset.Site{}, stderr)
	if err != nil {
		return err
	}
	listener, err := live.Listen(*addr)
	if err != nil {
		return err
	}
	m = m.Remembering()
	sources := liveSources(m)
	closeDesk, err := withDesk(&sources, m, *token)
	if err != nil {
		return err
	}
	if err := withWorkbench(&sources, m, stderr); err != nil {
		return errors.Join(err, closeDesk())
	}
	fmt.Fprintf(stdout, "http://%s/\n", listener.Addr())
	if at := benchAddress(listener.Addr()); at != "" {
		fmt.Fprintln(stdout, at)
	}
	return errors.Join(live.Run(ctx, listener, sources), closeDesk())
}

// withDesk has the server answer for what can be changed of the story.
func withDesk(sources *live.Sources, m site.Module, token string) (done func() error, err error) {
	assets := filepath.Join(m.Root, "assets")
	saved := make(chan struct{}, 1)
	d, err := desk.New(desk.Options{Assets: assets, Scenes: scenes.All(), Covers: fontCoverage(assets), Token: token, Memory: m.Memory, Saved: func() {
		select {
		case saved <- struct{}{}:
		default: // somebody is about to look
		}
	}})
	if err != nil {
		return nil, err
	}
	sources.Beside, sources.Saved = d.Handlers(), saved
	return d.Close, nil
}

// benchAddress is where this machine reaches the workbench, which answers no other;
// empty where the server listens elsewhere only.
func benchAddress(listening net.Addr) string {
	at, ok := listening.(*net.TCPAddr)
	switch {
	case !ok || !at.IP.IsUnspecified() && !at.IP.IsLoopback():
		return ""
	case at.IP.IsUnspecified():
		at = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: at.Port}
	}
	return "http://" + at.String() + workbench.Path
}

// withWorkbench has the workbench follow what is compiled.
func withWorkbench(sources *live.Sources, m site.Module, stderr io.Writer) error {
	bench, err := workbench.New(m)
	if err != nil {
		return err
	}
	bench.NewScene = func(name, act string) ([]string, error) {
		begun, err := begin(os.DirFS(filepath.Join(m.Root, "assets")), name, "", act)
		if err != nil {
			return nil, err
		}
		return begun.write(m.Root)
	}
	sources.Beside[workbench.Path] = bench
	sources.Compiled = func(story []byte, packs []build.File, stale bool) {
		if err := bench.Take(story, packs, stale); err != nil {
			fmt.Fprintf(stderr, "the workbench shows the last story: %v\n", err)
		}
	}
	return nil
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
		CutFonts: func(ctx context.Context) error { return faces.Make(ctx, m.Root, "", false, io.Discard) },
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
