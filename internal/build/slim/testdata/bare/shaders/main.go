// Command shaders prints the shaders of the smallest player.
package main

import (
	"encoding/json"
	"os"

	"lianhua/internal/build/slim/testdata/bare/kage"
)

func main() {
	list := []struct{ Name, Text string }{{"fill", kage.Fill}}
	if err := json.NewEncoder(os.Stdout).Encode(list); err != nil {
		panic(err)
	}
}
