//go:build !linux

package monitors

// Watcher sees nothing: Windows tells windows themselves, and they follow.
type Watcher struct{ quit chan struct{} }

// Open begins.
func Open(string) (*Watcher, error) { return &Watcher{make(chan struct{})}, nil }

// Await waits for nothing.
func (*Watcher) Await(<-chan struct{}, func()) error { return nil }

// Watch ends with Close.
func (w *Watcher) Watch(func([]Size)) { <-w.quit }

// Close ends it.
func (w *Watcher) Close() { close(w.quit) }
