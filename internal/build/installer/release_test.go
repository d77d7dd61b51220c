package installer

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func nothing(string) string { return "" }

func TestReleaseIsTheCommits(t *testing.T) {
	dir := t.TempDir()
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@b", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@b", "GIT_COMMITTER_DATE=2026-11-30T03:11:07Z")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	read := func(env func(string) string) Release {
		t.Helper()
		r, err := ReadRelease(context.Background(), dir, env)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if _, err := ReadRelease(context.Background(), dir, nothing); err == nil || !strings.Contains(err.Error(), "git checkout") {
		t.Errorf("outside of a checkout: %v", err)
	}
	run("init", "-q")
	run("commit", "-q", "--allow-empty", "-m", "first")
	at := time.Date(2026, 11, 30, 3, 11, 7, 0, time.UTC)
	first := read(nothing)
	if !first.Time.Equal(at) || !strings.HasPrefix(first.Version, "0+20261130.031107.") {
		t.Errorf("before any tag: %+v", first)
	}
	run("tag", "v1.2.0-rc1")
	if r := read(nothing); r.Version != "1.2.0~rc1" {
		t.Errorf("at a tag: %+v", r)
	}
	if r := read(func(string) string { return "86400" }); !r.Time.Equal(time.Unix(86400, 0)) {
		t.Errorf("with a time of the builder's: %+v", r)
	}
	if _, err := ReadRelease(context.Background(), dir, func(string) string { return "today" }); err == nil || !strings.Contains(err.Error(), "SOURCE_DATE_EPOCH") {
		t.Errorf("with a time that is none: %v", err)
	}
	file := filepath.Join(dir, "a")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	run("add", "a")
	if r := read(nothing); !strings.HasPrefix(r.Version, "1.2.0~rc1+20261130.031107.") || !strings.HasSuffix(r.Version, ".changed") {
		t.Errorf("changed after a tag: %+v", r)
	}
}

// Versions in the order of their making, as dpkg compares them.
func TestVersionsGrow(t *testing.T) {
	if _, err := exec.LookPath("dpkg"); err != nil {
		t.Skip("dpkg compares them, and is not installed")
	}
	at := time.Date(2026, 11, 30, 3, 11, 7, 0, time.UTC)
	all := []string{
		version("", false, at, "fffffff", false),
		version("", false, at.Add(time.Second), "0000000", false),
		version("v1.2.0-rc1", true, at, "", false),
		version("v1.2.0", true, at, "", false),
		version("v1.2.0", false, at, "fffffff", false),
		version("v1.2.0", false, at.Add(time.Hour), "0000000", false),
		version("v1.2.1", true, at, "", false),
	}
	for i := range len(all) - 1 {
		if err := exec.Command("dpkg", "--compare-versions", all[i], "lt", all[i+1]).Run(); err != nil {
			t.Errorf("%s does not come before %s", all[i], all[i+1])
		}
	}
}
