package build

import (
	"context"
	"fmt"
	"strings"
)

// LinkedPackage is a package that a program is linked from: its folder, its module (for
// the standard library "Go"), and that one's folder.
type LinkedPackage struct{ Dir, Module, Root string }

// Linked are the packages of other modules that the program pkg of the module at root
// is linked from on a target, and the standard library as one.
func Linked(ctx context.Context, root, pkg string, target Target) ([]LinkedPackage, error) {
	env := []string{"GOOS=" + target.OS, "GOARCH=" + target.Arch, "CGO_ENABLED=0", "GOFLAGS="}
	const format = "{{with .Module}}{{if not .Main}}{{$.Dir}}\t{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"
	out, err := goTool(ctx, root, env, "list", "-deps", "-f", format, pkg)
	if err != nil {
		return nil, fmt.Errorf("what %s is linked from: %w", pkg, err)
	}
	goroot, err := goTool(ctx, root, nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	goroot = strings.TrimSpace(goroot)
	all := []LinkedPackage{{Dir: goroot, Module: "Go", Root: goroot}}
	for line := range strings.Lines(out) {
		if parts := strings.Split(strings.TrimSpace(line), "\t"); len(parts) == 3 {
			all = append(all, LinkedPackage{parts[0], parts[1], parts[2]})
		}
	}
	return all, nil
}
