package build

import (
	"context"
	"fmt"
	"path/filepath"

	"lianhua/internal/build/slim"
)

// hotPackages keep inlining: each frame runs through them. Without inlining a
// draw call takes 2.5 times as long; with inlining everywhere the program is a
// tenth larger.
func hotPackages() []string {
	return []string{
		"lianhua/...",
		slim.Module,
		slim.Module + "/internal/affine",
		slim.Module + "/internal/atlas",
		slim.Module + "/internal/buffered",
		slim.Module + "/internal/graphics",
		slim.Module + "/internal/graphicscommand",
		slim.Module + "/internal/graphicsdriver/opengl/...",
		slim.Module + "/internal/mipmap",
		slim.Module + "/internal/ui",
		"syscall/js",
		"math",
		"math/bits",
		"golang.org/x/image/vector",
		"golang.org/x/image/math/...",
	}
}

// WASM compiles the package pkg of the module at root, a path such as
// "./cmd/lianhua", to out. The folder work keeps the patched Ebitengine and the
// module file between builds. Go's build cache makes a build without changes
// take about a second.
func WASM(ctx context.Context, root, work, pkg, out string) error {
	mod, err := slimModfile(ctx, root, work)
	if err != nil {
		return err
	}
	if mod, err = filepath.Abs(mod); err != nil {
		return err
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	args := []string{"build", "-modfile=" + mod, "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=all=-l"}
	for _, hot := range hotPackages() {
		args = append(args, "-gcflags="+hot+"=")
	}
	args = append(args, "-o", out, pkg)
	if _, err := goTool(ctx, root, []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS="}, args...); err != nil {
		return fmt.Errorf("compiling the player: %w", err)
	}
	return nil
}
