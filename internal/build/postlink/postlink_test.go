package postlink

import (
	"bytes"
	"compress/zlib"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// link builds the program in testdata for the web.
func link(t *testing.T) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "trace.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", out, "./testdata/trace")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	program, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// say runs a program with Node.js and returns what it prints.
func say(t *testing.T, program []byte) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(file, program, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec"), file)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Fatalf("the program ended with %v:\n%s", err, out)
	}
	return string(out)
}

func TestShrunkProgramDoesTheSame(t *testing.T) {
	program := link(t)
	want := say(t, program)
	if !strings.Contains(want, "true true\nlines: true\nmain.main true true true\n") {
		t.Fatalf("before it is shrunk, the program says:\n%s", want)
	}
	small, err := Shrink(program)
	if err != nil {
		t.Fatal(err)
	}
	want = strings.NewReplacer("lines: true", "lines: false", "main.main true true", "main.main true false").Replace(want)
	if got := say(t, small); got != want {
		t.Errorf("it says:\n%s\nwant:\n%s", got, want)
	}
	now, err := parse(small)
	if err != nil {
		t.Fatal(err)
	}
	before, err := parse(program)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(now.before, before.before) || !bytes.Equal(now.after, before.after) {
		t.Error("more than the data has changed")
	}
	at := bytes.Index(before.memory, []byte(header))
	table, err := findTable(before.memory)
	if err != nil {
		t.Fatal(err)
	}
	end := len(before.memory) - len(table.functions) + table.data
	if !bytes.Equal(now.memory[:at], before.memory[:at]) || !bytes.Equal(now.memory[at:at+72], before.memory[at:at+72]) {
		t.Error("data before the table of functions has changed")
	}
	changed := 0
	for i, b := range before.memory[end:] {
		if i+end < len(now.memory) && now.memory[i+end] != b {
			changed++
		}
	}
	if changed > len(program)/20 {
		t.Errorf("%d bytes behind the table of functions have changed", changed)
	}
	if len(small) > len(program)*9/10 && flate(t, small) > flate(t, program)*4/5 {
		t.Errorf("%d bytes have become %d", flate(t, program), flate(t, small))
	}
}

// flate is how many bytes a compressor makes of the program.
func flate(t *testing.T, program []byte) int {
	t.Helper()
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write(program); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

func TestOtherLayoutsAreRefused(t *testing.T) {
	program := link(t)
	at := bytes.Index(program, []byte(header))
	if at < 0 {
		t.Fatal("the program has no table of functions")
	}
	later := bytes.Clone(program)
	later[at]--
	for name, program := range map[string][]byte{
		"another table": later,
		"cut off":       program[:len(program)/2],
		"empty":         nil,
		"text":          []byte("<!doctype html>"),
	} {
		if _, err := Shrink(program); err == nil {
			t.Errorf("%s: it was taken", name)
		}
	}

	m, err := parse(program)
	if err != nil {
		t.Fatal(err)
	}
	table, err := findTable(m.memory)
	if err != nil {
		t.Fatal(err)
	}
	// A record that has grown by a field no longer meets the next.
	table.functions[8*(len(table.records)/2)+4] += 8
	if err := dropTraces(m.memory); err == nil || !strings.Contains(err.Error(), "the record of function") {
		t.Errorf("records that lie elsewhere: got %v", err)
	}
}

func TestNumbers(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 127, 128, 8191, 8192, 1 << 20, 1<<31 - 1} {
		if r := (reader{appendUnsigned(nil, n), 0}); r.unsigned() != n || r.at != len(r.src) {
			t.Errorf("%d is written as % x", n, r.src)
		}
		for _, n := range []int{n, -n} {
			if r := (reader{appendSigned(nil, n), 0}); r.signed() != n || r.at != len(r.src) {
				t.Errorf("%d with a sign is written as % x", n, r.src)
			}
		}
	}
}

func TestPieces(t *testing.T) {
	long := make([]byte, fewest)
	memory := bytes.Join([][]byte{{1, 2}, long, {3, 0, 0, 0, 4}, long, long, {5}, long[1:], {6, 0}}, nil)
	m := &module{before: []byte("\x00asm\x01\x00\x00\x00"), after: []byte{0, 1, 9}, memory: memory, base: 4096}
	out := m.bytes()
	again, err := parse(out)
	if err != nil {
		t.Fatal(err)
	}
	if again.base != 4096 || !bytes.Equal(again.memory, bytes.TrimRight(memory, "\x00")) || !bytes.Equal(again.after, m.after) {
		t.Errorf("it came back as %+v", again)
	}
	if n := len(out) - len(m.before) - len(m.after); n > 2+5+5+fewest+4*8 {
		t.Errorf("the data take %d bytes", n)
	}
}
