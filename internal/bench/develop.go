package bench

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"

	"lianhua/internal/build"
	"lianhua/internal/build/live"
	"lianhua/internal/site"
	"lianhua/internal/workbench"
	"lianhua/internal/workbench/desk"
	"lianhua/scenes"
)

// Develop runs a development server, with the workbench and what changes at it, over a
// copy of the sources of the module at root in the empty folder dir. The player is that of
// the built parts, whatever is changed in Go. The server ends with ctx or by end.
func Develop(ctx context.Context, root, dir string, parts []build.File) (address string, end func() error, err error) {
	for _, name := range []string{"assets", "web"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
			return "", nil, fmt.Errorf("copying the sources: %w", err)
		}
	}
	for _, name := range []string{"LICENSE", "LICENSE-CC-BY-4.0"} { // of which the pages tell
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", nil, fmt.Errorf("copying the sources: %w", err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			return "", nil, fmt.Errorf("copying the sources: %w", err)
		}
	}
	m := site.Module{Root: dir}.Remembering()
	var player []build.File
	for _, p := range parts {
		if p.Name == build.PlayerName || p.Name == build.RuntimeName {
			player = append(player, p)
		}
	}
	saved := make(chan struct{}, 1)
	d, err := desk.New(desk.Options{Assets: filepath.Join(dir, "assets"), Scenes: scenes.All(), Memory: m.Memory, Saved: func() {
		select {
		case saved <- struct{}{}:
		default:
		}
	}})
	if err != nil {
		return "", nil, err
	}
	bench, err := workbench.New(m)
	if err != nil {
		return "", nil, errors.Join(err, d.Close())
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, errors.Join(err, d.Close())
	}
	sources := live.Sources{
		Site: m.Site(), Data: []string{filepath.Join(dir, "assets")}, Beside: d.Handlers(), Saved: saved,
		Player:   func(context.Context) ([]build.File, error) { return player, nil },
		Compiled: func(story []byte, packs []build.File, stale bool) { _ = bench.Take(story, packs, stale) },
	}
	sources.Beside[workbench.Path] = bench
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- live.Run(ctx, listener, sources) }()
	end = func() error {
		stop()
		return errors.Join(<-ended, d.Close())
	}
	return "http://" + listener.Addr().String(), end, nil
}
