package repository

import (
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/sigstore/sigstore/pkg/signature"
	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// Roles are who signs: the root says which keys the others have, the targets which
// packs there are; snapshot and timestamp say that they are the newest.
func Roles() []string {
	return []string{metadata.ROOT, metadata.TARGETS, metadata.SNAPSHOT, metadata.TIMESTAMP}
}

// shownID is how much of a key's identifier is in its file's name.
const shownID = 12

// keyFile is where the key of a role is kept.
func keyFile(folder, role, id string) string {
	return filepath.Join(folder, role+"-"+id[:min(shownID, len(id))]+".pem")
}

// newKey makes a key for a role, and keeps it in a file that only its owner reads.
func newKey(folder, role string) (*metadata.Key, signature.Signer, error) {
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, nil, fmt.Errorf("making a key for %s: %w", role, err)
	}
	key, id, err := describe(public)
	if err != nil {
		return nil, nil, err
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return nil, nil, fmt.Errorf("writing the key of %s: %w", role, err)
	}
	text := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
	if err := writeSecret(keyFile(folder, role, id), text); err != nil {
		return nil, nil, fmt.Errorf("writing the key of %s: %w", role, err)
	}
	signer, err := signature.LoadED25519Signer(private)
	return key, signer, err
}

func describe(public crypto.PublicKey) (*metadata.Key, string, error) {
	key, err := metadata.KeyFromPublicKey(public)
	if err != nil {
		return nil, "", fmt.Errorf("naming a key: %w", err)
	}
	id, err := key.ID()
	if err != nil {
		return nil, "", fmt.Errorf("naming a key: %w", err)
	}
	return key, id, nil
}

// writeSecret writes a new file that nobody else may read; one that is there stays.
func writeSecret(name string, text []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// LostKey is a key that is needed and not in the folder of keys.
type LostKey struct {
	Role, File string
}

func (l *LostKey) Error() string {
	what := "is it lost for good, \"studio packs rotate -role " + l.Role + "\" gives a new one, which the root's key has to sign"
	if l.Role == metadata.ROOT {
		what = "is it lost for good, packs can be published until the root expires, but no key can be changed: " +
			"begin a new repository by \"studio packs init\", and carry its root to each kiosk by hand"
	}
	return "the key of " + l.Role + " is not there: bring " + l.File + " back from its copy; " + what
}

// readKey is the key of a role with that identifier; a *[LostKey] where it is not
// in the folder.
func readKey(folder, role, id string) (signature.Signer, error) {
	name := keyFile(folder, role, id)
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &LostKey{role, name}
	}
	if err != nil {
		return nil, fmt.Errorf("reading the key of %s: %w", role, err)
	}
	if info, err := os.Stat(name); err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("%s may be read by others: chmod 600 it, and have it rotated if anybody could have", name)
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, fmt.Errorf("%s is no PEM file: bring it back from its copy", name)
	}
	private, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("%s holds no key: bring it back from its copy: %w", name, err)
	}
	own, ok := private.(ed25519.PrivateKey)
	if !ok {
		return nil, fmt.Errorf("%s holds no Ed25519 key: bring it back from its copy", name)
	}
	if _, got, err := describe(own.Public()); err != nil || got != id {
		return nil, fmt.Errorf("%s holds another key than its name says: bring it back from its copy", name)
	}
	return signature.LoadED25519Signer(own)
}

// outside refuses a folder of keys that would be published with the repository.
func outside(keys, folder string) error {
	k, err := filepath.Abs(keys)
	if err != nil {
		return err
	}
	f, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(f, k); err == nil && (rel == "." || filepath.IsLocal(rel)) && !strings.HasPrefix(rel, "..") {
		return fmt.Errorf("the keys would be published: choose a folder for them outside of %s", folder)
	}
	return nil
}
