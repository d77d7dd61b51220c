package preflight

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	answersWithin = 15 * time.Second
	// mostSkew is how far a clock may be from the host's: night hours and the dates of
	// signatures go by it.
	mostSkew = 5 * time.Minute
	// stateFile is what a repository of packs always has, and mostState the largest of it
	// that is read, in bytes.
	stateFile = "timestamp.json"
	mostState = 16 << 10
)

// Source looks whether new content can be had: an address is asked for what each
// repository has, a folder, which may come and go, is looked into. What is signed in it,
// the player judges when it takes it. Certificates are trusted by authorities; nil: the
// system's.
func Source(ctx context.Context, source string, authorities *x509.CertPool, now func() time.Time) Finding {
	const what = "source"
	if !strings.Contains(source, "://") {
		if _, err := os.Stat(filepath.Join(source, stateFile)); err != nil {
			return Right(what, source+" has no packs now: they are taken when a stick with them is there",
				source+" 里现在没有内容包：插上存有内容包的 U 盘时就会取用")
		}
		return Right(what, source+" has packs", "")
	}
	ctx, stop := context.WithTimeout(ctx, answersWithin)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(source, "/")+"/"+stateFile, nil)
	if err != nil {
		return Wrong(what, err.Error(), "see [updates] in the settings", "更新源的地址写得不对："+err.Error()+"。请看设置里的 [updates]")
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: authorities, Time: now}
	defer transport.CloseIdleConnections()
	answer, err := (&http.Client{Transport: transport}).Do(r)
	if err != nil {
		return unreachable(source, err, now())
	}
	defer answer.Body.Close()
	_, err = io.CopyN(io.Discard, answer.Body, mostState)
	switch {
	case answer.StatusCode == http.StatusNotFound:
		return Wrong(what, source+" answers, but has no "+stateFile, "see that the address is that of the packs' folder, and that all of it was uploaded: \"studio packs publish\" writes that file last",
			"更新源有回应，但没有 "+stateFile+"：请核对地址，并确认内容包目录已全部上传")
	case answer.StatusCode != http.StatusOK:
		return Wrong(what, fmt.Sprintf("%s answers %s", source, answer.Status), "ask who keeps that host; the kiosk asks again each hour",
			"更新源回应 "+answer.Status+"：请联系主机的管理者；播放器每小时会再试")
	case err != nil && !errors.Is(err, io.EOF):
		return unreachable(source, err, now())
	}
	if date, err := http.ParseTime(answer.Header.Get("Date")); err == nil {
		if off := now().Sub(date); off.Abs() > mostSkew {
			return Wrong("clock", fmt.Sprintf("it is %v from that of %s", off.Abs().Round(time.Minute), r.URL.Host), `set it ("timedatectl set-time"), or let it be set ("timedatectl set-ntp true"): content counts as expired by a wrong clock`,
				"本机时钟与更新源相差太多：请校准（timedatectl），时钟不准时内容会被当作过期")
		}
	}
	return Right(what, source+" answers, and has packs", "")
}

// unreachable says why a source does not answer.
func unreachable(source string, err error, now time.Time) Finding {
	f := Wrong("source", source+": "+err.Error(), "see the network (\"ip address\", \"resolvectl query HOST\") and the address; without new content the story stays as it is", "连不上更新源：请检查网络和地址；连不上时继续播放现有内容")
	var invalid x509.CertificateInvalidError
	var host x509.HostnameError
	var unknown x509.UnknownAuthorityError
	switch {
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		f.Remedy = "its certificate does not hold at " + now.Format("2006-01-02 15:04") + ": if that is not the time, set this machine's clock, else the host needs a new certificate"
		f.Chinese = "更新源的证书在 " + now.Format("2006-01-02 15:04") + " 无效：若这不是现在的时间，请校准本机时钟；否则请主机更换证书"
	case errors.As(err, &host):
		f.Remedy = "its certificate is for another host: see the address, and whether something on the way answers in its place"
		f.Chinese = "更新源的证书属于另一台主机：请核对地址，并查看途中是否有设备冒名应答"
	case errors.As(err, &unknown), errors.As(err, &invalid):
		f.Remedy = "nobody that this machine trusts vouches for its certificate: \"apt install ca-certificates\", or have the house's own authority installed"
		f.Chinese = "本机不信任更新源的证书：请安装 ca-certificates，或装上本单位的根证书"
	}
	return f
}
