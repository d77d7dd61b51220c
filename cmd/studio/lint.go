package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"lianhua/internal/fontsub/faces"
	"lianhua/internal/site"
)

func lintCommand() command {
	return command{
		name:    "lint",
		summary: "check format, code, imports and the story, as make check",
		usage: `studio lint

Runs, one after the other: gofmt, go vet natively and for WASM, staticcheck, the
import policy of internal/archtest, studio check, and studio fonts -check. Prints
what each found; exits with 1 when any found something.

Example:
  studio lint   before a commit; make check is the same`,
		run: runLint,
	}
}

// A step is one of the checks; it prints what it finds.
type step struct {
	name string
	run  func(ctx context.Context, root string, out io.Writer) error
}

func lintSteps() []step {
	return []step{
		{"gofmt", checkFormat},
		{"go vet", goCommand(nil, "vet", "./...")},
		{"go vet, wasm", goCommand([]string{"GOOS=js", "GOARCH=wasm"}, "vet", "./cmd/lianhua")},
		{"staticcheck", goCommand(nil, "tool", "staticcheck", "./...")},
		{"import policy", goCommand(nil, "test", "./internal/archtest")},
		{"story", func(ctx context.Context, root string, out io.Writer) error {
			return runCheck(ctx, []string{"-assets", root + "/assets", "-scenes", root + "/scenes"}, out, out)
		}},
		{"fonts", func(ctx context.Context, root string, out io.Writer) error {
			return faces.Make(ctx, root, "", true, out)
		}},
	}
}

func runLint(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if err := parse(newFlags("lint"), lintCommand(), args); err != nil {
		return err
	}
	root, err := site.Root()
	if err != nil {
		return err
	}
	return runSteps(ctx, root, lintSteps(), stdout, stderr)
}

// runSteps runs every step even after one failed: one run shows everything.
func runSteps(ctx context.Context, root string, steps []step, stdout, stderr io.Writer) error {
	var failed []string
	for _, s := range steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		began := time.Now()
		var out bytes.Buffer
		err := s.run(ctx, root, &out)
		mark := "ok  "
		if err != nil {
			mark, failed = "FAIL", append(failed, s.name)
		}
		fmt.Fprintf(stdout, "%s %-14s %5.1f s\n", mark, s.name, time.Since(began).Seconds())
		if err != nil {
			fmt.Fprintf(stderr, "%s\n%s: %v\n", strings.TrimSpace(out.String()), s.name, err)
		}
	}
	if len(failed) > 0 {
		return fmt.Errorf("lint has found something: %s", strings.Join(failed, ", "))
	}
	return nil
}

// goCommand is a step that runs the go command.
func goCommand(env []string, args ...string) func(context.Context, string, io.Writer) error {
	return func(ctx context.Context, root string, out io.Writer) error {
		cmd := exec.CommandContext(ctx, "go", args...)
		cmd.Dir = root
		cmd.Env = append(os.Environ(), env...)
		cmd.Stdout, cmd.Stderr = out, out
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
		}
		return nil
	}
}

// checkFormat lists the module's own files that gofmt would change; what builds
// leave in build/ and dist/ is none of its business.
func checkFormat(ctx context.Context, root string, out io.Writer) error {
	var found bytes.Buffer
	cmd := exec.CommandContext(ctx, "gofmt", "-l", "assets", "cmd", "internal", "scenes")
	cmd.Dir = root
	cmd.Stdout, cmd.Stderr = &found, &found
	err := cmd.Run()
	if _, werr := out.Write(found.Bytes()); werr != nil {
		return werr
	}
	if err != nil {
		return fmt.Errorf("gofmt: %w", err)
	}
	if found.Len() > 0 {
		return fmt.Errorf("these files are not formatted: run gofmt -w on them")
	}
	return nil
}
