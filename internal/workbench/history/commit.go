package history

import (
	"bytes"
	"context"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"sync"
)

// Commit is a folder's files as they were last committed.
type Commit struct {
	dir   string
	blobs map[string]string // the digests of git, by file

	mu   sync.Mutex
	read map[string][]byte
}

// Head is the last commit of the repository that holds the folder.
func Head(ctx context.Context, dir string) (*Commit, error) {
	out, err := git(ctx, dir, "ls-tree", "-r", "-z", "HEAD")
	if err != nil {
		return nil, fmt.Errorf("reading the last commit: %w", err)
	}
	c := &Commit{dir: dir, blobs: map[string]string{}, read: map[string][]byte{}}
	for line := range strings.SplitSeq(string(out), "\x00") {
		about, name, _ := strings.Cut(line, "\t")
		if words := strings.Fields(about); len(words) == 3 && words[1] == "blob" {
			c.blobs[name] = words[2]
		}
	}
	return c, nil
}

// File is the committed content of a file; nil where none is committed. Of one that is
// now as it was committed, it is the same content.
func (c *Commit) File(ctx context.Context, name string, now []byte) ([]byte, error) {
	blob, ok := c.blobs[name]
	if !ok {
		return nil, nil
	}
	if sum := sha1.Sum(append(fmt.Appendf(nil, "blob %d\x00", len(now)), now...)); hex.EncodeToString(sum[:]) == blob {
		return now, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if content, ok := c.read[name]; ok {
		return content, nil
	}
	content, err := git(ctx, c.dir, "cat-file", "--filters", "HEAD:./"+name)
	if err != nil {
		return nil, fmt.Errorf("reading %s of the last commit: %w", name, err)
	}
	c.read[name] = content
	return content, nil
}

// git runs git in a folder.
func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		if said := strings.TrimSpace(stderr.String()); said != "" {
			err = errors.Join(err, errors.New(said))
		}
		return nil, fmt.Errorf("git %s: %w", args[0], err)
	}
	return out, nil
}
