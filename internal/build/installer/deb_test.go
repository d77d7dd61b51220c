package installer

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/md5" // as .deb has it
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"lianhua/internal/hall"
)

// parts are a package's with a stand-in for the player.
func parts(t *testing.T) Parts {
	t.Helper()
	program := filepath.Join(t.TempDir(), "lianhua")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return Parts{
		Release: Release{"1.2.0", time.Date(2026, 11, 30, 3, 11, 7, 0, time.UTC)},
		Program: program, Arch: "arm64",
		Usage:   "lianhua [--kiosk]\n\nShows it.\n  --kiosk   the whole screen\n.begins with a point",
		Guide:   []Guide{{"README.md", []byte("A page.")}},
		Notices: Notices{[]notice{{[]string{"Lianhua: the program"}, "Apache License\nVersion 2.0, January 2004\nthe terms"}, {[]string{"toml"}, "MIT"}}},
	}
}

// debPackage is a .deb as dpkg sees it.
type debPackage struct {
	control, data map[string]*tar.Header
	text          map[string]string // by path; of the control archive, by name
}

func makeDeb(t *testing.T, p Parts) (path string, content []byte) {
	t.Helper()
	path, err := Deb(context.Background(), "../../..", p, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	content, err = os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, content
}

func readDeb(t *testing.T, content []byte) debPackage {
	t.Helper()
	d := debPackage{text: map[string]string{}}
	rest, ok := bytes.CutPrefix(content, []byte("!<arch>\n"))
	if !ok {
		t.Fatal("is no ar archive")
	}
	var members []string
	for len(rest) >= 60 {
		name := strings.TrimRight(string(rest[:16]), " /")
		size, err := strconv.Atoi(strings.TrimSpace(string(rest[48:58])))
		if err != nil || len(rest) < 60+size {
			t.Fatalf("%s: %v", name, err)
		}
		body := rest[60 : 60+size]
		rest = rest[min(len(rest), 60+size+size%2):]
		members = append(members, name)
		switch name {
		case "control.tar.gz":
			d.control = d.untar(t, body)
		case "data.tar.gz":
			d.data = d.untar(t, body)
		}
	}
	if want := []string{"debian-binary", "control.tar.gz", "data.tar.gz"}; !slices.Equal(members, want) {
		t.Fatalf("it holds %v, want %v", members, want)
	}
	return d
}

func (d debPackage) untar(t *testing.T, body []byte) map[string]*tar.Header {
	t.Helper()
	all := map[string]*tar.Header{}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(strings.TrimPrefix(h.Name, "."), "/")
		all[name], d.text[name] = h, string(text)
	}
}

// field is one of the control file's.
func (d debPackage) field(name string) string {
	for line := range strings.Lines(d.text["/control"]) {
		if v, ok := strings.CutPrefix(line, name+": "); ok {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

func TestDebHasWhatAptNeeds(t *testing.T) {
	path, content := makeDeb(t, parts(t))
	if filepath.Base(path) != "lianhua_1.2.0_arm64.deb" {
		t.Errorf("it is called %s", filepath.Base(path))
	}
	d := readDeb(t, content)
	for name, want := range map[string]string{"Package": "lianhua", "Version": "1.2.0", "Architecture": "arm64", "Section": "misc", "Priority": "optional"} {
		if got := d.field(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	depends := strings.Split(d.field("Depends"), ", ")
	for _, want := range []string{"cage", "seatd", "xwayland", "libgl1", "libegl1", "libx11-6", "libxrandr2", "libc6", "systemd"} {
		if !slices.Contains(depends, want) {
			t.Errorf("it does not depend on %s", want)
		}
	}
	if got, want := strings.Fields(d.text["/conffiles"]), []string{"/etc/default/lianhua", "/etc/lianhua/kiosk.toml"}; !slices.Equal(slices.Sorted(slices.Values(got)), want) {
		t.Errorf("conffiles %v, want %v", got, want)
	}
	for line := range strings.Lines(d.text["/md5sums"]) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if got := md5.Sum([]byte(d.text["/"+name])); hex.EncodeToString(got[:]) != sum {
			t.Errorf("the digest of %s is wrong", name)
		}
	}
}

func TestDebFilesAndTheirModes(t *testing.T) {
	p := parts(t)
	_, content := makeDeb(t, p)
	d := readDeb(t, content)
	for path, mode := range map[string]int64{
		"/usr/bin/lianhua": 0o755, "/usr/lib/lianhua/screen": 0o755, "/etc/lianhua/kiosk.toml": 0o644, "/etc/default/lianhua": 0o644,
		"/lib/systemd/system/lianhua.service": 0o644, "/lib/systemd/system/lianhua-check.service": 0o644, "/usr/lib/sysusers.d/lianhua.conf": 0o644,
		"/usr/share/man/man1/lianhua.1.gz": 0o644, "/usr/share/doc/lianhua/copyright": 0o644, "/usr/share/doc/lianhua/changelog.gz": 0o644,
		"/usr/share/doc/lianhua/README.md": 0o644, "/usr/share/doc/lianhua/examples/lianhua-autostart.desktop": 0o644,
	} {
		h := d.data[path]
		switch {
		case h == nil:
			t.Errorf("%s is missing", path)
		case h.Mode != mode || h.Uname != "root" || h.Gname != "root" || h.Uid != 0:
			t.Errorf("%s has mode %o and belongs to %s", path, h.Mode, h.Uname)
		}
	}
	for path, h := range d.data {
		if !h.ModTime.Equal(p.Time) {
			t.Errorf("%s is of %v", path, h.ModTime)
		}
	}
	for _, script := range []string{"/postinst", "/prerm", "/postrm"} {
		if h := d.control[script]; h == nil || h.Mode&0o111 == 0 || !strings.HasPrefix(d.text[script], "#!/bin/sh\nset -e\n") {
			t.Errorf("%s is no script that stops at the first error", script)
		}
	}
}

// The technician finds the settings explained, and the folders that the unit makes.
func TestDebSettings(t *testing.T) {
	_, content := makeDeb(t, parts(t))
	d := readDeb(t, content)
	s, problems := hall.Read("kiosk.toml", []byte(d.text["/etc/lianhua/kiosk.toml"]), hall.Known{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := hall.Default()
	want.Updates.Folder = "/var/lib/lianhua/packs"
	want.Visits.Folder, want.Heartbeat, want.Look = "/var/lib/lianhua/visits", "/run/lianhua/heartbeat", "/var/lib/lianhua"
	if got := s; got.Visits != want.Visits || got.Updates != want.Updates || got.Heartbeat != want.Heartbeat || got.Look != want.Look || got.Quiet != want.Quiet {
		t.Errorf("%+v, want %+v", got, want)
	}
	if strings.Count(d.text["/etc/lianhua/kiosk.toml"], "\n#") < strings.Count(hall.File, "\n#") {
		t.Error("it explains less than the player does")
	}
	for _, file := range []string{"", "[x]\nfolder = \"\"\nfolder = \"\"\n", "[y]\nfolder = \"\"\n[x]\n"} {
		if _, err := withFolders(file, map[string]string{"x.folder": "/x"}); err == nil {
			t.Errorf("%q is taken", file)
		}
	}
}

func TestDebDocuments(t *testing.T) {
	_, content := makeDeb(t, parts(t))
	d := readDeb(t, content)
	unzip := func(path string) string {
		z, err := gzip.NewReader(strings.NewReader(d.text[path]))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		text, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	for _, want := range []string{".TH LIANHUA 1 2026-11-30", ".SH NAME\nlianhua \\- ", "\n  \\-\\-kiosk   the whole screen\n", "\n\\&.begins"} {
		if page := unzip("/usr/share/man/man1/lianhua.1.gz"); !strings.Contains(page, want) {
			t.Errorf("the manual lacks %q:\n%s", want, page)
		}
	}
	if log := unzip("/usr/share/doc/lianhua/changelog.gz"); !strings.HasPrefix(log, "lianhua (1.2.0) stable; urgency=medium\n\n  * ") || !strings.HasSuffix(log, "  Mon, 30 Nov 2026 03:11:07 +0000\n") {
		t.Errorf("the changelog is %q", log)
	}
	copyright := d.text["/usr/share/doc/lianhua/copyright"]
	if !strings.Contains(copyright, "see /usr/share/common-licenses/Apache-2.0") || strings.Contains(copyright, "the terms") || !strings.Contains(copyright, "toml:\n\nMIT\n") {
		t.Errorf("copyright:\n%s", copyright)
	}
}

func TestTheSameReleaseGivesTheSameDeb(t *testing.T) {
	p := parts(t)
	_, first := makeDeb(t, p)
	at := time.Unix(1, 0)
	if err := os.Chtimes(p.Program, at, at); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(p.Program, 0o777); err != nil {
		t.Fatal(err)
	}
	if _, again := makeDeb(t, p); !bytes.Equal(first, again) {
		t.Error("two packages of one release differ")
	}
}
