package desk

import (
	"bytes"
	"crypto/sha256"
	"regexp"
	"slices"
	"sync"
)

// classed finds the colours by name that a drawing's elements have.
var classed = regexp.MustCompile(`[" ](?:fill|stroke|stop)-([a-z]+(?:-[a-z]+)*)(?:-[0-9]+)?[" ]`)

// namedColors remembers which colours drawings name, by file: to look through a scene's
// drawings takes as long as to draw the matrix, and a drag of a colour asks each time. Its
// zero value has looked at none; any number of goroutines may use it.
type namedColors struct {
	mu sync.Mutex
	in map[string]namedIn
}

// namedIn is what one content of a file names.
type namedIn struct {
	digest [sha256.Size]byte
	names  []string // sorted, each once
}

// of are the names in a file with that content. Callers leave them as they are.
func (n *namedColors) of(file string, content []byte) []string {
	digest := sha256.Sum256(content)
	n.mu.Lock()
	defer n.mu.Unlock()
	if had, ok := n.in[file]; ok && had.digest == digest {
		return had.names
	}
	var names []string
	// Two names may share the space between them.
	for _, found := range classed.FindAllSubmatch(bytes.ReplaceAll(content, []byte(" "), []byte("  ")), -1) {
		names = append(names, string(found[1]))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	if n.in == nil {
		n.in = map[string]namedIn{}
	}
	n.in[file] = namedIn{digest, names}
	return names
}
