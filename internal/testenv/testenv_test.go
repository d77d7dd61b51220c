package testenv

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// machine is a Debian that lacks some packages and records what it is told.
func machine(user int, lacking ...string) (system, *[]string) {
	var told []string
	return system{
		user:     user,
		has:      func(string) bool { return true },
		lacks:    func([]string) []string { return lacking },
		platform: "linux",
		run: func(_ context.Context, _ io.Writer, args ...string) error {
			told = append(told, strings.Join(args, " "))
			return nil
		},
	}, &told
}

func TestInstallDoesNothingWhenAllIsThere(t *testing.T) {
	s, told := machine(0)
	if err := s.install(context.Background(), io.Discard); err != nil || *told != nil {
		t.Errorf("ran %q, %v", *told, err)
	}
}

func TestInstallAsRoot(t *testing.T) {
	s, told := machine(0, "xvfb", "libgl1")
	if err := s.install(context.Background(), io.Discard); err != nil {
		t.Fatal(err)
	}
	want := []string{"apt-get update -q", "apt-get install -y -q --no-install-recommends xvfb libgl1"}
	if !slices.Equal(*told, want) {
		t.Errorf("ran %q, want %q", *told, want)
	}
}

func TestInstallThroughSudo(t *testing.T) {
	s, told := machine(1000, "xvfb")
	if err := s.install(context.Background(), io.Discard); err != nil {
		t.Fatal(err)
	}
	want := "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends xvfb"
	if got := (*told)[len(*told)-1]; got != want {
		t.Errorf("ran %q, want %q", got, want)
	}
}

func TestInstallWithoutRightsSaysWhatToType(t *testing.T) {
	s, _ := machine(1000, "xvfb")
	s.run = func(context.Context, io.Writer, ...string) error { return errors.New("a password is required") }
	err := s.install(context.Background(), io.Discard)
	const want = "sudo apt-get update && sudo apt-get install -y -q --no-install-recommends xvfb"
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want an error with %q", err, want)
	}
}

func TestInstallReportsApt(t *testing.T) {
	s, _ := machine(0, "xvfb")
	s.run = func(context.Context, io.Writer, ...string) error { return errors.New("no network") }
	if err := s.install(context.Background(), io.Discard); err == nil || !strings.Contains(err.Error(), "no network") {
		t.Errorf("got %v", err)
	}
}

func TestVirtualDisplayStartsAndEnds(t *testing.T) {
	name, end, err := VirtualDisplay(context.Background(), "1920x1200")
	if err != nil {
		t.Fatal(err)
	}
	socket := filepath.Join("/tmp/.X11-unix", "X"+strings.TrimPrefix(name, ":"))
	if _, err := os.Stat(socket); err != nil {
		t.Errorf("display %s does not listen: %v", name, err)
	}
	end()
	if _, err := os.Stat(socket); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("display %s is left behind: %v", name, err)
	}
}

func TestDisplayOfTheEnvironmentIsKept(t *testing.T) {
	t.Setenv("DISPLAY", ":77")
	name, end, err := Display(context.Background())
	if err != nil || name != ":77" {
		t.Errorf("got %q, %v", name, err)
	}
	end()
}

func ExampleInstall() {
	// On a machine that has everything, nothing is installed or printed.
	s := system{
		platform: "linux",
		has:      func(string) bool { return true },
		lacks:    func([]string) []string { return nil },
	}
	fmt.Println(s.install(context.Background(), os.Stdout))
	// Output:
	// <nil>
}
