package publish

import (
	"strings"
	"testing"

	"lianhua/internal/build"
)

func TestStylesAreWithoutRemarks(t *testing.T) {
	const sheet = "/* why:\n   so */\na { b: url(x.svg); }\n@media print {\n  /* and */ c { d: \"· / \"; }\n}\n"
	const want = "a { b: url(x.svg); }\n@media print {\nc { d: \"· / \"; }\n}\n"
	if got := plain(sheet); got != want {
		t.Errorf("%q became %q", sheet, got)
	}
}

func TestTheToolchainsScriptKeepsItsNamesAndItsHead(t *testing.T) {
	const text = "// Copyright 2018 The Go Authors.\n// A licence.\n\n\"use strict\";\n(() => {\n\t// why\n\tglobalThis.Go = class { _resume() { this._pending = null; } };\n})();\n"
	s := site{parts: map[string]build.File{build.RuntimeName: build.NewFile(build.RuntimeName, []byte(text))}}
	if err := s.runtime(); err != nil {
		t.Fatal(err)
	}
	got := string(s.parts[build.RuntimeName].Content)
	if !strings.HasPrefix(got, "// Copyright 2018 The Go Authors.\n// A licence.\n") || strings.Contains(got, "why") || !strings.Contains(got, "_resume()") || !strings.Contains(got, "this._pending=null") {
		t.Errorf("it became %q", got)
	}
	broken := site{parts: map[string]build.File{build.RuntimeName: build.NewFile(build.RuntimeName, []byte("class {"))}}
	if err := broken.runtime(); err == nil {
		t.Error("what is no script was taken")
	}
}
