// Package context stands in for the standard library's, whose deadlines bring what
// writes dates with them. A page has one thread, whose loop nothing ends.
package context

type Context interface {
	Done() <-chan struct{}
	Err() error
}
