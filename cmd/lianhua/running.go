//go:build !js

package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// runningKiosk is a player that runs on this machine.
type runningKiosk struct {
	pid      int
	settings string // its file, by its whole path; empty: none
}

// processes is where Linux tells of what runs.
const processes = "/proc"

// findKiosk finds the player of the kiosk that runs with a file of settings, or the only
// one where none is named.
func findKiosk(settings string) (*runningKiosk, error) {
	if runtime.GOOS != "linux" {
		return nil, fmt.Errorf("a running kiosk is found and asked on Linux only, not on %s", runtime.GOOS)
	}
	all, err := kiosks(processes)
	if err != nil {
		return nil, err
	}
	if settings != "" {
		wanted, err := os.Stat(settings)
		if err != nil {
			return nil, fmt.Errorf("the settings: %w", err)
		}
		var with []runningKiosk
		for _, k := range all {
			if info, err := os.Stat(k.settings); k.settings != "" && err == nil && os.SameFile(info, wanted) {
				with = append(with, k)
			}
		}
		all = with
	}
	switch {
	case len(all) == 0 && settings != "":
		return nil, fmt.Errorf("no kiosk runs on this machine with the settings %s: systemctl status lianhua", settings)
	case len(all) == 0:
		return nil, errors.New("no kiosk runs on this machine: systemctl status lianhua; journalctl -u lianhua says why it ended")
	case len(all) == 1:
		return &all[0], nil
	}
	var each []string
	for _, k := range all {
		each = append(each, fmt.Sprintf("process %d with %s", k.pid, cmp.Or(k.settings, "no settings")))
	}
	return nil, fmt.Errorf("%d kiosks run on this machine (%s): say which by --settings FILE", len(all), strings.Join(each, ", "))
}

// kiosks are the players that run, told from other programs by how they were called: not
// who supervises one, which has nothing on its screen.
func kiosks(folder string) (all []runningKiosk, err error) {
	calls, err := filepath.Glob(filepath.Join(folder, "[0-9]*", "cmdline"))
	if err != nil {
		return nil, err
	}
	own, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("what this program is called: %w", err)
	}
	for _, file := range calls {
		text, err := os.ReadFile(file)
		if err != nil {
			continue // it has ended meanwhile
		}
		call := strings.Split(string(bytes.TrimSuffix(text, []byte{0})), "\x00")
		if name := filepath.Base(call[0]); name != "lianhua" && name != filepath.Base(own) {
			continue
		}
		o, err := parse(call[1:])
		if err != nil || !o.kiosk || o.supervised || o.check || o.look {
			continue
		}
		of := filepath.Dir(file)
		pid, err := strconv.Atoi(filepath.Base(of))
		if err != nil {
			continue
		}
		k := runningKiosk{pid: pid, settings: o.settings}
		if k.settings != "" && !filepath.IsAbs(k.settings) {
			if at, err := os.Readlink(filepath.Join(of, "cwd")); err == nil {
				k.settings = filepath.Join(at, k.settings)
			}
		}
		all = append(all, k)
	}
	return all, nil
}
