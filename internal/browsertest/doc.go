// Package browsertest holds the tests of the built site in a real Chromium: the
// article, the player in it, and what joins them. It has no other code.
//
// The tests build the site once, as "studio build -fast" does, and fail where no
// Chromium is installed.
package browsertest
