package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"

	"lianhua/internal/site"
	"lianhua/internal/testenv"
)

func testCommand() command {
	return command{
		name:    "test",
		summary: "install what the tests need, lint, and run them with a display",
		usage: `studio test [ARGUMENTS OF go test]

Installs the browsers, the display and the graphics libraries that the machine
lacks (through apt; without the rights it prints what to type and stops), then
runs studio lint and go test ./... on DISPLAY, or on a virtual display where
there is none. With arguments it skips the lint and passes them to go test.

Examples:
  studio test                          everything, as make test
  studio test ./internal/gpu -run Dots one test, with a display
  studio test ./... -short             every test, without the lint`,
		run: runTest,
	}
}

func runTest(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if err := testenv.Install(ctx, stderr); err != nil {
		return err
	}
	root, err := site.Root()
	if err != nil {
		return err
	}
	var lint error
	if len(args) == 0 {
		args = []string{"./..."}
		lint = runSteps(ctx, root, lintSteps(), stdout, stderr)
	}
	return errors.Join(lint, testOnDisplay(ctx, root, args, stdout, stderr))
}

func testOnDisplay(ctx context.Context, root string, args []string, stdout, stderr io.Writer) error {
	display, end, err := testenv.Display(ctx)
	if err != nil {
		return err
	}
	defer end()
	cmd := exec.CommandContext(ctx, "go", slices.Concat([]string{"test", "-timeout=60m"}, args)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "DISPLAY="+display)
	cmd.Stdout, cmd.Stderr = stdout, stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go test: %w", err)
	}
	return nil
}
