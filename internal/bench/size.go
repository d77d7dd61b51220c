package bench

import (
	"fmt"
	"strings"

	"lianhua/internal/build"
)

// Bytes weighs what a reader loads, raw and under brotli. Parts must have been
// compressed.
func Bytes(parts []build.File) Section {
	s := Section{
		Name: "bytes", Title: "what a reader loads until the first frame",
		Columns: []Column{{"raw", "bytes", 0}, {"brotli", "bytes", 0}},
	}
	var onDemand, demandBrotli int
	for _, p := range parts {
		sent := sent(p)
		if !p.Counted() {
			onDemand, demandBrotli = onDemand+len(p.Content), demandBrotli+sent
			continue
		}
		s.Rows = append(s.Rows, Row{Name: p.Name, Values: Numbers(float64(len(p.Content)), float64(sent))})
	}
	raw, sent := build.FirstLoad(parts)
	remark := fmt.Sprintf("%.1f %% of the budget of %.1f MB", float64(sent)*100/build.Budget, build.Budget/1e6)
	if sent > build.Budget {
		remark = "ABOVE: " + remark
	}
	s.Rows = append(s.Rows,
		Row{Name: "until the first frame", Values: Numbers(float64(raw), float64(sent)), Remark: remark},
		Row{Name: "on demand", Values: Numbers(float64(onDemand), float64(demandBrotli))},
	)
	s.Notes = []string{strings.TrimSpace("on demand: pictures, licences and tables, which no reader waits for")}
	return s
}

// sent is what a part weighs on its way, in bytes.
func sent(p build.File) int {
	if p.Brotli != nil {
		return len(p.Brotli)
	}
	return len(p.Content)
}
