package build

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/andybalholm/brotli"
	"golang.org/x/sync/errgroup"
)

// Compress fills in each part's Brotli at quality 11 and its Gzip at level 9.
// What brotli gives is kept below work by the content's hash, so only what
// changed is compressed again: the player takes most of a minute.
func Compress(ctx context.Context, work string, parts []File) error {
	dir := filepath.Join(work, "brotli")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("keeping compressed files: %w", err)
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(2)
	kept := map[string]bool{}
	for i := range parts {
		part := &parts[i]
		if !part.compressible() {
			continue
		}
		path := filepath.Join(dir, part.Hash+".br")
		kept[path] = true
		group.Go(func() error {
			if part.Gzip == nil {
				packed, err := packOld(part.Content)
				if err != nil {
					return fmt.Errorf("compressing %s: %w", part.Name, err)
				}
				part.Gzip = packed
			}
			if old, err := os.ReadFile(path); err == nil {
				part.Brotli = old
				return nil
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			packed, err := pack(part.Content)
			if err != nil {
				return fmt.Errorf("compressing %s: %w", part.Name, err)
			}
			part.Brotli = packed
			return replaceFile(path, packed)
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return prune(dir, kept)
}

func pack(content []byte) ([]byte, error) {
	var out bytes.Buffer
	// A window of 4 MB: one of 16 MB takes twice the time and saves nothing.
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: 11, LGWin: 22})
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// packOld compresses for clients from before brotli. The header bears no time, so
// that the same content gives the same bytes.
func packOld(content []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// prune removes what the last build did not use, so that the folder stays small.
func prune(dir string, kept map[string]bool) error {
	old, err := filepath.Glob(filepath.Join(dir, "*.br"))
	if err != nil {
		return err
	}
	for _, path := range old {
		if !kept[path] {
			if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
				return fmt.Errorf("removing an old compressed file: %w", err)
			}
		}
	}
	return nil
}
