package workbench

import "sync"

// answers keeps what was drawn, by what it is of: an edit changes some of the pictures
// that a maker looks at, and the others are not drawn again. Any number of goroutines may
// use it; its zero value holds none.
type answers struct {
	mu    sync.Mutex
	all   map[answered][]byte
	order []answered // the oldest first
	size  int
}

// mostAnswers is how many bytes are kept.
const mostAnswers = 32 << 20

// answered is what an answer is of: the marks of a picture by their hash, and how it is
// asked for.
type answered struct {
	marks uint64
	what  string
	moment
}

// of is the key of an answer about a moment whose marks have a hash. When it is, in
// which colours and with which slot, the marks say.
func (m moment) of(what string, marks uint64) answered {
	k := answered{marks: marks, what: what, moment: m}
	k.Now, k.beat, k.Theme, k.rests, k.slot = 0, 0, nil, false, nil
	return k
}

func (a *answers) get(k answered) ([]byte, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	b, ok := a.all[k]
	return b, ok
}

func (a *answers) keep(k answered, b []byte) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := a.all[k]; ok || len(b) > mostAnswers/8 {
		return
	}
	if a.all == nil {
		a.all = map[answered][]byte{}
	}
	a.all[k], a.order, a.size = b, append(a.order, k), a.size+len(b)
	for a.size > mostAnswers {
		a.size -= len(a.all[a.order[0]])
		delete(a.all, a.order[0])
		a.order = a.order[1:]
	}
}
