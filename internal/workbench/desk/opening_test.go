package desk

import (
	"net/http"
	"path/filepath"
	"slices"
	"testing"
)

// Whoever sits at the machine has a drawing opened, and nothing else; who looks from
// another does not, whatever they know.
func TestADrawingIsOpenedWhereOneSits(t *testing.T) {
	d := open(t)
	type file struct {
		File string `json:"file"`
	}
	for name, want := range map[string]int{
		"art/aluminium.svg": http.StatusOK, "theme.toml": http.StatusBadRequest, "art/nothing.svg": http.StatusBadRequest,
		"art/../theme.toml": http.StatusBadRequest, "../aluminium.svg": http.StatusBadRequest, "": http.StatusBadRequest,
	} {
		if w := d.ask("POST", Path+"open", file{name}); w.Code != want {
			t.Errorf("%q: got %d %s", name, w.Code, w.Body)
		}
	}
	if want := []string{filepath.Join(d.dir, "art", "aluminium.svg")}; !slices.Equal(*d.opened, want) {
		t.Errorf("opened are %v", *d.opened)
	}
	w := d.ask("POST", Path+"open", file{"art/aluminium.svg"}, func(r *http.Request) {
		r.RemoteAddr = "192.168.1.9:50000"
		r.Header.Set(TokenHeader, "secret")
	})
	if w.Code != http.StatusForbidden || len(*d.opened) > 1 {
		t.Errorf("from another machine, got %d %s", w.Code, w.Body)
	}
}
