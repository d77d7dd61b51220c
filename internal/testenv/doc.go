// Package testenv provides what the tests need from the operating system beyond
// Go: browsers, the graphics libraries, and a display.
//
// It guarantees that
//   - it does nothing at all when everything is there;
//   - it installs only what is missing, and only where it may without asking
//     for a password; elsewhere its error holds the exact command to type;
//   - a display that it starts is its own, on a free number, and ends with it.
package testenv
