package bench

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"lianhua/internal/build"
)

// hashed is a published name, which bears the hash of the file's content.
var hashed = regexp.MustCompile(`\.[0-9a-f]{16}(\.\w+)$`)

// Built reads a site that an earlier build wrote into a folder, with the compressed
// forms beside the files.
func Built(dir string) ([]build.File, error) {
	var site []build.File
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		file := build.NewFile(filepath.ToSlash(rel), content)
		if hashed.MatchString(file.Name) {
			file.Source = hashed.ReplaceAllString(file.Name, "$1")
		}
		if packed, err := os.ReadFile(name + ".br"); err == nil {
			file.Brotli = packed
		}
		site = append(site, file)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the build in %s: %w", dir, err)
	}
	return site, nil
}
