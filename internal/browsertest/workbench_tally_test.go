package browsertest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/site"
	"lianhua/internal/workbench"
)

// What is wrong in any picture of the matrix is told below it, once for all pictures in
// which it is, and leads to the first of them.
func TestWorkbenchTellsWhatIsWrongAnywhere(t *testing.T) {
	t.Parallel()
	root, err := site.Root()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "assets"), os.DirFS(filepath.Join(root, "assets"))); err != nil {
		t.Fatal(err)
	}
	module, site := site.Module{Root: dir}, site.Module{Root: dir}.Site()
	bench, err := workbench.New(module)
	if err != nil {
		t.Fatal(err)
	}
	take := func() {
		t.Helper()
		story, err := module.Story()
		if err != nil {
			t.Fatal(err)
		}
		packs, err := site.PackFiles()
		if err != nil {
			t.Fatal(err)
		}
		if err := bench.Take(story, packs, false); err != nil {
			t.Fatal(err)
		}
	}
	p := panel{dir: t.TempDir()}
	copyFile := filepath.Join(dir, "assets", "copy", "aluminium.toml")
	good, err := os.ReadFile(copyFile)
	if err != nil {
		t.Fatal(err)
	}
	const title = `"One pour of metal\nbecomes a chain"`
	if !strings.Contains(string(good), title) {
		t.Fatalf("there is no title %s", title)
	}
	long := strings.Replace(string(good), title, `" A very long chapter of the page about industry · Jiulongpo · Industry and more"`, 1)
	if err := os.WriteFile(copyFile, []byte(long), 0o600); err != nil {
		t.Fatal(err)
	}
	take()
	p.tab = at(t, bench, p.desk(t), "?scene=aluminium&beat=4&form=phone&lang=zh&theme=day&speak=en&look=light", 1440, 900)
	p.until(`document.querySelector("#tally li")`, `document.getElementById("tally").innerText`)
	counts := eval[int](p.tab, `[...document.querySelectorAll(".cell .count")].reduce((n, c) => n + Number(c.textContent), 0)`)
	rows := eval[[]string](p.tab, `[...document.querySelectorAll("#tally li")].map((li) => li.innerText)`)
	if len(rows) == 0 || len(rows) >= counts || !strings.Contains(rows[0], "Laptop") {
		t.Errorf("%d flaws are told as %q", counts, rows)
	}
	eval[any](p.tab, `document.querySelector("#tally button").click()`)
	p.until(`new URLSearchParams(location.search).get("form") === "laptop" && new URLSearchParams(location.search).get("mark") !== "" && document.querySelector('.cell[aria-pressed="true"]').dataset.cell.startsWith("laptop en")`, "location.search")
	if err := os.WriteFile(copyFile, good, 0o600); err != nil {
		t.Fatal(err)
	}
	take()
	q := atDesk(t, "?scene=aluminium&beat=4&form=laptop&lang=en&theme=day&speak=en&look=light", 1440, 900)
	q.until(`document.getElementById("tally").innerText.trim() === "Nothing is wrong in any of the 24 views."`, `document.getElementById("tally").innerText`)
	for _, p := range []panel{p, q} {
		if wrong := p.complaints(); len(wrong) > 0 {
			t.Errorf("the console says %q", wrong)
		}
	}
}
