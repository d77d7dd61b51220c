package browsertest

import (
	"encoding/json"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"

	"lianhua/internal/build"
)

// impatient makes the page wait three seconds where a host is silent, not twenty: more
// than a busy machine holds a page up.
const impatient = `{
	const wait = window.setTimeout;
	window.setTimeout = (f, ms, ...more) => wait(f, ms === 20000 ? 3000 : ms > 1000 ? ms / 20 : ms, ...more);
}`

const articleOnly = `delete globalThis.WebAssembly;`

// TestDownload fetches a file from hosts that fail in every way.
func TestDownload(t *testing.T) {
	t.Parallel()
	content := make([]byte, 1<<20)
	random := rand.New(rand.NewPCG(7, 7))
	for i := range content {
		content[i] = byte(random.IntN(4)) // packs to a fourth
	}
	file := build.NewFile("file.bin", content)
	parts := append(asBuilt(t), file)
	h := hostOf(t, parts)
	p := open(t, visit{base: h.URL, path: "en/index.html", before: articleOnly + impatient})
	p.read()

	const half = 1 << 19
	whole := len(content)
	for _, test := range []struct {
		name     string
		faults   []fault
		times    int // to fetch it, each going on from the one before
		want     string
		requests int
		spans    []string // of the requests, where it is certain
		most     int      // bytes sent, 0: any number
	}{
		{name: "well", requests: 1, spans: []string{""}, most: whole},
		{name: "cut", faults: []fault{cut(half)}, requests: 2, spans: []string{"", "bytes=524288-"}, most: whole},
		{name: "cut twice", faults: []fault{cut(half), status(http.StatusBadGateway)}, requests: 3, spans: []string{"", "bytes=524288-", "bytes=524288-"}, most: whole},
		{name: "without ranges", faults: []fault{cut(half), unranged}, requests: 2},
		{name: "without ranges, cut again", faults: []fault{cut(half), cut(half + 1000)}, requests: 3, spans: []string{"", "bytes=524288-", ""}},
		{name: "busy", faults: []fault{status(http.StatusInternalServerError), status(http.StatusServiceUnavailable)}, requests: 3},
		{name: "silent from the first", faults: []fault{stall(0)}, requests: 2},
		{name: "silent in the middle", faults: []fault{stall(half)}, requests: 2, spans: []string{"", "bytes=524288-"}, most: whole},
		{name: "another file, cut", faults: []fault{otherCut(half)}, requests: 3, spans: []string{"", "bytes=524288-", ""}},
		{name: "flipped once", faults: []fault{other(flipped)}, requests: 2},
		{name: "flipped", faults: always(other(flipped)), want: "damaged", requests: 2},
		{name: "truncated", faults: always(other(truncated)), want: "damaged", requests: 2},
		{name: "too long", faults: always(other(func(b []byte) []byte { return append(b, 1) })), want: "damaged", requests: 2},
		{name: "not there", faults: always(status(http.StatusNotFound)), want: "missing", requests: 4},
		{name: "out of order", faults: always(status(http.StatusBadGateway)), want: "cut", requests: 4},
		{name: "once more", faults: append([]fault{cut(half)}, always(status(http.StatusBadGateway))[:3]...), times: 2, requests: 5, most: whole},
		// Of a packed file the rest costs more than the whole, for long.
		{name: "packed, cut early", faults: []fault{packed(100_000), packed(whole)}, requests: 2, spans: []string{"", ""}},
		{name: "packed, cut late", faults: []fault{packed(260_000)}, requests: 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			h.fails(file.Name, test.faults...)
			h.mu.Lock()
			h.read = 0
			h.mu.Unlock()
			before := len(h.of(file.Name))
			expected, err := json.Marshal(map[string]any{"bytes": whole, "integrity": file.Integrity()})
			if err != nil {
				t.Fatal(err)
			}
			p.t = t
			got := eval[struct {
				Kind, Digest       string
				Given, Size, Falls int
			}](p, `(async () => {
				const { Download } = await import("../js/download.js");
				let [size, falls, given, kind] = [0, 0, 0, ""];
				const it = new Download("../file.bin?`+strings.ReplaceAll(test.name, " ", "-")+`", `+string(expected)+`, { progress: () => {
					if (it.size < size) falls++;
					size = it.size;
					fetch("../read?" + size);
				} });
				let data = null;
				for (let n = 0; n < `+string(rune('0'+max(test.times, 1)))+` && !data; n++) {
					data = await it.use(async (chunks) => {
						const own = [];
						for await (const chunk of chunks) own.push(chunk);
						return new Blob(own).arrayBuffer();
					}).catch((e) => (kind = e.kind, null));
				}
				if (data) {
					kind = "";
					given = data.byteLength;
				}
				const sum = data ? btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-384", data)))) : "";
				return { kind, digest: sum && "sha384-" + sum, given, size: it.size, falls };
			})()`)
			if got.Kind != test.want {
				t.Errorf("it fails as %q, want %q", got.Kind, test.want)
			}
			if test.want == "" && (got.Digest != file.Integrity() || got.Given != whole) {
				t.Errorf("the reader got %d bytes, of digest %s", got.Given, got.Digest)
			}
			var asked []request
			h.until("all answers", func() bool {
				asked = h.of(file.Name)[before:]
				return len(asked) >= test.requests
			})
			if len(asked) != test.requests {
				t.Errorf("%d requests, want %d: %+v", len(asked), test.requests, asked)
			}
			sent := 0
			for i, r := range asked {
				sent += r.sent
				if i < len(test.spans) && r.span != test.spans[i] {
					t.Errorf("request %d asks for %q, want %q", i+1, r.span, test.spans[i])
				}
				if r.span != "" && r.since == "" && !strings.HasPrefix(test.name, "packed") {
					t.Errorf("request %d asks for a range of any version", i+1)
				}
			}
			if test.most > 0 && sent > test.most {
				t.Errorf("%d bytes were sent, more than %d", sent, test.most)
			}
			if test.name == "packed, cut late" && asked[1].span == "" {
				t.Errorf("the little that was missing was not asked for alone: %+v", asked)
			}
			if strings.Contains(test.name, "cut") && !strings.HasPrefix(test.name, "another") && got.Falls > 0 {
				t.Error("the progress went back")
			}
		})
	}
}

// otherCut sends another version, and breaks off after n bytes.
func otherCut(n int) fault {
	return func(w *answer, r *http.Request, p build.File) {
		p.Content = flipped(append([]byte(nil), p.Content...))
		p.Content[0] ^= 4
		w.Header().Set("ETag", `"other"`)
		cut(n)(w, r, p)
	}
}
