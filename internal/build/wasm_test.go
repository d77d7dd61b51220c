package build

import ("testing"; "context"; "os")

func TestProbe(t *testing.T) {
	if err := WASM(context.Background(), "../..", "../../build", "./internal/build/slim/testdata/bare", "/tmp/p/bare1.wasm"); err != nil { t.Fatal(err) }
	i, _ := os.Stat("/tmp/p/bare1.wasm"); t.Log(i.Size())
}
