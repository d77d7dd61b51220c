package repository

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// source is where a repository's files come from, for go-tuf.
type source struct {
	ctx  context.Context
	base string // what the names of all files begin with

	client *http.Client // nil: a folder
	folder *os.Root
}

// openSource is a repository by its address or its folder.
func openSource(ctx context.Context, from string, authorities *x509.CertPool) (*source, error) {
	if !strings.Contains(from, "://") {
		folder, err := os.OpenRoot(from)
		if err != nil {
			return nil, fmt.Errorf("packs from a folder: %w: put the stick in, or mend the setting", err)
		}
		return &source{ctx: ctx, base: "folder:/", folder: folder}, nil
	}
	u, err := url.Parse(from)
	if err != nil {
		return nil, fmt.Errorf("packs from an address: %w", err)
	}
	if err := safe(u); err != nil {
		return nil, fmt.Errorf("packs from %s: %w", from, err)
	}
	if u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("packs from %s: leave out what follows ? and #", from)
	}
	transport := &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            (&net.Dialer{Timeout: 30 * time.Second}).DialContext,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: authorities},
		TLSHandshakeTimeout:    30 * time.Second,
		ResponseHeaderTimeout:  time.Minute,
		MaxResponseHeaderBytes: 64 << 10,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // lengths are bounded as they were signed
	}
	return &source{ctx: ctx, base: strings.TrimSuffix(u.String(), "/") + "/", client: &http.Client{
		Transport: transport,
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) >= 5 {
				return errors.New("the host leads from one address to the next without end")
			}
			if err := safe(r.URL); err != nil {
				return &Refused{"the host leads to " + r.URL.Redacted(), err}
			}
			return nil
		},
	}}, nil
}

// safe refuses what anybody on the way could read and hold up.
func safe(u *url.URL) error {
	switch {
	case u.Host == "":
		return errors.New("the address names no host")
	case u.Scheme == "https":
		return nil
	case u.Scheme == "http" && loopback(u.Hostname()):
		return nil
	case u.Scheme == "http":
		return errors.New("http is refused, since anybody on the way could hold new packs back: use https")
	}
	return fmt.Errorf("%s:// is not known: use https, or a folder", u.Scheme)
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func (s *source) close() {
	if s.client != nil {
		s.client.CloseIdleConnections()
		return
	}
	_ = s.folder.Close() // which was only read
}

// DownloadFile is a file of at most so many bytes, by its whole name.
func (s *source) DownloadFile(name string, most int64, _ time.Duration) ([]byte, error) {
	most = min(most, mostFile)
	if err := s.ctx.Err(); err != nil {
		return nil, err
	}
	if s.client != nil {
		return s.download(name, most)
	}
	rel := strings.TrimPrefix(name, s.base)
	info, err := s.folder.Stat(rel)
	if err != nil {
		return nil, lacking(err, name)
	}
	if err := readable(info, most); err != nil {
		return nil, err
	}
	// What stands there now may be another thing: it is opened without waiting.
	f, err := s.folder.OpenFile(rel, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, lacking(err, name)
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil {
		return nil, err
	}
	if err := readable(info, most); err != nil {
		return nil, err
	}
	return bounded(f, name, most)
}

// broken is a line that did not hold, or a stick that was pulled out.
type broken struct{ err error }

func (b *broken) Error() string { return b.err.Error() }
func (b *broken) Unwrap() error { return b.err }

// lacking is what a folder says of a file as a host would.
func lacking(err error, name string) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &metadata.ErrDownloadHTTP{StatusCode: http.StatusNotFound, URL: name}
	}
	return err
}

func (s *source) download(name string, most int64) ([]byte, error) {
	r, err := http.NewRequestWithContext(s.ctx, http.MethodGet, name, nil)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(name, "/timestamp.json") {
		r.Header.Set("Cache-Control", "no-cache") // the one file that changes
	}
	answer, err := s.client.Do(r)
	if err != nil {
		return nil, &broken{err}
	}
	defer answer.Body.Close()
	status := answer.StatusCode
	if status != http.StatusOK {
		// Hosts that tell nobody what they have forbid what they lack.
		if status == http.StatusForbidden || status == http.StatusGone {
			if strings.HasSuffix(name, ".root.json") {
				status = http.StatusNotFound
			}
		}
		return nil, &metadata.ErrDownloadHTTP{StatusCode: status, URL: name}
	}
	if answer.ContentLength > most {
		return nil, tooLong(name, most)
	}
	return bounded(answer.Body, name, most)
}

func bounded(r io.Reader, name string, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, &broken{fmt.Errorf("reading %s: %w", name, err)}
	}
	if int64(len(data)) > most {
		return nil, tooLong(name, most)
	}
	return data, nil
}

func tooLong(name string, most int64) error {
	return &metadata.ErrDownloadLengthMismatch{Msg: fmt.Sprintf("%s is longer than %d bytes", name, most)}
}
