package setfile

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"lianhua/internal/art"
	"lianhua/internal/art/simplify"
)

// SumsFile tells what the packs in the assets were made of, a line each: the scene, the
// digest of its drawings and that of its pack. A pack of which both are right need not
// be made anew.
const SumsFile = Folder + "/packs.sum"

// sum is a line of the sums.
type sum struct{ of, pack string }

// Sums is the content of SumsFile for packs that were made.
func Sums(made []Compiled) []byte {
	var b bytes.Buffer
	for _, one := range made {
		fmt.Fprintf(&b, "%s %s %s\n", one.Scene, one.of, digest(one.Pack))
	}
	return b.Bytes()
}

// sumsOf reads the sums, by scene. A line that nobody can read is none: its pack is made
// anew.
func sumsOf(assets fs.FS) map[string]sum {
	content, err := fs.ReadFile(assets, SumsFile)
	if err != nil {
		return nil
	}
	sums := map[string]sum{}
	for line := range strings.Lines(string(content)) {
		if f := strings.Fields(line); len(f) == 3 {
			sums[f[0]] = sum{f[1], f[2]}
		}
	}
	return sums
}

// kept is the pack in the assets where it was made of drawings with a digest.
func (s sum) kept(assets fs.FS, scene, of string) (*art.Set, []byte, bool) {
	if s.of != of {
		return nil, nil, false
	}
	pack, err := fs.ReadFile(assets, PackFile(scene))
	if err != nil || digest(pack) != s.pack {
		return nil, nil, false
	}
	set, err := art.Decode(pack)
	return set, pack, err == nil
}

// digestOf tells drawings apart as they were read, and what simplify makes of them.
func digestOf(s *art.Set) (string, error) {
	h := sha256.New()
	if err := json.NewEncoder(h).Encode(struct {
		Simplified int
		Set        *art.Set
	}{simplify.Version, s}); err != nil {
		return "", fmt.Errorf("a digest of the drawings: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)[:digestBytes]), nil
}

const digestBytes = 12

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:digestBytes])
}
