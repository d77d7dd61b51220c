package engines

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// tarOf is an archive of files, by name.
func tarOf(t *testing.T, files ...[2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, f := range files {
		if err := w.WriteHeader(&tar.Header{Name: f[0], Mode: 0o644, Size: int64(len(f[1])), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, f[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func packed(t *testing.T, content []byte) string {
	t.Helper()
	var out bytes.Buffer
	w := brotli.NewWriter(&out)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func archive(t *testing.T, files ...[2]string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "package.tgz")
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(tarOf(t, files...)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestUnpackTakesTheBrowserAndItsGraphics(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	err := unpack(archive(t,
		[2]string{"package/build/index.js", "nothing of ours"},
		[2]string{packedBinary, packed(t, []byte("browser"))},
		[2]string{packedGraphics, packed(t, tarOf(t, [2]string{"./libEGL.so", "graphics"}, [2]string{"../../escape.so", "elsewhere"}))},
	), dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{binary: "browser", "libEGL.so": "graphics", "swiftshader/libEGL.so": "graphics", "escape.so": "elsewhere"} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
	}
	if info, err := os.Stat(filepath.Join(dir, binary)); err != nil || info.Mode()&0o100 == 0 {
		t.Errorf("the browser cannot be run: %v, %v", info, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "index.js")); err == nil {
		t.Error("a script was unpacked")
	}
}

func TestUnpackRefusesAnotherPackage(t *testing.T) {
	for name, file := range map[string]string{
		"no browser": archive(t, [2]string{"package/index.js", ""}),
		"damaged":    archive(t, [2]string{packedBinary, "not packed"}, [2]string{packedGraphics, ""}),
	} {
		if err := unpack(file, filepath.Join(t.TempDir(), "out")); err == nil {
			t.Errorf("%s: it was taken", name)
		}
	}
}

func TestAnotherDigestIsRefused(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, []byte("a"), 0o644); err != nil {
		t.Fatal(err)
	}
	const a = "sha512-H0D8kuFtBgDHB7nxqhYfZrIXdRuDLmTBYWSnT9ZFo1nDw4Wv0b+ZHcJ0bmnyR7+e3BtVRNoFgYZkVfqF1vlO+w=="
	if err := check(name, a); err == nil || !strings.Contains(err.Error(), "digest") {
		t.Errorf("another digest: %v", err)
	}
	const right = "sha512-H0D8ktokFpR1CXnubPWC8tXX0o4YM13gWrxU0FYOD1MChgxlK/CNVgJSql50IQVG82n7u86MEs/HlXsmUv6adQ=="
	if err := check(name, right); err != nil {
		t.Errorf("its digest: %v", err)
	}
}

func TestEnginesAreNamedOnce(t *testing.T) {
	before := 0
	for _, e := range All() {
		if e.Major <= before || !strings.HasPrefix(e.integrity, "sha512-") || !strings.Contains(e.pkg[1:], "@") {
			t.Errorf("%+v stands after %d", e, before)
		}
		before = e.Major
	}
}
