package engines

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

const (
	binary = "chromium"
	// Where the package has the browser and what it draws WebGL with.
	packedBinary   = "package/bin/chromium.br"
	packedGraphics = "package/bin/swiftshader.tar.br"
)

// unpack takes the browser and its graphics out of a package into a folder.
func unpack(archive, dir string) error {
	file, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer file.Close()
	plain, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	found := 0
	for in := tar.NewReader(plain); ; {
		head, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch head.Name {
		case packedBinary:
			found++
			err = write(filepath.Join(dir, binary), brotli.NewReader(in), 0o755)
		case packedGraphics:
			found++
			err = libraries(dir, brotli.NewReader(in))
		}
		if err != nil {
			return fmt.Errorf("%s: %w", head.Name, err)
		}
	}
	if found != 2 {
		return fmt.Errorf("the package lacks %s or %s", packedBinary, packedGraphics)
	}
	return nil
}

// libraries puts the files of an archive beside the browser, and into the folder where
// older ones look for them.
func libraries(dir string, archive io.Reader) error {
	older := filepath.Join(dir, "swiftshader")
	if err := os.MkdirAll(older, 0o755); err != nil {
		return err
	}
	for in := tar.NewReader(archive); ; {
		head, err := in.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		name := path.Base(head.Name)
		if head.Typeflag != tar.TypeReg || strings.HasPrefix(name, ".") {
			continue
		}
		if err := write(filepath.Join(dir, name), in, 0o755); err != nil {
			return err
		}
		if err := os.Symlink(filepath.Join("..", name), filepath.Join(older, name)); err != nil {
			return err
		}
	}
}

func write(name string, content io.Reader, mode os.FileMode) error {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, content)
	return errors.Join(err, file.Close())
}
