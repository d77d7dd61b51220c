package raster

import (
	"hash/fnv"
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

// syntheticHash is FNV-1a over the pixels of the synthetic picture at 1.5
// pixels to a device-independent one. It changes when the picture or the
// rasteriser does; it may not differ between architectures.
const syntheticHash = 0xa3cfbe8379baed18

func TestSyntheticHash(t *testing.T) {
	h := fnv.New64a()
	h.Write(Render(synthetic(), blocks{}, 1.5).Pix)
	if got := h.Sum64(); got != syntheticHash {
		t.Errorf("%s: the pixels hash to %#x, want %#x", runtime.GOARCH, got, uint64(syntheticHash))
	}
}

// The same test again in WASM, with Node as the machine.
func TestSyntheticHashInWASM(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("this is WASM")
	}
	if testing.Short() {
		t.Skip("builds a WASM binary")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Fatal("comparing with WASM needs Node.js in the PATH: ", err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal("go env GOROOT: ", err)
	}
	cmd := exec.Command("go", "test", "-count=1", "-run=^TestSyntheticHash$", "-v",
		"-exec="+strings.TrimSpace(string(root))+"/lib/wasm/go_js_wasm_exec", ".")
	cmd.Env = append(cmd.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("in WASM: %v\n%s", err, out)
	}
	if !strings.Contains(string(out), "--- PASS: TestSyntheticHash") {
		t.Errorf("the test did not run in WASM:\n%s", out)
	}
}
