package draw_test

import (
	"encoding/json"
	"testing"

	"lianhua/internal/draw"
)

func TestQuotedTextReadsBack(t *testing.T) {
	for _, s := range []string{"", "链画", "a\"b\\c\n\t\x00", "\xff", "<script>", "\u2028"} {
		var got string
		if err := json.Unmarshal(draw.AppendQuoted(nil, s), &got); err != nil {
			t.Errorf("%q: %v", s, err)
		}
		if s != "\xff" && got != s {
			t.Errorf("%q reads back as %q", s, got)
		}
	}
}
