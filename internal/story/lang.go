package story

// Lang is a language of the story.
type Lang uint8

// The languages.
const (
	ZH Lang = iota // simplified Chinese, the language of the page
	EN
	langs // their number
)

// String is the language's tag: "zh" or "en".
func (l Lang) String() string {
	if l == EN {
		return "en"
	}
	return "zh"
}

// ParseLang is the language with that tag.
func ParseLang(tag string) (Lang, bool) {
	switch tag {
	case "zh":
		return ZH, true
	case "en":
		return EN, true
	}
	return ZH, false
}

// Langs are the languages in the order in which they are offered.
func Langs() [langs]Lang { return [langs]Lang{ZH, EN} }

// Both is a text in each language.
type Both struct{ ZH, EN string }

// In is the text in one language.
func (b Both) In(l Lang) string {
	if l == EN {
		return b.EN
	}
	return b.ZH
}
