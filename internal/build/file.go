package build

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"path"
	"strings"

	"lianhua/internal/story"
)

// A File is one file of the site.
type File struct {
	Name    string // with slashes, relative to the site
	Content []byte
	Brotli  []byte // Content compressed; nil where it does not pay or was not asked for
	Gzip    []byte // the same for clients that know no brotli
	Hash    string // of Content, in hexadecimal; it changes whenever Content does

	integrity string // see Integrity; worked out once, for files are listed often

	// Source is the name that the file has in the sources, where Name bears a
	// hash instead; else it is empty.
	Source string
}

// Logical is the name by which the sources speak of the file.
func (p File) Logical() string {
	if p.Source != "" {
		return p.Source
	}
	return p.Name
}

// Integrity is the content's digest as subresource integrity has it (W3C SRI, 3.1).
func (p File) Integrity() string {
	if p.integrity == "" {
		return integrity(p.Content)
	}
	return p.integrity
}

func integrity(content []byte) string {
	sum := sha512.Sum384(content)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

// NewFile is an uncompressed file.
func NewFile(name string, content []byte) File {
	sum := sha256.Sum256(content)
	return File{Name: name, Content: content, Hash: hex.EncodeToString(sum[:8]), integrity: integrity(content)}
}

// contentTypes are the site's own: the tables of the operating systems differ,
// and browsers compile WASM while it arrives only under its exact type.
func contentTypes() map[string]string {
	return map[string]string{
		".css":         "text/css; charset=utf-8",
		".csv":         "text/csv; charset=utf-8",
		".html":        "text/html; charset=utf-8",
		".ico":         "image/x-icon",
		".jpg":         "image/jpeg",
		".js":          "text/javascript; charset=utf-8",
		".json":        "application/json",
		".png":         "image/png",
		".svg":         "image/svg+xml",
		".ttf":         "font/ttf",
		".txt":         "text/plain; charset=utf-8",
		".wasm":        "application/wasm",
		".webmanifest": "application/manifest+json",
		".xml":         "text/xml; charset=utf-8",
		".zip":         "application/zip",
	}
}

// Type returns the media type under which a host must serve the file.
func (p File) Type() string {
	if t, ok := contentTypes()[path.Ext(p.Name)]; ok {
		return t
	}
	return "application/octet-stream"
}

// compressible reports whether the file shrinks under brotli.
func (p File) compressible() bool {
	switch path.Ext(p.Name) {
	case ".png", ".jpg", ".woff2", ".mp4", ".ico", ".zip":
		return false
	}
	return len(p.Content) > 150
}

// Counted reports whether a reader waits for the file before the first frame
// that answers to touch: the page, its scripts and styles, the player, the
// story, the fonts and the drawings of the cover.
func (p File) Counted() bool {
	if p.Logical() == EmbedName || strings.HasPrefix(p.Logical(), EmbedFolder) {
		return false
	}
	switch path.Ext(p.Name) {
	case ".html", ".json":
		// Of the pages a visit loads the whole story's, and where the reader's
		// language is another, that language's; of the other files none: what the
		// manifest lists for the player, a published page says itself.
		_, lang := story.ParseLang(path.Dir(p.Name))
		return p.Name == PageName || lang && path.Base(p.Name) == PageName
	case ".js":
		return p.Logical() != WorkerName // asked for when the story runs already
	case ".css", ".wasm", ".lh", ".ttf":
		return true
	case packEnding:
		return p.Logical() == OpeningPack
	}
	return false
}
