package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"

	"lianhua/internal/build/slim"
)

// slimModfile writes a go.mod (and go.sum) beside the real one's copy in work,
// in which Ebitengine is the patched copy with the given shaders, and returns its
// path for -modfile.
func slimModfile(ctx context.Context, root, work string, shaders []slim.Shader) (string, error) {
	out, err := goTool(ctx, root, nil, "list", "-m", "-f", "{{.Version}}\n{{.Dir}}", slim.Module)
	if err != nil {
		return "", fmt.Errorf("finding Ebitengine: %w", err)
	}
	version, dir, _ := strings.Cut(strings.TrimSpace(out), "\n")
	if dir == "" {
		if _, err := goTool(ctx, root, nil, "mod", "download", slim.Module); err != nil {
			return "", fmt.Errorf("fetching Ebitengine: %w", err)
		}
		if dir, err = goTool(ctx, root, nil, "list", "-m", "-f", "{{.Dir}}", slim.Module); err != nil {
			return "", fmt.Errorf("finding Ebitengine: %w", err)
		}
	}
	copied, err := slim.Prepare(ctx, strings.TrimSpace(dir), version, filepath.Join(work, "slim"), shaders)
	if err != nil {
		return "", err
	}
	path := filepath.Join(work, "player.mod")
	content, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return "", fmt.Errorf("reading the module file: %w", err)
	}
	file, err := modfile.Parse("go.mod", content, nil)
	if err != nil {
		return "", fmt.Errorf("reading the module file: %w", err)
	}
	place, err := replacement(root, copied)
	if err != nil {
		return "", err
	}
	if err := file.AddReplace(slim.Module, "", place, ""); err != nil {
		return "", fmt.Errorf("replacing Ebitengine: %w", err)
	}
	file.Cleanup()
	if content, err = file.Format(); err != nil {
		return "", fmt.Errorf("writing the module file: %w", err)
	}
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return "", fmt.Errorf("reading the module sums: %w", err)
	}
	if err := replaceFile(path, content); err != nil {
		return "", err
	}
	return path, replaceFile(strings.TrimSuffix(path, ".mod")+".sum", sums)
}

// replacement is the folder as a go.mod at root names it. The program holds what
// it says: relative to root, it is the same in each checkout.
func replacement(root, folder string) (string, error) {
	root, err1 := filepath.Abs(root)
	folder, err2 := filepath.Abs(folder)
	if err := errors.Join(err1, err2); err != nil {
		return "", err
	}
	rel, err := filepath.Rel(root, folder)
	if err != nil || !filepath.IsLocal(rel) {
		return folder, nil
	}
	return "./" + filepath.ToSlash(rel), nil
}

// goTool runs the go command in root and returns what it prints. Its error
// holds the compiler's messages.
func goTool(ctx context.Context, root string, env []string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		text := strings.TrimSpace(stderr.String())
		if text == "" {
			text = strings.TrimSpace(stdout.String())
		}
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, text)
	}
	return stdout.String(), nil
}
