package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestBenchMeasuresAllocations(t *testing.T) {
	var out, errs bytes.Buffer
	if code := dispatch([]string{"bench", "-only", "allocs", "-json"}, &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	var report struct {
		Sections []struct {
			Name string
			Rows []struct {
				Name   string
				Values []float64
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatalf("%v in %s", err, &out)
	}
	if len(report.Sections) != 1 || report.Sections[0].Name != "allocs" || len(report.Sections[0].Rows) < 2 {
		t.Fatalf("reported %s", &out)
	}
	for _, row := range report.Sections[0].Rows {
		if still := row.Values[0]; still != 0 {
			t.Errorf("%s: a still frame allocates %g times", row.Name, still)
		}
	}
}

func TestBenchSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"bench -only speed", "bytes, start, player, script, sets, dots"},
		{"bench -rounds 0", "-rounds"},
		{"bench now", `"now"`},
	} {
		var out, errs bytes.Buffer
		if code := dispatch(strings.Fields(c.args), &out, &errs); code != 2 || !strings.Contains(errs.String(), c.want) {
			t.Errorf("studio %s: exit code %d, %q; want %q", c.args, code, &errs, c.want)
		}
	}
}
