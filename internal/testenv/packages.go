package testenv

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// packages are the Debian packages of the tests: the browsers, the display, the
// web servers that a site is hosted on, and the libraries that Ebitengine loads
// while it runs.
func packages() []string {
	return []string{
		"chromium",
		"firefox-esr",
		"webkit2gtk-driver",
		"xvfb",
		"dbus-daemon",
		"caddy",
		"nginx-light",
		"libnginx-mod-http-brotli-static",
		"poppler-utils",
		"libegl1",
		"libgl1",
		"libgl1-mesa-dri",
		"libx11-6",
		"libxcursor1",
		"libxext6",
		"libxi6",
		"libxinerama1",
		"libxrandr2",
		"libxrender1",
	}
}

// system is what Install asks of the machine; tests replace it.
type system struct {
	user     int // 0 is root
	has      func(program string) bool
	lacks    func(packages []string) []string
	run      func(ctx context.Context, log io.Writer, args ...string) error
	platform string
}

func thisSystem() system {
	return system{
		user: os.Getuid(),
		has: func(program string) bool {
			_, err := exec.LookPath(program)
			return err == nil
		},
		lacks:    missing,
		run:      run,
		platform: runtime.GOOS,
	}
}

// Install installs the packages that the tests need and the machine lacks,
// through apt; log receives what apt says. Where it may not, or where there is
// no apt, its error says what to do.
func Install(ctx context.Context, log io.Writer) error {
	return thisSystem().install(ctx, log)
}

func (s system) install(ctx context.Context, log io.Writer) error {
	if s.platform != "linux" {
		return nil // graphics and display are the system's own; the tests name a missing browser
	}
	if !s.has("dpkg-query") || !s.has("apt-get") {
		for _, program := range []string{"Xvfb", "dbus-daemon", "chromium", "firefox-esr", "WebKitWebDriver", "caddy", "nginx", "pdftotext"} {
			if !s.has(program) && !(program == "Xvfb" && os.Getenv("DISPLAY") != "") {
				return fmt.Errorf("the tests need %s: install what corresponds to Debian's packages %s", program, strings.Join(packages(), " "))
			}
		}
		return nil
	}
	want := s.lacks(packages())
	if len(want) == 0 {
		return nil
	}
	update := []string{"apt-get", "update", "-q"}
	install := slices.Concat([]string{"apt-get", "install", "-y", "-q", "--no-install-recommends"}, want)
	if s.user != 0 {
		if !s.has("sudo") || s.run(ctx, io.Discard, "sudo", "-n", "true") != nil {
			return fmt.Errorf("the tests need packages that only an administrator can install; please run\n\n    sudo apt-get update && sudo %s", strings.Join(install, " "))
		}
		update = slices.Concat([]string{"sudo", "-n"}, update)
		install = slices.Concat([]string{"sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"}, install)
	}
	fmt.Fprintf(log, "installing %s\n", strings.Join(want, " "))
	// Lists that cannot be refreshed may still name the packages.
	updated := s.run(ctx, log, update...)
	if err := s.run(ctx, log, install...); err != nil {
		return fmt.Errorf("installing what the tests need: %w", errors.Join(updated, err))
	}
	return nil
}

// missing returns those of the packages that dpkg does not know as installed.
func missing(names []string) []string {
	args := append([]string{"-W", "-f=${Package} ${db:Status-Status}\n"}, names...)
	// dpkg-query fails when one is unknown and still lists the others.
	out, _ := exec.Command("dpkg-query", args...).Output()
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return bytes.Contains(out, []byte(name+" installed\n"))
	})
}

func run(ctx context.Context, log io.Writer, args ...string) error {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", strings.Join(args, " "), err)
	}
	return nil
}
