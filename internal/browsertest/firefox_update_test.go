package browsertest

import "testing"

// TestFirefoxTakesAnUpdate updates the article, adding to what is kept what is new, and
// opens it without a network: nothing is left of the version before.
func TestFirefoxTakesAnUpdate(t *testing.T) {
	d := blankInFirefox(t, visit{before: "delete globalThis.WebAssembly;"})
	site := &host{t: t}
	t.Cleanup(site.stop)
	to := func() {
		t.Helper()
		d.must(d.Navigate(d.ctx, "about:blank"))
		d.must(d.Navigate(d.ctx, site.base()))
		d.until(`globalThis.lianhua && await lianhua.ready.then(() => false, () => true)`, `location.href`)
	}
	one, two := edition(t, "one"), edition(t, "two")
	had := firsts(one)
	site.start(one)
	to()
	d.until(`(await navigator.serviceWorker.ready).active?.state === "activated"`, `location.href`)
	d.until(site.missing(one, had)+`.length === 0`, site.missing(one, had))
	site.start(two)
	to()
	d.until(`(await navigator.serviceWorker.getRegistration())?.waiting`, `document.body.dataset.edition`)
	if lacking := ask[[]string](d, site.missing(one, had)); len(lacking) > 0 {
		t.Errorf("while the second version waits, the first one lacks %q", lacking)
	}
	site.stop()
	to()
	if got := ask[string](d, `document.body.dataset.edition`); got != "two" {
		t.Errorf("without a network it shows %q", got)
	}
	d.until(site.strange(two)+`.length === 0`, site.strange(two))
	if lacking := ask[[]string](d, site.missing(two, had)); len(lacking) > 0 {
		t.Errorf("the second version lacks %q", lacking)
	}
}
