// Package browsertest holds the tests of the built site in real browsers: the
// article, the player in it, and what joins them. It has no other code.
//
// The tests make the site once, in their own process, as "studio build -fast" does,
// and fail where Chromium or Firefox is missing. They run side by side, but for
// those that share Firefox's preferences and those that measure time: how soon the
// first paint is there, how fast fingers and wheels are.
// The two are driven by their own protocols:
// Chromium by chromedp (tab_test.go), Firefox by package bidi (firefox_test.go).
package browsertest
