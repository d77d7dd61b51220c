// Package bidi drives Firefox by WebDriver BiDi (W3C), the protocol that it
// speaks without a helper program.
//
// Conn is the protocol: commands with replies, and events. Browser is a Firefox
// of its own, with a fresh profile that ends with it. Tab is a page that shares
// nothing with other tabs: no storage, no workers, no cache.
//
// It guarantees that
//   - every wait ends with its context, and with the connection;
//   - an error names the command that failed and what the browser said;
//   - Close leaves no process, no goroutine and no file behind.
package bidi
