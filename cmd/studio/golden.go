package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lianhua/internal/site"
	"lianhua/internal/testenv"
)

func goldenCommand() command {
	return command{
		name:    "golden",
		summary: "write the goldens of the tests anew",
		usage: `studio golden

Runs, with -regen, the tests of every package whose tests know that flag: they
write the files that they are compared with. Look at the difference (git diff)
before it is committed: it is what readers will see.

Example:
  studio golden && git diff --stat`,
		run: runGolden,
	}
}

func runGolden(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if err := parse(newFlags("golden"), goldenCommand(), args); err != nil {
		return err
	}
	root, err := site.Root()
	if err != nil {
		return err
	}
	packages, err := goldenPackages(root)
	if err != nil {
		return fmt.Errorf("finding the tests with goldens: %w", err)
	}
	if len(packages) == 0 {
		return fmt.Errorf("no test has the flag -regen")
	}
	if err := testenv.Install(ctx, stderr); err != nil {
		return err
	}
	return testOnDisplay(ctx, root, append(packages, "-count=1", "-regen"), stdout, stderr)
}

// goldenPackages lists the packages whose tests define the flag -regen.
func goldenPackages(root string) ([]string, error) {
	var packages []string
	for _, top := range []string{"assets", "cmd", "internal", "scenes"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			src, err := os.ReadFile(path)
			if err != nil || !bytes.Contains(src, []byte(`flag.Bool("regen"`)) {
				return err
			}
			rel, err := filepath.Rel(root, filepath.Dir(path))
			if err != nil {
				return err
			}
			packages = append(packages, "./"+filepath.ToSlash(rel))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(packages)
	return slices.Compact(packages), nil
}
