package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

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
there is none. The package whose tests take longest, that of the browsers, has a
go test of its own from the start, and the others run beside it. With arguments
it skips the lint and passes them to one go test.

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
	display, end, err := testenv.Display(ctx)
	if err != nil {
		return err
	}
	defer end()
	if len(args) > 0 {
		return goTest(ctx, root, display, args, stdout, stderr)
	}
	lint := runSteps(ctx, root, lintSteps(), stdout, stderr)
	others, err := packagesBut(ctx, root, longest)
	if err != nil {
		return errors.Join(lint, err)
	}
	return errors.Join(lint, sideBySide(stdout, stderr,
		func(stdout, stderr io.Writer) error {
			return goTest(ctx, root, display, []string{vetted, longest}, stdout, stderr)
		},
		func(stdout, stderr io.Writer) error {
			// One place is taken by the longest.
			beside := strconv.Itoa(max(1, runtime.GOMAXPROCS(0)-1))
			return goTest(ctx, root, display, append([]string{vetted, "-p=" + beside}, others...), stdout, stderr)
		}))
}

// longest is the package whose tests take longer than all others together would on the
// processor that they leave: were it begun where its name stands, it would end last, alone.
const longest = "lianhua/internal/browsertest"

// vetted keeps go test from vetting once more what the lint has vetted whole.
const vetted = "-vet=off"

// packagesBut are the module's packages but one.
func packagesBut(ctx context.Context, root, but string) ([]string, error) {
	cmd := exec.CommandContext(ctx, "go", "list", "./...")
	cmd.Dir = root
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("listing the packages: %w\n%s", err, &said)
	}
	all := strings.Fields(string(out))
	others := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return name == but })
	if len(others) == len(all) {
		return nil, fmt.Errorf("listing the packages: there is no %s", but)
	}
	return others, nil
}

// sideBySide runs works at once and waits for all. What each prints comes in whole
// lines; a failure of one does not end the others.
func sideBySide(stdout, stderr io.Writer, works ...func(stdout, stderr io.Writer) error) error {
	var printing sync.Mutex
	errs := make([]error, len(works))
	var all sync.WaitGroup
	for i, work := range works {
		all.Go(func() {
			out, log := &lines{to: stdout, printing: &printing}, &lines{to: stderr, printing: &printing}
			errs[i] = errors.Join(work(out, log), out.flush(), log.flush())
		})
	}
	all.Wait()
	return errors.Join(errs...)
}

func testOnDisplay(ctx context.Context, root string, args []string, stdout, stderr io.Writer) error {
	display, end, err := testenv.Display(ctx)
	if err != nil {
		return err
	}
	defer end()
	return goTest(ctx, root, display, args, stdout, stderr)
}

// goTest runs go test with programs that draw on a display.
func goTest(ctx context.Context, root, display string, args []string, stdout, stderr io.Writer) error {
	cmd := exec.CommandContext(ctx, "go", slices.Concat([]string{"test", "-timeout=60m"}, args)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "DISPLAY="+display)
	cmd.Stdout, cmd.Stderr = stdout, stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go test: %w", err)
	}
	return nil
}
