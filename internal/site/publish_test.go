package site

import (
	"bytes"
	"context"
	"encoding/json"
	"image/png"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
)

// published is the project's site, as hosts get it, made once for the tests that read it.
var published = sync.OnceValues(func() ([]build.File, error) {
	root, err := Root()
	if err != nil {
		return nil, err
	}
	return Module{Root: root}.Published(context.Background())
})

// writtenTo writes a site, without compressing what is large; and returns its files.
func writtenTo(t *testing.T, out string, parts []build.File) map[string][]byte {
	t.Helper()
	parts = slices.Clone(parts)
	var small []build.File
	for i, p := range parts {
		if len(p.Content) < 100_000 || p.Name == build.PageName {
			small = append(small, parts[i])
		}
	}
	if err := build.Compress(context.Background(), t.TempDir(), small); err != nil {
		t.Fatal(err)
	}
	for _, s := range small {
		for i := range parts {
			if parts[i].Name == s.Name {
				parts[i] = s
			}
		}
	}
	if err := build.Write(out, parts); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = os.ReadFile(filepath.Join(out, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTwoBuildsAreTheSame(t *testing.T) {
	once, err := published()
	if err != nil {
		t.Fatal(err)
	}
	again, err := module(t).Published(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	first, second := writtenTo(t, t.TempDir(), once), writtenTo(t, t.TempDir(), again)
	if len(first) < 50 || len(first) != len(second) {
		t.Errorf("%d files, then %d", len(first), len(second))
	}
	for name, content := range first {
		if !bytes.Equal(content, second[name]) {
			t.Errorf("%s differs", name)
		}
	}
	if first[build.PageName+".br"] == nil || first[build.PageName+".gz"] == nil {
		t.Error("the page has no compressed forms")
	}
	checkApp(t, first)
	checkAddresses(t, first)
}

// checkApp holds the app manifests to what devices ask of them.
func checkApp(t *testing.T, files map[string][]byte) {
	t.Helper()
	names := map[string]string{"app.webmanifest": "链画", "en/app.webmanifest": "Lianhua"}
	for name, want := range names {
		var a app
		if err := json.Unmarshal(files[name], &a); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.ShortName != want || !strings.HasPrefix(a.Name, want) || a.Description == "" || a.Background != "#f6f1e7" {
			t.Errorf("%s says %+v", name, a)
		}
		sides := map[string]int{}
		for _, icon := range a.Icons {
			img, err := png.Decode(bytes.NewReader(files[path.Join(path.Dir(name), icon.Src)]))
			if err != nil {
				t.Errorf("%s: %s: %v", name, icon.Src, err)
				continue
			}
			sides[icon.Sizes+" "+icon.Purpose]++
			size := img.Bounds().Size()
			if want := map[string]int{"192x192": 192, "512x512": 512}[icon.Sizes]; size.X != want || size.Y != want {
				t.Errorf("%s is %v, said to be %s", icon.Src, size, icon.Sizes)
			}
			// A mask takes the corners of a maskable icon, so they are filled;
			// others are round there.
			_, _, _, alpha := img.At(0, 0).RGBA()
			if filled := alpha == 0xffff; filled != (icon.Purpose == "maskable") {
				t.Errorf("the corner of %s has the opacity %d", icon.Src, alpha)
			}
			mid := img.At(size.X/2, size.Y*7/10)
			if r, g, b, _ := mid.RGBA(); g <= r || g <= b {
				t.Errorf("the valley of %s is not green but %v", icon.Src, mid)
			}
		}
		for _, want := range []string{"192x192 any", "512x512 any", "512x512 maskable"} {
			if sides[want] != 1 {
				t.Errorf("%s has %d icons %s", name, sides[want], want)
			}
		}
	}
}

// checkAddresses holds that what a page names is there, and that nothing is named
// from the top of the host.
func checkAddresses(t *testing.T, files map[string][]byte) {
	t.Helper()
	for name, content := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		for _, attribute := range []string{` href="`, ` src="`, ` srcset="`} {
			for i, rest := range strings.Split(string(content), attribute) {
				ref, _, _ := strings.Cut(rest, `"`)
				if i == 0 || strings.HasPrefix(ref, "#") || strings.Contains(ref, "://") {
					continue
				}
				ref, _, _ = strings.Cut(ref, "#")
				to := path.Join(path.Dir(name), ref)
				if strings.HasPrefix(ref, "/") {
					t.Errorf("%s names %s from the top", name, ref)
				} else if strings.HasSuffix(ref, "/") || ref == "" {
					to = path.Join(to, build.PageName)
				}
				if files[to] == nil {
					t.Errorf("%s names %s, which is not there", name, ref)
				}
				if publish.Hashed(to) && strings.Count(path.Base(to), ".") < 2 {
					t.Errorf("%s names %s, which may change", name, ref)
				}
			}
		}
	}
}
