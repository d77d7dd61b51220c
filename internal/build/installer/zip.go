package installer

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"lianhua/internal/durable"
	"lianhua/internal/hall"
)

// Zip writes the player for Windows with its scripts into the folder out, and returns
// the path: lianhua_VERSION_windows_ARCH.zip.
func Zip(p Parts, out string) (string, error) {
	program, err := os.ReadFile(p.Program)
	if err != nil {
		return "", fmt.Errorf("packing for Windows: %w", err)
	}
	folder := "lianhua/"
	entries := []zipEntry{{folder + "lianhua.exe", program}, {folder + "kiosk.toml", crlf([]byte(hall.File))}}
	for _, name := range []string{"install.cmd", "kiosk.cmd", "uninstall.cmd"} {
		text, err := file("windows/" + name)
		if err != nil {
			return "", err
		}
		entries = append(entries, zipEntry{folder + name, crlf(text)})
	}
	readme, err := file("windows/README.txt")
	if err != nil {
		return "", err
	}
	// Notepad of old takes a text without the mark for one of its code page.
	entries = append(entries, zipEntry{folder + "README.txt", append([]byte("\xEF\xBB\xBF"), crlf(readme)...)})
	entries = append(entries, zipEntry{folder + "LICENSES.txt", crlf(p.Notices.text())})
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		f, err := w.CreateHeader(&zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: p.Time})
		if err == nil {
			_, err = f.Write(e.text)
		}
		if err != nil {
			return "", fmt.Errorf("packing %s: %w", e.name, err)
		}
	}
	if err := w.Close(); err != nil {
		return "", fmt.Errorf("packing for Windows: %w", err)
	}
	path := filepath.Join(out, strings.Join([]string{"lianhua", p.Version, "windows", p.Arch}, "_")+".zip")
	return path, durable.WriteFile(path, b.Bytes())
}

type zipEntry struct {
	name string
	text []byte
}
