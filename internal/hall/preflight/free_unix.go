//go:build linux || darwin || freebsd

package preflight

import "syscall"

// free is how many bytes a folder's disk has for the player's user.
func free(folder string) (uint64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return 0, err
	}
	return uint64(s.Bavail) * uint64(s.Bsize), nil
}
