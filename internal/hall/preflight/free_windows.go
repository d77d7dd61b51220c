package preflight

import (
	"syscall"
	"unsafe"
)

// free is how many bytes a folder's disk has for the player's user.
func free(folder string) (bytes uint64, err error) {
	name, err := syscall.UTF16PtrFromString(folder)
	if err != nil {
		return 0, err
	}
	call := syscall.NewLazyDLL("kernel32.dll").NewProc("GetDiskFreeSpaceExW")
	if ok, _, err := call.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&bytes)), 0, 0); ok == 0 {
		return 0, err
	}
	return bytes, nil
}
