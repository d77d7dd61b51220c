package bench

import (
	"os"
	"runtime"
	"strconv"
	"strings"
)

// Machine is what of this machine bears on the figures.
func Machine() []Fact {
	return []Fact{
		{"machine", runtime.GOOS + "/" + runtime.GOARCH + ", " + strconv.Itoa(runtime.NumCPU()) + " cores" + processor()},
		{"go", runtime.Version()},
		{"browser", "Chromium, headless, WebGL by SwiftShader (no GPU)"},
		{"load", Load()},
	}
}

// Load is the mean number of programs that want the processor: over a minute,
// five and fifteen. Above the number of cores, times are longer than they would
// be by themselves.
func Load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return parseLoad(string(text))
}

func parseLoad(text string) string {
	fields := strings.Fields(text)
	if len(fields) < 3 {
		return "unknown"
	}
	return strings.Join(fields[:3], " ")
}

// processor is the name of the first processor, after a comma.
func processor() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	return parseProcessor(string(text))
}

func parseProcessor(text string) string {
	for line := range strings.Lines(text) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
			return ", " + strings.TrimSpace(value)
		}
	}
	return ""
}
