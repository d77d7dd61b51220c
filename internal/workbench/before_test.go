package workbench_test

import "testing"

// Before and after are told apart where a colour has changed since the commit, and
// only there.
func TestBeforeIsTheLastCommit(t *testing.T) {
	b := commit(t)
	take := func() {
		t.Helper()
		var err error
		if b.story, err = b.module.Story(); err != nil {
			t.Fatal(err)
		}
		b.take(t, false)
	}
	type past struct {
		Commit, Subject string
		Code, Differs   bool
	}
	const query = "scene=water&form=phone&width=180&theme=day"
	take()
	if got := asked[past](t, ask(b.Bench, "before.json?"+query)); got.Subject != "as it was" || got.Commit == "" || got.Differs || got.Code {
		t.Errorf("unchanged: %+v", got)
	}
	b.change(t, "assets/theme.toml", `ink          = "#1C1B1A"`, `ink          = "#2A1B6A"`)
	take()
	if got := asked[past](t, ask(b.Bench, "before.json?"+query)); !got.Differs {
		t.Errorf("changed: %+v", got)
	}
	w := ask(b.Bench, "difference.png?"+query)
	if n := w.Header().Get("Lianhua-Differs"); n == "" || n == "0" {
		t.Errorf("%q pixels differ", n)
	}
	if equal(decoded(t, ask(b.Bench, "before.png?"+query)), decoded(t, ask(b.Bench, "picture.png?"+query))) {
		t.Error("before looks as now")
	}
	if got := asked[past](t, ask(b.Bench, "before.json?scene=water&form=phone&theme=night")); got.Differs {
		t.Error("the night has changed with the day")
	}
}
