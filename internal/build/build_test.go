package build

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func save(t testing.TB, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestWASM compiles the smallest player. Its size is a bound on what Ebitengine
// costs: 3.6 MB raw, where an unpatched one has 12.2 MB.
func TestWASM(t *testing.T) {
	const bare = "./internal/build/slim/testdata/bare"
	work := t.TempDir()
	path, compiled, err := WASM(context.Background(), "../..", work, bare)
	if err != nil {
		t.Fatal(err)
	}
	if !compiled {
		t.Error("the first build did not compile")
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 3_800_000 {
		t.Errorf("a player that draws a triangle takes %d bytes: an import has come back", info.Size())
	}
	if _, compiled, err := WASM(context.Background(), "../..", work, bare); err != nil || compiled {
		t.Errorf("without a change, compiled again: %v, %v", compiled, err)
	}
}

// TestWASMIsReproducible compiles the smallest player in two checkouts.
func TestWASMIsReproducible(t *testing.T) {
	var sums [2][sha256.Size]byte
	for i := range sums {
		root := t.TempDir()
		for _, name := range []string{"go.mod", "go.sum"} {
			content, err := os.ReadFile(filepath.Join("../..", name))
			if err != nil {
				t.Fatal(err)
			}
			save(t, filepath.Join(root, name), string(content))
		}
		const bare = "internal/build/slim/testdata/bare"
		if err := os.CopyFS(filepath.Join(root, bare), os.DirFS(filepath.Join("../..", bare))); err != nil {
			t.Fatal(err)
		}
		path, _, err := WASM(context.Background(), root, filepath.Join(root, "build"), "./internal/build/slim/testdata/bare")
		if err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(content, []byte(root)) {
			t.Errorf("the program names the folder %s", root)
		}
		sums[i] = sha256.Sum256(content)
	}
	if sums[0] != sums[1] {
		t.Error("two checkouts give two programs")
	}
}

func TestWASMShowsTheCompilersMessage(t *testing.T) {
	_, _, err := WASM(context.Background(), "../..", t.TempDir(), "./internal/build/absent")
	if err == nil || !strings.Contains(err.Error(), "internal/build/absent") {
		t.Errorf("got %v", err)
	}
}

func TestInputs(t *testing.T) {
	root := t.TempDir()
	save(t, filepath.Join(root, "go.mod"), "module m\n")
	save(t, filepath.Join(root, "go.sum"), "")
	save(t, filepath.Join(root, "p", "a.go"), "package p")
	save(t, filepath.Join(root, "p", "mask.png"), "mask")
	in := inputs{Folders: []string{"p"}, Embeds: []string{"p/mask.png"}}
	record := filepath.Join(root, "record")
	remember := func() {
		t.Helper()
		var err error
		if in.Digest, err = in.digest(root, "flags"); err != nil {
			t.Fatal(err)
		}
		if err := in.save(record); err != nil {
			t.Fatal(err)
		}
	}
	if unchanged(record, root, "flags") {
		t.Error("without a record, nothing is known to be unchanged")
	}
	remember()
	save(t, filepath.Join(root, "p", "a_test.go"), "package p")
	save(t, filepath.Join(root, "assets", "copy.toml"), "word")
	if !unchanged(record, root, "flags") {
		t.Error("a test or a word counts as a change")
	}
	if unchanged(record, root, "other flags") {
		t.Error("other flags do not count as a change")
	}
	for _, name := range []string{"p/a.go", "p/new.go", "p/mask.png", "go.mod"} {
		save(t, filepath.Join(root, name), "changed")
		if unchanged(record, root, "flags") {
			t.Errorf("a change of %s was not noticed", name)
		}
		remember()
	}
}

func TestAssembledPartsAndManifest(t *testing.T) {
	dir := t.TempDir()
	save(t, filepath.Join(dir, "web", "index.html"), "<p>shell</p>")
	save(t, filepath.Join(dir, "web", "js", "a.js"), "a()")
	save(t, filepath.Join(dir, "web", ".hidden"), "h")
	save(t, filepath.Join(dir, "web", "hosting", "nginx.conf"), "for hosts")
	save(t, filepath.Join(dir, "fonts", "f.ttf"), "font")
	save(t, filepath.Join(dir, "fonts", "source", "wide.ttf"), "not shipped")
	site := Site{
		Shell: filepath.Join(dir, "web"),
		Fonts: filepath.Join(dir, "fonts"),
		Bake: func(static []File, story []byte) ([]File, error) {
			for i, p := range static {
				if p.Name == PageName {
					static[i] = NewFile(PageName, append(p.Content, story...))
				}
			}
			return static, nil
		},
	}
	static, err := site.StaticFiles([]byte("the story"), []File{NewFile(PackName("cover"), []byte("a drawing"))})
	if err != nil {
		t.Fatal(err)
	}
	parts, err := WithManifest(static)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range parts {
		names = append(names, p.Name)
	}
	want := []string{"art/cover.art", "fonts/f.ttf", "index.html", "js/a.js", "manifest.json", "story.lh"}
	if !slices.Equal(names, want) {
		t.Fatalf("got %v, want %v", names, want)
	}
	if got := string(parts[2].Content); got != "<p>shell</p>the story" {
		t.Errorf("the page is %q", got)
	}
	var manifest struct {
		Files map[string]struct {
			Bytes int
			Hash  string
		}
	}
	if err := json.Unmarshal(parts[4].Content, &manifest); err != nil {
		t.Fatal(err)
	}
	if got := manifest.Files["story.lh"]; got.Bytes != len("the story") || got.Hash != parts[5].Hash {
		t.Errorf("the manifest says %+v of the story", got)
	}
	if len(manifest.Files) != 5 {
		t.Errorf("the manifest names %d files, want 5", len(manifest.Files))
	}
}

// The mean is that of the scenes that have packs: more light ones make room, scenes
// without drawings none.
func TestPacksHaveABudget(t *testing.T) {
	weighing := func(bytes ...int) (parts []File) {
		for i, n := range bytes {
			parts = append(parts, NewFile(PackName(string(rune('a'+i))), make([]byte, n)))
		}
		return append(parts, NewFile(StoryName, make([]byte, PackMost)))
	}
	for _, c := range []struct {
		bytes []int
		above bool
	}{
		{nil, false}, {[]int{PackBudget}, false}, {[]int{PackBudget + 1}, true},
		{[]int{PackMost, 2*PackBudget - PackMost}, false}, {[]int{PackMost, 2*PackBudget - PackMost + 1}, true}, {[]int{PackMost + 1, 1, 1}, true},
	} {
		if err := PacksAbove(weighing(c.bytes...)); (err != nil) != c.above {
			t.Errorf("%v: %v", c.bytes, err)
		}
	}
}

func TestPacksAreWeighed(t *testing.T) {
	light := File{Name: "art/cover.0123456789abcdef.art", Source: PackName("cover"), Content: make([]byte, 500), Brotli: make([]byte, 40)}
	plain := NewFile(PackName("tasks"), make([]byte, 60))
	if n, sum, most := Packs([]File{light, plain, NewFile("art/cover.svg", nil), NewFile(StoryName, nil)}); n != 2 || sum != 100 || most != 60 {
		t.Errorf("%d packs of %d bytes, the heaviest of %d", n, sum, most)
	}
	if !light.Counted() || plain.Counted() {
		t.Error("the drawings of the cover, and no others, come before the first frame")
	}
	for name, want := range map[string]string{"art/cover.art": "cover", "art/cover.svg": "", "cover.art": "", "art/a.b.art": "a.b"} {
		if scene, ok := PackOf(name); scene != want && ok || ok != (want != "") {
			t.Errorf("%s is the pack of %q: %v", name, scene, ok)
		}
	}
}

func TestCompress(t *testing.T) {
	work := t.TempDir()
	text := []byte(strings.Repeat("roofs on a hillside ", 100))
	fresh := func() []File {
		return []File{NewFile("story.lh", text), NewFile("a.png", text), NewFile("tiny.js", []byte("a()"))}
	}
	parts := fresh()
	if err := Compress(context.Background(), work, parts); err != nil {
		t.Fatal(err)
	}
	if parts[1].Brotli != nil || parts[2].Brotli != nil {
		t.Error("a picture or a tiny file was compressed")
	}
	if old, err := gzip.NewReader(bytes.NewReader(parts[0].Gzip)); err != nil {
		t.Error(err)
	} else if back, err := io.ReadAll(old); err != nil || !bytes.Equal(back, text) {
		t.Errorf("the story for old clients gives %q, %v", back, err)
	}
	back, err := io.ReadAll(brotli.NewReader(bytes.NewReader(parts[0].Brotli)))
	if err != nil || !bytes.Equal(back, text) {
		t.Errorf("the compressed story gives %q, %v", back, err)
	}
	// A cancelled context proves that the second time compresses nothing.
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	again := fresh()
	if err := Compress(ctx, work, again); err != nil || !bytes.Equal(again[0].Brotli, parts[0].Brotli) {
		t.Errorf("the result was not kept: %v", err)
	}
	if err := Compress(context.Background(), work, again[1:]); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(work, "brotli", "*")); len(left) != 0 {
		t.Errorf("unused results are left: %v", left)
	}
}

func TestWriteReplacesOnlyItsOwnFiles(t *testing.T) {
	out := t.TempDir()
	write := func(parts ...File) {
		t.Helper()
		all, err := WithManifest(parts)
		if err != nil {
			t.Fatal(err)
		}
		if err := Write(out, all); err != nil {
			t.Fatal(err)
		}
	}
	packed := NewFile("old.js", []byte("old"))
	packed.Brotli = []byte("packed")
	packed.Gzip = []byte("packed")
	moved := NewFile("style.0123456789abcdef.css", []byte("style"))
	moved.Source = "style.css"
	kept := NewFile("kept.js", []byte("kept"))
	kept.Brotli = []byte("packed")
	write(packed, moved, kept)
	save(t, filepath.Join(out, "CNAME"), "example.org")
	write(NewFile("kept.js", []byte("newer")), NewFile("fonts/f.ttf", []byte("font")))
	var got []string
	err := filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(out, path)
			got = append(got, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"CNAME", "fonts/f.ttf", "kept.js", "manifest.json"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if err := Write(out, []File{NewFile("../outside", nil)}); err == nil {
		t.Error("a name that leads outside was written")
	}
}

func ExampleWriteTable() {
	page := NewFile("index.html", make([]byte, 12_000))
	page.Brotli = make([]byte, 3_000)
	poster := NewFile("poster.png", make([]byte, 90_000))
	var b bytes.Buffer
	if err := WriteTable(&b, []File{page, poster}); err != nil {
		fmt.Println(err)
	}
	fmt.Print(b.String())
	// Output:
	//                                 raw        brotli
	// index.html                   12,000         3,000
	// poster.png                   90,000        90,000  loaded on demand
	// until the first frame        12,000         3,000  0 % of the budget of 2,000,000
}
