package repository

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// Refused is what a repository said and a kiosk does not believe.
type Refused struct {
	Why string // and what to do
	Err error
}

func (r *Refused) Error() string { return r.Why + " (" + r.Err.Error() + ")" }
func (r *Refused) Unwrap() error { return r.Err }

// plain says in plain words what went wrong, and what to do.
func plain(err error) error {
	refused := func(why string) error { return &Refused{why, err} }
	if _, ok := errors.AsType[*Refused](err); ok {
		return err
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return refused("the host's certificate is not to be trusted: mend it, or set this machine's clock")
	}
	if h, ok := errors.AsType[*metadata.ErrDownloadHTTP](err); ok {
		return fmt.Errorf("the host lacks %s (status %d): it is being uploaded, or the address is another; it is tried again later: %w", h.URL, h.StatusCode, err)
	}
	_, notJSON := errors.AsType[*json.SyntaxError](err)
	_, otherJSON := errors.AsType[*json.UnmarshalTypeError](err)
	_, cut := errors.AsType[*broken](err)
	_, value := errors.AsType[*metadata.ErrValue](err)
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return fmt.Errorf("it took too long, or was broken off; it is tried again later: %w", err)
	case cut:
		return fmt.Errorf("the connection was cut, or there is none; it is tried again later: %w", err)
	case errors.Is(err, &metadata.ErrExpiredMetadata{}):
		return refused("what the repository says of its packs has expired: its maker has to publish again, or this machine's clock is wrong")
	case errors.Is(err, &metadata.ErrBadVersionNumber{}):
		return refused("the repository is older than what was seen of it before, or its files are not of one time: a mirror that lags, or somebody who plays old packs back")
	case errors.Is(err, &metadata.ErrUnsignedMetadata{}):
		return refused("the repository is not signed by the keys that this kiosk trusts: another repository than its root is of, or somebody else's packs")
	case errors.Is(err, &metadata.ErrDownloadLengthMismatch{}):
		return refused("a file is longer than it was signed to be, or than any is: a host that is broken or forges")
	case errors.Is(err, &metadata.ErrLengthOrHashMismatch{}):
		return refused("a file is not as it was signed: changed or cut on its way, or not of one time with the others")
	case notJSON, otherJSON, value:
		return refused("a file of the repository is none: the host may answer with a page for what it lacks, where 404 is due")
	}
	return err
}
