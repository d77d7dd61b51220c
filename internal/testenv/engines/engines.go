// Package engines fetches old Chromiums, so that the page can be tried in what chat
// programs and old telephones have.
//
// npm packages for servers without a display carry the binaries of some versions;
// npm fetches them, and a digest that is written here says that they are those.
//
// It guarantees that
//   - an engine that is there was unpacked whole: it is made aside and renamed;
//   - nothing is unpacked whose digest is another;
//   - nothing of the package is run but the browser itself.
package engines

import (
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// Folder is the environment's variable by which the tests are told where the engines
// lie; without it they are skipped.
const Folder = "LIANHUA_ENGINES"

// Engine is a version of Chromium that a package has.
type Engine struct {
	Major     int
	pkg       string // of npm, with its version
	integrity string // of the package as npm gives it (W3C SRI)
}

// All are the engines that the page is tried in, the oldest first.
func All() []Engine {
	return []Engine{
		{92, "chrome-aws-lambda@10.1.0", "sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw=="},
		{107, "@sparticuz/chromium@107.0.0", "sha512-k5J8y36j5YRYfzBwnyBIiN4zsy6ZZMRIAVj8em7IqISrf/9lB/bpdEK1i/sUXtxr1S4qTDAopVNSqBLbTFL0GQ=="},
		{112, "@sparticuz/chromium@112.0.2", "sha512-tpoY0o4vhrFE4/mXmJF3fcPLKIeKIQxbokfLgZB62rYW7KOIljbQTqCTBARzRXGN/k2+kLvhys1LVv6PWGwWNw=="},
		{119, "@sparticuz/chromium@119.0.2", "sha512-VB6tHW13YpQ7HqyhKG1KU8Z1RIb/kfHMg8j/4ft5rk8mMvEm2YkBYFCHnj+yb0P/RPLcdgX3+VC58GuJilOtww=="},
	}
}

// String names the engine as people do.
func (e Engine) String() string { return "Chromium " + strconv.Itoa(e.Major) }

// Binary is where the engine lies below a folder that Install was given.
func (e Engine) Binary(dir string) string {
	return filepath.Join(dir, "chromium-"+strconv.Itoa(e.Major), binary)
}

// Graphics are the flags with which the engine draws WebGL without a graphics card:
// what it has for that, and how it is asked for, has changed.
func (e Engine) Graphics() map[string]any {
	if e.Major < 100 {
		return map[string]any{"use-gl": "swiftshader", "use-angle": false}
	}
	return map[string]any{"use-gl": "angle", "use-angle": "swiftshader"}
}

// ErrNoNPM says that the engines cannot be had.
var ErrNoNPM = errors.New("npm is not installed: the old engines come from it; install Node.js 20 or later")

// Install fetches the engine through npm into the folder dir, some 50 MB, and unpacks
// it, some 170 MB; where it is there it does nothing. It needs Linux on amd64, and the
// libraries of a present Chromium.
func (e Engine) Install(ctx context.Context, dir string) (err error) {
	if _, err := os.Stat(e.Binary(dir)); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making room for %v: %w", e, err)
	}
	aside, err := os.MkdirTemp(dir, "fetching-")
	if err != nil {
		return fmt.Errorf("making room for %v: %w", e, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(aside)) }()
	archive, err := e.fetch(ctx, aside)
	if err != nil {
		return fmt.Errorf("fetching %v: %w", e, err)
	}
	whole := filepath.Join(aside, "whole")
	if err := unpack(archive, whole); err != nil {
		return fmt.Errorf("unpacking %v: %w", e, err)
	}
	if err := os.Rename(whole, filepath.Dir(e.Binary(dir))); err != nil {
		return fmt.Errorf("keeping %v: %w", e, err)
	}
	return nil
}

// fetch has npm put the package into a folder, and checks it.
func (e Engine) fetch(ctx context.Context, dir string) (archive string, err error) {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return "", ErrNoNPM
	}
	cmd := exec.CommandContext(ctx, npm, "pack", "--silent", "--pack-destination", dir, e.pkg)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("npm pack %s: %w\n%s", e.pkg, err, out)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
	if err != nil || len(found) != 1 {
		return "", fmt.Errorf("npm pack %s left %d archives", e.pkg, len(found))
	}
	return found[0], check(found[0], e.integrity)
}

// check holds a file to its digest.
func check(name, integrity string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	sum := sha512.New()
	if _, err := io.Copy(sum, file); err != nil {
		return err
	}
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum.Sum(nil)); got != integrity {
		return fmt.Errorf("the package has the digest %s, not %s", got, integrity)
	}
	return nil
}
