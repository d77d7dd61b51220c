package stage

type Both struct{ ZH, EN string }

type Sem struct{ Label, Figure string }

type setter struct{}

func (setter) Line(text string) int { return len(text) }

func Lacking(key string) string { return "⟨" + key + "⟩" }

const mark = "\uFEFF"

var (
	plain  = "cite.line"
	source = "出处：" // want `is typed in Go`
	dash   = "–"   // want `is typed in Go`
	colon  = '：'
	both   = Both{ZH: plain, EN: "Source"} // want `is typed in Go`
	keys   = Both{plain, plain}
	bare   = Both{"", "more than"}                     // want `is typed in Go`
	spoken = Sem{Label: "play", Figure: "page.year"}   // want `is typed in Go`
	width  = setter{}.Line("Play") + setter{}.Line("") // want `is typed in Go`
)
