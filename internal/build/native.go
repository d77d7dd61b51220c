package build

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
)

// Target is a system that the native player is built for.
type Target struct{ OS, Arch string }

// Targets are the systems of a release. None needs a C compiler.
func Targets() []Target {
	return []Target{
		{"linux", "amd64"},
		{"linux", "arm64"},
		{"windows", "amd64"},
		{"darwin", "arm64"},
	}
}

// Native compiles the package pkg of the module at root for the target into the
// folder out, and returns the program's path: NAME-OS-ARCH.
func Native(ctx context.Context, root, pkg, out string, target Target) (string, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	path := filepath.Join(out, strings.Join([]string{filepath.Base(pkg), target.OS, target.Arch}, "-"))
	link := "-ldflags=-s -w"
	if target.OS == "windows" {
		path += ".exe"
		link += " -H=windowsgui" // no console behind the window
	}
	env := []string{"GOOS=" + target.OS, "GOARCH=" + target.Arch, "CGO_ENABLED=0"}
	if _, err := goTool(ctx, root, env, "build", "-trimpath", link, "-o", path, pkg); err != nil {
		return "", fmt.Errorf("compiling for %s/%s: %w", target.OS, target.Arch, err)
	}
	return path, nil
}
