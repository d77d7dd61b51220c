package hall

import (
	"net/netip"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
)

// updates is where new content comes from. What is kept is shown also where the source is
// wrong.
func (r reader) updates(missing Updates) Updates {
	r.Only("source", "root", "hour", "folder", "name")
	u := Updates{Root: r.Text("root"), Hour: r.clock("hour", missing.Hour), Folder: r.Text("folder"), Name: r.Text("name")}
	u.Source = r.source("source")
	switch {
	case u.Source == "":
	case u.Root == "":
		r.Fail("root", "what comes from the source cannot be trusted without a root", `the file that came with the source: root = "/etc/lianhua/root.json"`)
		u.Source = ""
	case u.Folder == "":
		r.Fail("folder", "there is no folder to keep in what comes from the source", `one that the player may write to: folder = "/var/lib/lianhua/packs"`)
		u.Source = ""
	}
	return u
}

// source is an address with https, or a folder by its whole path: it may come and go, as a
// stick does.
func (r reader) source(key string) string {
	v := r.Text(key)
	hint := `where the packs are: ` + key + ` = "https://packs.example.org/hall", or a folder: "/media/stick/packs"`
	if v == "" || filepath.IsAbs(v) {
		return v
	}
	at, err := url.Parse(v)
	switch {
	case err != nil || at.Host == "" || at.Scheme != "https" && at.Scheme != "http":
		r.Fail(key, strconv.Quote(v)+" is neither an address with https nor a folder's whole path", hint)
	case at.User != nil || at.RawQuery != "" || at.Fragment != "":
		r.Fail(key, "the source is more than an address: it has a user, a question or a fragment", hint)
	case at.Scheme == "http" && !loopback(at.Hostname()):
		r.Fail(key, strconv.Quote(v)+" is without https: anybody on the way could keep new content back", "write https://"+strings.TrimPrefix(v, "http://"))
	default:
		return v
	}
	return ""
}

// loopback reports whether a host is this machine, by its number.
func loopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}
