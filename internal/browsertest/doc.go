// Package browsertest holds the tests of the built site in real browsers: the
// article, the player in it, and what joins them. It has no other code.
//
// The tests build the site once, as "studio build -fast" does, and fail where
// Chromium or Firefox is missing. The two are driven by their own protocols:
// Chromium by chromedp (tab_test.go), Firefox by package bidi (firefox_test.go).
package browsertest
