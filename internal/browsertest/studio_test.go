package browsertest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// studio runs the project's tool, and reads the tool's own sources first, so that
// go test knows that the test depends on them.
func studio(t *testing.T, args ...string) {
	t.Helper()
	root := filepath.Join("..", "..")
	sources, err := filepath.Glob(filepath.Join(root, "cmd", "studio", "*.go"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("the studio's sources: %q, %v", sources, err)
	}
	for _, name := range sources {
		if _, err := os.Stat(name); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", append([]string{"run", "./cmd/studio"}, args...)...)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("studio %v: %v\n%s", args, err, out)
	}
}
