// Command shaders prints the shaders that the player can ask for, as JSON: the
// build compiles them ahead.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"lianhua/internal/gpu/kage"
)

func main() {
	if err := json.NewEncoder(os.Stdout).Encode(kage.All()); err != nil {
		fmt.Fprintf(os.Stderr, "shaders: %v\n", err)
		os.Exit(1)
	}
}
