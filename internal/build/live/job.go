package live

import "context"

// A job runs one function at a time beside the loop that owns it. Starting it
// again while it runs cancels the run and follows with another, so that the
// last result is always made from the latest sources.
type job struct {
	done   chan outcome // the owner receives from it and calls finished
	next   func(context.Context) outcome
	cancel context.CancelFunc
	again  bool
}

func newJob() *job { return &job{done: make(chan outcome, 1)} }

func (j *job) start(ctx context.Context, run func(context.Context) outcome) {
	j.next = run
	if j.cancel != nil {
		j.again = true
		j.cancel()
		return
	}
	ctx, j.cancel = context.WithCancel(ctx)
	go func() { j.done <- run(ctx) }()
}

// finished must follow each receive from done. It reports whether the result is
// out of date, in which case another run has begun.
func (j *job) finished(ctx context.Context) (outdated bool) {
	j.cancel()
	j.cancel = nil
	if j.again {
		j.again = false
		j.start(ctx, j.next)
		return true
	}
	return false
}
