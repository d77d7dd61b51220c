package desk

import (
	"crypto/subtle"
	"mime"
	"net"
	"net/http"
	"strings"
)

// TokenHeader is where a request from another machine carries the token.
const TokenHeader = "X-Workbench-Token"

// guard lets through what comes from the page itself, and nothing that another page
// in the same browser, or a name that leads here by its owner's will, might send.
type guard struct {
	token  string
	origin *http.CrossOriginProtection
	next   http.Handler
}

func guarded(token string, next http.Handler) http.Handler {
	return guard{token, http.NewCrossOriginProtection(), next}
}

func (g guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if !ownName(r.Host) {
		answerError(w, http.StatusForbidden, "the workbench is asked by an address such as 127.0.0.1 or by localhost, not by the name "+r.Host)
		return
	}
	if r.Method == http.MethodPost {
		if err := g.origin.Check(r); err != nil {
			answerError(w, http.StatusForbidden, "another page asks to change files; only the workbench's own may")
			return
		}
		if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
			answerError(w, http.StatusUnsupportedMediaType, "changes are sent as application/json")
			return
		}
		if !g.mayWrite(r) {
			answerError(w, http.StatusForbidden, "from another machine nothing is changed without the token that studio serve -token was given")
			return
		}
	}
	g.next.ServeHTTP(w, r)
}

// ownName reports whether a Host is an address, or localhost: a name may be led to
// this machine by whoever owns it, with a page that is then of our own origin.
func ownName(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.EqualFold(host, "localhost") || net.ParseIP(strings.Trim(host, "[]")) != nil
}

// mayWrite reports whether a request comes from this machine, or has the token.
func (g guard) mayWrite(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if ip := net.ParseIP(host); err == nil && ip != nil && ip.IsLoopback() {
		return true
	}
	return g.token != "" && subtle.ConstantTimeCompare([]byte(g.token), []byte(r.Header.Get(TokenHeader))) == 1
}
