package typeset

// generationSize is how many entries a generation takes. What has been asked
// for stays until that many other texts have been set since: far more than a
// frame shows.
const generationSize = 4096

// blockStyle is all of a block's key but the text.
type blockStyle struct {
	st    Style
	width float64
}

// generation is one half of the cache. The maps have two levels so that a
// lookup with a []byte as the text does not allocate.
type generation struct {
	lines  map[Style]map[string]*Run
	blocks map[blockStyle]map[string]*Block
	n      int
}

func (g *generation) init() {
	g.lines = map[Style]map[string]*Run{}
	g.blocks = map[blockStyle]map[string]*Block{}
}

func (g *generation) clear() {
	clear(g.lines)
	clear(g.blocks)
	g.n = 0
}

func (g *generation) line(text string, st Style) *Run { return g.lines[st][text] }

func (g *generation) putLine(text string, st Style, r *Run) {
	m := g.lines[st]
	if m == nil {
		m = map[string]*Run{}
		g.lines[st] = m
	}
	m[text] = r
	g.n++
}

func (g *generation) putBlock(text string, k blockStyle, b *Block) {
	m := g.blocks[k]
	if m == nil {
		m = map[string]*Block{}
		g.blocks[k] = m
	}
	m[text] = b
	g.n++
}

// age makes room: a full young generation becomes the old one, and what the
// old one still held was not asked for since the last time.
func (s *Setter) age() {
	if s.young.n < generationSize {
		return
	}
	s.young, s.old = s.old, s.young
	s.young.clear()
}
