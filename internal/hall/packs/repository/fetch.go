package repository

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"
	"github.com/theupdateframework/go-tuf/v2/metadata/config"
	"github.com/theupdateframework/go-tuf/v2/metadata/updater"

	"lianhua/internal/hall/packs"
)

// Options are what a kiosk asks a repository by.
type Options struct {
	Root   []byte // the root that the kiosk was given by hand
	Source string // the repository: an https address, or a folder such as a stick's

	// Cache is a folder of the kiosk's own, in which what was proved is remembered,
	// for one Fetch at a time.
	Cache string

	Have uint64           // the version that the kiosk has; 0: none
	Name string           // the kiosk's, by which it is in a share or not
	Now  func() time.Time // nil: the clock

	// Authorities sign the host's certificate; nil: those of the system.
	Authorities *x509.CertPool
}

// longest is how long a Fetch takes at most, whatever its context says: ten megabytes
// over a line of 64 kbit/s.
const longest = 25 * time.Minute

// Bounds of what is read before anything is known of its length, in bytes.
const (
	mostRoot      = 64 << 10
	mostTimestamp = 16 << 10
	mostRoots     = 256 // that follow one another at once
)

// Fetch is the newest pack that the repository has for this kiosk, if it is newer
// than what the kiosk has; else it is the version that the kiosk has, and no data.
// The data are as they were signed, and still to be read by packs.Read. An error is
// for a log: it says what to do, and nothing is to be done by the caller but to try
// again later. A *[Refused] is one that more tries alone do not mend.
func Fetch(ctx context.Context, o Options) (version uint64, data []byte, err error) {
	ctx, stop := context.WithTimeout(ctx, longest)
	defer stop()
	if o.Now == nil {
		o.Now = time.Now
	}
	from, err := openSource(ctx, o.Source, o.Authorities)
	if err != nil {
		return 0, nil, err
	}
	defer from.close()
	version, data, err = fetch(o, from)
	if err != nil {
		return 0, nil, fmt.Errorf("packs from %s: %w", o.Source, plain(err))
	}
	return version, data, nil
}

func fetch(o Options, from *source) (version uint64, data []byte, err error) {
	known, err := openMemory(o.Cache, o.Root)
	if err != nil {
		return 0, nil, err
	}
	// What was proved before a fault is remembered too: it is what later answers must
	// not be older than.
	defer func() { err = errors.Join(err, known.close()) }()
	u, err := newUpdater(o, from, known)
	if err != nil {
		return 0, nil, err
	}
	if err := u.Refresh(); err != nil {
		return 0, nil, err
	}
	version, target, err := newest(u.GetTopLevelTargets(), o)
	if err != nil || target == nil {
		return o.Have, nil, err
	}
	name := filepath.Join(known.working, "pack")
	if _, data, err = u.DownloadTarget(target, name, ""); err != nil {
		return 0, nil, err
	}
	return version, data, nil
}

// newUpdater begins with what is remembered; with the given root alone where that
// does not hold together.
func newUpdater(o Options, from *source, known *memory) (*updater.Updater, error) {
	root := known.root()
	if root == nil {
		root = o.Root
	}
	start := func() (*updater.Updater, error) {
		return updater.New(&config.UpdaterConfig{
			MaxRootRotations: mostRoots,
			MaxDelegations:   1, // studio packs makes none

			RootMaxLength:      mostRoot,
			TimestampMaxLength: mostTimestamp,
			SnapshotMaxLength:  mostRoot,
			TargetsMaxLength:   4 << 20,

			Fetcher:               from,
			LocalTrustedRoot:      root,
			LocalMetadataDir:      known.working,
			LocalTargetsDir:       known.working,
			RemoteMetadataURL:     from.base,
			RemoteTargetsURL:      from.base + packsFolder,
			PrefixTargetsWithHash: true,
		})
	}
	u, err := start()
	if err != nil && known.root() != nil {
		if err := known.forget(); err != nil {
			return nil, err
		}
		root = o.Root
		u, err = start()
	}
	if err != nil {
		return nil, &Refused{"the root that this kiosk was given is none: give it the newest N.root.json of the repository", err}
	}
	u.UnsafeSetRefTime(o.Now().UTC())
	return u, nil
}

// newest is the pack of the highest version that is for this kiosk; nil where it has
// that or a newer one.
func newest(targets map[string]*metadata.TargetFiles, o Options) (version uint64, target *metadata.TargetFiles, err error) {
	version = o.Have
	for name, t := range targets {
		c, err := customOf(name, t)
		if err != nil {
			return 0, nil, err
		}
		if c.Version > version && Takes(o.Name, c.Version, c.Share) {
			version, target = c.Version, t
			target.Path = name
		}
	}
	return version, target, nil
}

// mostFile is the largest file of a repository, in bytes.
const mostFile = int64(packs.MostSize)

// readable reports why a file of a folder is not read; nil where it is.
func readable(info os.FileInfo, most int64) error {
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is no regular file", info.Name())
	}
	if info.Size() > most {
		return &metadata.ErrDownloadLengthMismatch{Msg: fmt.Sprintf("%s has %d bytes, more than %d", info.Name(), info.Size(), most)}
	}
	return nil
}
