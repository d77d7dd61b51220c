package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

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

// wasmEnv pins what would change the bytes: the target, and flags from outside.
func wasmEnv() []string {
	return []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=", "GOWASM="}
}

func wasmFlags() []string {
	flags := []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=all=-l"}
	for _, hot := range hotPackages() {
		flags = append(flags, "-gcflags="+hot+"=")
	}
	return flags
}

// WASM compiles the package pkg of the module at root, a path such as
// "./cmd/lianhua", and returns the file that holds the program. The folder work
// keeps it, with the patched Ebitengine, between builds; compiled tells whether
// anything had to be compiled.
func WASM(ctx context.Context, root, work, pkg string) (path string, compiled bool, err error) {
	if root, err = filepath.Abs(root); err != nil {
		return "", false, err
	}
	if work, err = filepath.Abs(work); err != nil {
		return "", false, err
	}
	path = filepath.Join(work, filepath.Base(pkg)+".wasm")
	record := path + ".inputs"
	flags := strings.Join(wasmFlags(), " ") + pkg + slim.Fingerprint()
	if _, err := os.Stat(path); err == nil && unchanged(record, root, flags) {
		return path, false, nil
	}
	mod, err := slimModfile(ctx, root, work)
	if err != nil {
		return "", false, err
	}
	in, err := listInputs(ctx, root, mod, pkg)
	if err != nil {
		return "", false, err
	}
	// The digest is taken before compiling: a file saved meanwhile differs from
	// it, and the next build compiles again.
	if in.Digest, err = in.digest(root, flags); err != nil {
		return "", false, fmt.Errorf("reading what the player is made of: %w", err)
	}
	args := append([]string{"build", "-modfile=" + mod}, wasmFlags()...)
	if _, err := goTool(ctx, root, wasmEnv(), append(args, "-o", path, pkg)...); err != nil {
		return "", false, fmt.Errorf("compiling the player: %w", err)
	}
	if err := in.save(record); err != nil {
		return "", false, err
	}
	return path, true, nil
}
