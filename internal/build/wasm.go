package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"lianhua/internal/build/postlink"
	"lianhua/internal/build/slim"
)

// coldPackages are compiled without inlining: they run while the player starts,
// once an input or a frame, when a picture is taken away, or when something goes
// wrong. Without it they are up to a third smaller, and no frame is slower; a draw
// call without inlining would take 2.5 times as long.
func coldPackages() []string {
	return []string{
		"encoding/...",
		"image/...",
		"internal/poll",
		"io/...",
		"lianhua/cmd/lianhua",
		"lianhua/internal/chrome",
		"lianhua/internal/contents",
		"lianhua/internal/dom",
		"lianhua/internal/hall/...",
		"lianhua/internal/play",
		"lianhua/internal/story",
		"lianhua/internal/svg",
		"os",
		"strconv",
		"syscall",
		"time",
		slim.Module + "/internal/gamepad",
		slim.Module + "/internal/gamepaddb",
		slim.Module + "/internal/legacyshader",
	}
}

// wasmEnv pins what would change the bytes: the target, and flags from outside.
func wasmEnv() []string {
	return []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=", "GOWASM="}
}

func wasmFlags() []string {
	flags := []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w"}
	for _, cold := range coldPackages() {
		flags = append(flags, "-gcflags="+cold+"=-l")
	}
	return flags
}

// WASM compiles the package pkg of the module at root, a path such as
// "./cmd/lianhua", and returns the file that holds the program. It can draw with
// the shaders that the command in pkg's folder "shaders" prints. The folder work
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
	flags := strings.Join(wasmFlags(), " ") + pkg + slim.Fingerprint() + postlink.Version
	if _, err := os.Stat(path); err == nil && unchanged(record, root, flags) {
		return path, false, nil
	}
	shaders, err := listShaders(ctx, root, pkg)
	if err != nil {
		return "", false, err
	}
	mod, err := slimModfile(ctx, root, work, shaders)
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
	if err := compile(ctx, root, mod, pkg, path); err != nil {
		return "", false, fmt.Errorf("compiling the player: %w", err)
	}
	if err := in.save(record); err != nil {
		return "", false, err
	}
	return path, true, nil
}

// compile gives path the program, whole or not at all: others may be compiling or
// reading it, as tests of several packages do.
func compile(ctx context.Context, root, mod, pkg, path string) (err error) {
	aside, err := os.MkdirTemp(filepath.Dir(path), ".compiling-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(aside)) }()
	made := filepath.Join(aside, filepath.Base(path))
	args := append([]string{"build", "-modfile=" + mod}, wasmFlags()...)
	if _, err := goTool(ctx, root, wasmEnv(), append(args, "-o", made, pkg)...); err != nil {
		return err
	}
	program, err := os.ReadFile(made)
	if err != nil {
		return err
	}
	if program, err = postlink.Shrink(program); err != nil {
		return err
	}
	return replaceFile(path, program)
}
