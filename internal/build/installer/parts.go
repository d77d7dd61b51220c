package installer

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"os"
	"path"
	"strings"
)

//go:embed debian windows
var files embed.FS

// Parts are what a package is made of besides what this folder has.
type Parts struct {
	Release
	Program string  // the path of the player, compiled
	Arch    string  // as Go and Debian call it: amd64, arm64
	Usage   string  // what the player prints for -h
	Guide   []Guide // how a hall is set up
	Notices Notices
}

// Guide is a page of docs, named as it lies in the packages.
type Guide struct {
	Name string
	Text []byte
}

// ReadGuides are the pages of docs that stand beside the player's code in the folder.
func ReadGuides(folder string) ([]Guide, error) {
	var all []Guide
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		text, err := os.ReadFile(path.Join(folder, name))
		if err != nil {
			return nil, fmt.Errorf("the page of docs for halls: %w", err)
		}
		all = append(all, Guide{name, text})
	}
	return all, nil
}

// file is one of this folder's.
func file(name string) ([]byte, error) {
	text, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	return text, nil
}

// zipped is text as gzip -9n writes it: without a name or a time.
func zipped(text []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// crlf is text with the ends of lines that Windows' cmd and old editors want.
func crlf(text []byte) []byte {
	return []byte(strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n", "\r\n"))
}
