package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestEveryCommandTeaches(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range commands() {
		if seen[c.name] {
			t.Errorf("two commands are named %s", c.name)
		}
		seen[c.name] = true
		var out, errs bytes.Buffer
		if code := dispatch([]string{c.name, "-h"}, &out, &errs); code != 0 || errs.Len() > 0 {
			t.Errorf("studio %s -h: exit code %d, %s", c.name, code, &errs)
		}
		for _, want := range []string{"studio " + c.name, "Example"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("studio %s -h lacks %q", c.name, want)
			}
		}
	}
}

func TestDispatch(t *testing.T) {
	for _, test := range []struct {
		args   []string
		code   int
		stdout string
		stderr string
	}{
		{nil, 2, "", "studio help COMMAND"},
		{[]string{"help"}, 0, "studio serve", ""},
		{[]string{"help", "size"}, 0, "studio size", ""},
		{[]string{"sreve"}, 2, "", `no command "sreve"`},
		{[]string{"size", "big"}, 2, "", `unknown argument "big"`},
		{[]string{"build", "here"}, 2, "", `unknown argument "here"`},
		{[]string{"serve", "-port", "1"}, 2, "", "-addr"},
		{[]string{"build", "-address", "example.org", "-out", t.TempDir()}, 2, "", "https://example.org/lianhua/"},
	} {
		var out, errs bytes.Buffer
		if code := dispatch(test.args, &out, &errs); code != test.code {
			t.Errorf("%q: exit code %d, want %d", test.args, code, test.code)
		}
		if !strings.Contains(out.String(), test.stdout) || !strings.Contains(errs.String(), test.stderr) {
			t.Errorf("%q: printed %q and %q", test.args, &out, &errs)
		}
	}
}

func TestStepsShowEveryFailure(t *testing.T) {
	fail := func(text string) func(context.Context, string, io.Writer) error {
		return func(_ context.Context, _ string, out io.Writer) error {
			io.WriteString(out, text)
			return errors.New("found something")
		}
	}
	good := func(context.Context, string, io.Writer) error { return nil }
	var out, errs bytes.Buffer
	steps := []step{{"first", fail("a.go:1")}, {"second", good}, {"third", fail("b.go:2")}}
	if err := runSteps(context.Background(), "", steps, &out, &errs); err == nil || !strings.HasSuffix(err.Error(), "first, third") {
		t.Errorf("the error is %v", err)
	}
	if got := strings.Count(out.String(), "FAIL"); got != 2 || !strings.Contains(out.String(), "ok   second") {
		t.Errorf("printed %s", &out)
	}
	if !strings.Contains(errs.String(), "a.go:1") || !strings.Contains(errs.String(), "b.go:2") {
		t.Errorf("printed %s", &errs)
	}
	if err := runSteps(context.Background(), "", steps[1:2], io.Discard, io.Discard); err != nil {
		t.Errorf("a good step gives %v", err)
	}
}

func TestFormatIsChecked(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"assets", "cmd", "internal", "scenes"} {
		if err := os.Mkdir(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(root, "cmd", "a.go")
	if err := os.WriteFile(file, []byte("package a\n\nvar  x = 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := checkFormat(context.Background(), root, &out); err == nil || !strings.Contains(out.String(), "a.go") {
		t.Errorf("got %v, %q", err, &out)
	}
	if err := os.WriteFile(file, []byte("package a\n\nvar x = 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := checkFormat(context.Background(), root, io.Discard); err != nil {
		t.Error(err)
	}
}

func TestGoldenPackages(t *testing.T) {
	root := t.TempDir()
	for name, src := range map[string]string{
		"assets/a.go":             "package assets",
		"cmd/c/c_test.go":         "package c",
		"internal/b/b_test.go":    `package b; var regen = flag.Bool("regen", false, "")`,
		"internal/b/b2_test.go":   `package b; // flag.Bool("regen"`,
		"scenes/s/golden_test.go": `package s; var regen = flag.Bool("regen", false, "")`,
	} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := goldenPackages(root)
	if want := []string{"./internal/b", "./scenes/s"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}
