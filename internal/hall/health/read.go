package health

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Read reads the samples of the text format, by their names with their labels as they
// are written. It fails, with the line, at what is neither a sample nor a comment, and
// where a sample is told twice.
func Read(r io.Reader) (map[string]float64, error) {
	all := map[string]float64{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cut := strings.LastIndexByte(line, ' ')
		if cut <= 0 {
			return nil, fmt.Errorf("line %d of the metrics is no sample: %q", n, line)
		}
		name := line[:cut]
		v, err := strconv.ParseFloat(line[cut+1:], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d of the metrics: %w", n, err)
		}
		if _, twice := all[name]; twice {
			return nil, fmt.Errorf("line %d of the metrics: %s is told twice", n, name)
		}
		all[name] = v
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading the metrics: %w", err)
	}
	return all, nil
}
