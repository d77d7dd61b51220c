package build

import (
	"context"
	"fmt"
)

// Tool runs a tool that the module in the folder dir names and pins, there, with more
// environment.
func Tool(ctx context.Context, dir string, env []string, name string, args ...string) error {
	env = append([]string{"GOOS=", "GOARCH=", "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0"}, env...)
	if _, err := goTool(ctx, dir, env, append([]string{"tool", name}, args...)...); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// Run builds the program pkg of the module at root for this machine, and returns what
// it prints when called with args.
func Run(ctx context.Context, root, pkg string, args ...string) (string, error) {
	env := []string{"GOOS=", "GOARCH=", "GOFLAGS=", "CGO_ENABLED=0"}
	return goTool(ctx, root, env, append([]string{"run", "-trimpath", pkg}, args...)...)
}
