package story

import "strings"

// AppendFilled appends a text with values put in for the names that it holds in
// angle brackets; values are pairs of a name and what it stands for. A name
// without a value stays as it is.
func AppendFilled(dst []byte, text string, values ...string) []byte {
	for {
		open := strings.IndexByte(text, '<')
		if open < 0 {
			return append(dst, text...)
		}
		shut := strings.IndexByte(text[open:], '>')
		if shut < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:open]...)
		whole := text[open : open+shut+1]
		value := whole
		for i := 0; i+1 < len(values); i += 2 {
			if values[i] == whole[1:shut] {
				value = values[i+1]
				break
			}
		}
		dst = append(dst, value...)
		text = text[open+shut+1:]
	}
}

// Filled is the text with that key, see [AppendFilled].
func (s *Story) Filled(key string, values ...string) string {
	return string(AppendFilled(nil, s.Words(key), values...))
}
