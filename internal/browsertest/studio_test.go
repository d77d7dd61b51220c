package browsertest

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// studio runs the project's tool.
func studio(t *testing.T, args ...string) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"run", "./cmd/studio"}, args...)...)
	cmd.Dir = filepath.Join("..", "..")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("studio %v: %v\n%s", args, err, out)
	}
}
