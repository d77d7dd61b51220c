package build

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"lianhua/internal/build/slim"
)

// shaderList is where, below a player's package, the command lies that prints its
// shaders: a JSON array of names and texts.
const shaderList = "/shaders"

func hasShaders(root, pkg string) bool {
	_, err := os.Stat(filepath.Join(root, filepath.FromSlash(pkg+shaderList)))
	return err == nil
}

// listShaders asks the sources at root, which may be others than those that this
// program was compiled from.
func listShaders(ctx context.Context, root, pkg string) ([]slim.Shader, error) {
	if !hasShaders(root, pkg) {
		return nil, nil
	}
	// For this machine, whatever the player is built for.
	env := []string{"GOOS=", "GOARCH=", "GOFLAGS=", "CGO_ENABLED=0"}
	out, err := goTool(ctx, root, env, "run", pkg+shaderList)
	if err != nil {
		return nil, fmt.Errorf("listing the shaders of %s: %w", pkg, err)
	}
	var shaders []slim.Shader
	if err := json.Unmarshal([]byte(out), &shaders); err != nil {
		return nil, fmt.Errorf("listing the shaders of %s: %w", pkg, err)
	}
	return shaders, nil
}
