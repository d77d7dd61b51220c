package bench

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

//go:embed peers/package.json peers/package-lock.json peers/page
var peers embed.FS

// ErrNoNPM says that the peers cannot be had.
var ErrNoNPM = errors.New("npm is not installed: PixiJS and ECharts come from it; install Node.js 20 or later (the rest is measured without)")

// longestInstall is how long npm may take.
const longestInstall = 4 * time.Minute

// InstallPeers puts the peers into dir, once for each lock file, and returns the
// folder that holds them.
func InstallPeers(ctx context.Context, dir string) (modules string, err error) {
	lock, err := peers.ReadFile("peers/package-lock.json")
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(lock)
	stamp, mark := filepath.Join(dir, "installed"), hex.EncodeToString(sum[:])
	modules = filepath.Join(dir, "node_modules")
	if old, err := os.ReadFile(stamp); err == nil && string(old) == mark {
		return modules, nil
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		return "", ErrNoNPM
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	for _, name := range []string{"package.json", "package-lock.json"} {
		content, err := peers.ReadFile("peers/" + name)
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return "", err
		}
	}
	ctx, stop := context.WithTimeout(ctx, longestInstall)
	defer stop()
	cmd := exec.CommandContext(ctx, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
	cmd.Dir, cmd.WaitDelay = dir, 5*time.Second
	var log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("installing PixiJS and ECharts with npm in %s: %w\n%s", dir, err, bytes.TrimSpace(log.Bytes()))
	}
	return modules, os.WriteFile(stamp, []byte(mark), 0o644)
}
