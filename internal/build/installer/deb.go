package installer

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"lianhua/internal/build"
)

// depends are the Debian packages without which the unit shows nothing: cage and what
// it needs, and the libraries that the player opens while it runs.
func depends() []string {
	return []string{
		"cage", "seatd", "xwayland", "kbd", "systemd", "init-system-helpers (>= 1.54~)",
		"libc6", "libegl1", "libgl1", "libgl1-mesa-dri",
		"libx11-6", "libxcursor1", "libxext6", "libxi6", "libxinerama1", "libxrandr2", "libxrender1",
	}
}

const (
	maintainer = "Lianhua <maintainers@users.noreply.r-seed-0049a1a3.example>"
	// The first line is what lists show; the rest, what "apt show" does.
	description = `animated story of two districts for a hall's screen
A newspaper page about two districts of Chongqing, told as a moving picture in
Chinese and English. The unit lianhua.service shows it unattended on the screen
of a machine that has no desktop: it plays until somebody touches it, and goes
back to the start when they have gone.`
)

// packed is a file as it lies in the package.
type packed struct {
	path   string
	mode   fs.FileMode
	config bool // kept where the technician has changed it
	text   []byte
}

// The configuration of nfpm, of which JSON is a form.
type (
	nfpmConfig struct {
		Name          string            `json:"name"`
		Arch          string            `json:"arch"`
		Platform      string            `json:"platform"`
		Version       string            `json:"version"`
		VersionSchema string            `json:"version_schema"`
		Section       string            `json:"section"`
		Priority      string            `json:"priority"`
		Maintainer    string            `json:"maintainer"`
		Description   string            `json:"description"`
		MTime         time.Time         `json:"mtime"`
		Depends       []string          `json:"depends"`
		Recommends    []string          `json:"recommends"`
		NoGlobs       bool              `json:"disable_globbing"`
		Contents      []nfpmFile        `json:"contents"`
		Scripts       map[string]string `json:"scripts"`
	}
	nfpmFile struct {
		Src  string   `json:"src"`
		Dst  string   `json:"dst"`
		Type string   `json:"type,omitempty"`
		Info nfpmInfo `json:"file_info"`
	}
	nfpmInfo struct {
		Mode  fs.FileMode `json:"mode"`
		Owner string      `json:"owner"`
		Group string      `json:"group"`
		MTime time.Time   `json:"mtime"`
	}
)

// Deb writes the Debian package of a player for Linux into the folder out, and returns
// its path: lianhua_VERSION_ARCH.deb. nfpm, which packs it, is a tool of a module of its
// own below root.
func Deb(ctx context.Context, root string, p Parts, out string) (string, error) {
	all, err := debFiles(p)
	if err != nil {
		return "", fmt.Errorf("packing for Debian: %w", err)
	}
	stage, err := os.MkdirTemp("", "lianhua-deb-")
	if err != nil {
		return "", fmt.Errorf("packing for Debian: %w", err)
	}
	defer os.RemoveAll(stage)
	config := nfpmConfig{
		Name: "lianhua", Arch: p.Arch, Platform: "linux", Version: p.Version, VersionSchema: "none",
		Section: "misc", Priority: "optional", Maintainer: maintainer, Description: description,
		MTime: p.Time, Depends: depends(), Recommends: []string{"procps", "x11-xserver-utils"}, NoGlobs: true,
		Scripts: map[string]string{},
	}
	put := func(name string, text []byte) (string, error) {
		path := filepath.Join(stage, name)
		return path, os.WriteFile(path, text, 0o644)
	}
	for i, f := range all {
		src, err := put(fmt.Sprint(i), f.text)
		if err != nil {
			return "", fmt.Errorf("packing %s: %w", f.path, err)
		}
		entry := nfpmFile{Src: src, Dst: f.path, Info: nfpmInfo{f.mode, "root", "root", p.Time}}
		if f.config {
			entry.Type = "config"
		}
		config.Contents = append(config.Contents, entry)
	}
	for script, key := range map[string]string{"postinst": "postinstall", "prerm": "preremove", "postrm": "postremove"} {
		text, err := file("debian/" + script)
		if err != nil {
			return "", err
		}
		if config.Scripts[key], err = put(script, text); err != nil {
			return "", fmt.Errorf("packing %s: %w", script, err)
		}
	}
	text, err := json.Marshal(config)
	if err != nil {
		return "", fmt.Errorf("packing for Debian: %w", err)
	}
	list, err := put("nfpm.json", text)
	if err != nil {
		return "", fmt.Errorf("packing for Debian: %w", err)
	}
	path, err := filepath.Abs(filepath.Join(out, strings.Join([]string{"lianhua", p.Version, p.Arch}, "_")+".deb"))
	if err != nil {
		return "", err
	}
	env := []string{epoch + "=" + fmt.Sprint(p.Time.Unix())}
	module := filepath.Join(root, "internal", "build", "installer", "nfpm")
	if err := build.Tool(ctx, module, env, "nfpm", "package", "--packager", "deb", "--config", list, "--target", path); err != nil {
		return "", fmt.Errorf("packing for Debian: %w", err)
	}
	return path, nil
}

// debFiles are the files of the package.
func debFiles(p Parts) ([]packed, error) {
	program, err := os.ReadFile(p.Program)
	if err != nil {
		return nil, err
	}
	settings, err := debianSettings()
	if err != nil {
		return nil, err
	}
	const doc = "/usr/share/doc/lianhua/"
	all := []packed{
		{path: "/usr/bin/lianhua", mode: 0o755, text: program},
		{path: settingsFile, config: true, text: []byte(settings)},
		{path: doc + "copyright", text: p.Notices.debianCopyright()},
	}
	for _, own := range []packed{
		{path: "/etc/default/lianhua", config: true, text: []byte("default")},
		{path: "/lib/systemd/system/lianhua.service", text: []byte("lianhua.service")},
		{path: "/lib/systemd/system/lianhua-check.service", text: []byte("lianhua-check.service")},
		{path: "/usr/lib/lianhua/screen", mode: 0o755, text: []byte("screen")},
		{path: "/usr/lib/sysusers.d/lianhua.conf", text: []byte("sysusers.conf")},
		{path: doc + "examples/lianhua-autostart.desktop", text: []byte("autostart.desktop")},
	} {
		if own.text, err = file("debian/" + string(own.text)); err != nil {
			return nil, err
		}
		all = append(all, own)
	}
	changes := fmt.Sprintf("lianhua (%s) stable; urgency=medium\n\n  * Made from this commit; git log says what changed.\n\n -- %s  %s\n",
		p.Version, maintainer, p.Time.Format("Mon, 02 Jan 2006 15:04:05 -0700"))
	for path, text := range map[string]string{doc + "changelog.gz": changes, "/usr/share/man/man1/lianhua.1.gz": manual(p.Usage, p.Release)} {
		z, err := zipped([]byte(text))
		if err != nil {
			return nil, err
		}
		all = append(all, packed{path: path, text: z})
	}
	for _, g := range p.Guide {
		all = append(all, packed{path: doc + g.Name, text: g.Text})
	}
	for i := range all {
		if all[i].mode == 0 {
			all[i].mode = 0o644
		}
	}
	return all, nil
}
