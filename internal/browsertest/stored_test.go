package browsertest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
)

// sharedCache has what all versions of the site below /story/ may share.
const sharedCache = "lianhua /story/ files"

var versionHash = regexp.MustCompile(`"([0-9a-f]{16})"`)

// cacheOf is the name of the cache that an edition has for itself.
func cacheOf(t *testing.T, parts []build.File) string {
	t.Helper()
	for _, p := range parts {
		if p.Name == build.WorkerName {
			if found := versionHash.FindSubmatch(p.Content); found != nil {
				return "lianhua /story/ " + string(found[1])
			}
		}
	}
	t.Fatal("the edition's worker has no version")
	return ""
}

// sourceOf is the name of a published file in the sources.
func sourceOf(p build.File) string {
	if p.Source != "" {
		return p.Source
	}
	return p.Name
}

// without is an upload of an edition that lacks a file.
func without(parts []build.File, source string) []build.File {
	return slices.DeleteFunc(slices.Clone(parts), func(p build.File) bool { return sourceOf(p) == source })
}

// firsts are the files that a worker keeps whatever its reader looks at, by their names
// in the sources.
func firsts(parts []build.File) []string {
	var out []string
	for _, p := range parts {
		if source := sourceOf(p); publish.Offline(source) && publish.First(source) {
			out = append(out, source)
		}
	}
	return out
}

// stored is an expression: the caches, with the addresses of what they have. They are
// asked for their keys: who looks at a file holds on to its room.
const stored = `Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => [name, (await (await caches.open(name)).keys()).map(({ url }) => url)])))`

// list writes an array of texts.
func list(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = quote(text)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// missing is an expression: what the browser lacks of these files of an edition. What
// bears its hash may lie in any cache, the rest lies in the edition's.
func (h *host) missing(parts []build.File, sources []string) string {
	h.t.Helper()
	var wanted []string
	for _, part := range parts {
		if !slices.Contains(sources, sourceOf(part)) {
			continue
		}
		address := h.base() + strings.TrimSuffix(part.Name, build.PageName)
		if part.Source == "" {
			address = cacheOf(h.t, parts) + address
		}
		wanted = append(wanted, address)
	}
	return `((all) => {
		const has = new Set(Object.entries(all).flatMap(([name, urls]) => urls.flatMap((url) => [url, name + url])));
		return ` + list(wanted) + `.filter((it) => !has.has(it));
	})(` + stored + `)`
}

// strange is an expression: what the browser has that is not of an edition, and caches
// but its own, the shared one and those that may be there besides.
func (h *host) strange(parts []build.File, besides ...string) string {
	h.t.Helper()
	known := append([]string{cacheOf(h.t, parts), sharedCache}, besides...)
	files := []string{h.base() + "?files"}
	for _, part := range parts {
		files = append(files, h.base()+strings.TrimSuffix(part.Name, build.PageName))
	}
	return `((all) => {
		const known = ` + list(known) + `, files = new Set(` + list(files) + `);
		return Object.entries(all).flatMap(([name, urls]) => (known.includes(name) ? urls.filter((url) => !files.has(url)) : [name]));
	})(` + stored + `)`
}

func (h *host) base() string { return "http://" + h.address + "/story/" }

// whole waits until the browser has these files of an edition.
func (p *tab) whole(h *host, parts []build.File, sources []string) {
	p.t.Helper()
	missing := h.missing(parts, sources)
	p.until(missing+`.length === 0`, missing)
}

// lacksNothing holds that the browser has these files of an edition.
func (p *tab) lacksNothing(h *host, parts []build.File, sources []string, when string) {
	p.t.Helper()
	if lacking := eval[[]string](p, h.missing(parts, sources)); len(lacking) > 0 {
		p.t.Errorf("%s, %d of %d files are missing: %q", when, len(lacking), len(sources), lacking)
	}
}

// holdsOnly waits until the browser has nothing but what is of an edition, see strange.
func (p *tab) holdsOnly(h *host, parts []build.File, besides ...string) {
	p.t.Helper()
	strange := h.strange(parts, besides...)
	p.until(strange+`.length === 0`, strange)
}

// sourcesKept are the files of an edition that the browser has, by their names in the
// sources.
func (p *tab) sourcesKept(h *host, parts []build.File) []string {
	p.t.Helper()
	has := map[string]bool{}
	for _, urls := range eval[map[string][]string](p, stored) {
		for _, url := range urls {
			has[url] = true
		}
	}
	var out []string
	for _, part := range parts {
		if has[h.base()+strings.TrimSuffix(part.Name, build.PageName)] {
			out = append(out, sourceOf(part))
		}
	}
	return out
}

// waits waits until a newer version has come whole.
func (p *tab) waits() {
	p.t.Helper()
	p.until(`(await navigator.serviceWorker.getRegistration())?.waiting`, `[document.body.dataset.edition, await caches.keys(), await navigator.storage.estimate()]`)
}
