package installer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// Release says of which state of the sources a package is.
type Release struct {
	Version string    // as Debian compares versions: 1.2.0, 1.2.0+20261130.031107.33a06d4
	Time    time.Time // of every file in a package, to the second
}

// epoch is the variable by which builders agree on a time, in seconds since 1970.
const epoch = "SOURCE_DATE_EPOCH"

// ReadRelease asks git about the checkout at root. The time is the commit's, or that of
// SOURCE_DATE_EPOCH in env.
func ReadRelease(ctx context.Context, root string, env func(string) string) (Release, error) {
	said, err := git(ctx, root, "log", "-1", "--format=%ct %h", "--abbrev=7")
	if err != nil {
		return Release{}, fmt.Errorf("packages are named for their commit, so they are built in a git checkout: %w", err)
	}
	seconds, commit, _ := strings.Cut(said, " ")
	at, err := unix(seconds)
	if err != nil {
		return Release{}, fmt.Errorf("git's time of the commit: %w", err)
	}
	changed, err := git(ctx, root, "status", "--porcelain", "--untracked-files=no")
	if err != nil {
		return Release{}, err
	}
	// Fails where there is no tag yet.
	tag, _ := git(ctx, root, "describe", "--tags", "--match", "v[0-9]*", "--abbrev=0")
	_, untagged := git(ctx, root, "describe", "--tags", "--match", "v[0-9]*", "--exact-match")
	r := Release{version(tag, untagged == nil && changed == "", at, commit, changed != ""), at}
	if v := env(epoch); v != "" {
		if r.Time, err = unix(v); err != nil {
			return Release{}, fmt.Errorf("%s: %w", epoch, err)
		}
	}
	return r, nil
}

func unix(seconds string) (time.Time, error) {
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil || n < 0 {
		return time.Time{}, fmt.Errorf("%q is no number of seconds since 1970", seconds)
	}
	return time.Unix(n, 0).UTC(), nil
}

// version is later than that of an earlier commit, and than the tag before it.
func version(tag string, exact bool, at time.Time, commit string, changed bool) string {
	v := strings.Replace(strings.TrimPrefix(tag, "v"), "-", "~", 1) // 1.2.0~rc1 comes before 1.2.0
	v = strings.ReplaceAll(v, "-", ".")
	if v == "" {
		v = "0"
	}
	if !exact {
		v += "+" + at.Format("20060102.150405") + "." + commit
	}
	if changed {
		v += ".changed"
	}
	return v
}

func git(ctx context.Context, root string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = fmt.Errorf("%w: %s", err, bytes.TrimSpace(exit.Stderr))
		}
		return "", fmt.Errorf("git %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
