package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/site"
)

// TestWorksSideBySidePrintWholeLines lets two works print at once, in pieces, and one
// fail: no line is torn, the other goes on, and the failure is told.
func TestWorksSideBySidePrintWholeLines(t *testing.T) {
	var out, errs strings.Builder
	torn := errors.New("torn")
	met := make(chan bool)
	err := sideBySide(&out, &errs,
		func(stdout, stderr io.Writer) error {
			fmt.Fprint(stdout, "a ")
			met <- true
			<-met
			fmt.Fprint(stdout, "whole line\nand one without an end")
			fmt.Fprintln(stderr, "a complaint")
			return torn
		},
		func(stdout, _ io.Writer) error {
			<-met
			fmt.Fprint(stdout, "another\nand ")
			met <- true
			fmt.Fprint(stdout, "one more\n")
			return nil
		})
	if !errors.Is(err, torn) {
		t.Errorf("the error is %v", err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	slices.Sort(lines)
	if want := []string{"a whole line", "and one more", "and one without an end", "another"}; !slices.Equal(lines, want) {
		t.Errorf("printed %q, want %q", lines, want)
	}
	if errs.String() != "a complaint\n" {
		t.Errorf("complained %q", errs.String())
	}
	if err := sideBySide(io.Discard, io.Discard, func(io.Writer, io.Writer) error { return nil }); err != nil {
		t.Errorf("a good work gives %v", err)
	}
}

// TestNoPackageIsLeftOut holds that what is tested side by side is everything.
func TestNoPackageIsLeftOut(t *testing.T) {
	root, err := site.Root()
	if err != nil {
		t.Fatal(err)
	}
	others, err := packagesBut(context.Background(), root, longest)
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(others, longest) || !slices.Contains(others, "lianhua/scenes") || !slices.Contains(others, "lianhua/cmd/studio") {
		t.Errorf("beside %s there are %q", longest, others)
	}
	if _, err := packagesBut(context.Background(), root, "lianhua/internal/gone"); err == nil {
		t.Error("a package that is not there is left out without a word")
	}
}
