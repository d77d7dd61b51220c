//go:build linux

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Processes are told by how they were called: only players, by the file of their settings.
func TestRunningKiosksAreFound(t *testing.T) {
	proc, dir := t.TempDir(), t.TempDir()
	for pid, call := range map[string][]string{
		"1":  {"/sbin/init"},
		"20": {"/bin/sh", "/usr/lib/lianhua/screen", "--kiosk"},
		"21": {"/usr/bin/lianhua", "--kiosk", "--settings", "hall.toml"},
		"22": {"lianhua", "--kiosk", "--supervised", "--settings", "/etc/lianhua/kiosk.toml"},
		"23": {"/usr/bin/lianhua", "--kiosk", "--supervised", "--supervised=false"},
		"24": {"lianhua", "kiosk", "look"},
		"25": {"lianhua", "--check", "--kiosk"},
		"26": {"lianhua", "--quite"},
		"27": {"lianhua"},
		"28": {""},
	} {
		of := filepath.Join(proc, pid)
		if err := os.Mkdir(of, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(of, "cmdline"), []byte(strings.Join(call, "\x00")+"\x00"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(dir, filepath.Join(of, "cwd")); err != nil {
			t.Fatal(err)
		}
	}
	all, err := kiosks(proc)
	if want := (runningKiosk{21, filepath.Join(dir, "hall.toml")}); err != nil || len(all) != 2 || all[0] != want || all[1] != (runningKiosk{pid: 23}) {
		t.Errorf("%+v, %v", all, err)
	}
}

// A look that cannot be had says why.
func TestALookAtNobody(t *testing.T) {
	settings := filepath.Join(t.TempDir(), "kiosk.toml")
	for _, c := range []struct{ text, want string }{{"", "no such file"}, {"quiet = 60\n", "no kiosk runs on this machine with the settings " + settings}} {
		if c.text != "" {
			if err := os.WriteFile(settings, []byte(c.text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		var out, log bytes.Buffer
		if code := start([]string{"kiosk", "look", "--settings", settings}, &out, &log); code != 1 || !strings.Contains(log.String(), c.want) || out.Len() > 0 {
			t.Errorf("code %d, %s%s", code, &out, &log)
		}
	}
	for _, call := range [][]string{{"kiosk"}, {"kiosk", "lok"}} {
		var out, log bytes.Buffer
		if code := start(call, &out, &log); code != 2 || !strings.Contains(log.String(), "check, look or stats") {
			t.Errorf("%v: code %d, %s", call, code, &log)
		}
	}
	if o, err := parse([]string{"kiosk", "stats", "/var"}); err != nil || o.visits != "/var" {
		t.Errorf("%+v, %v", o, err)
	}
	if o, err := parse([]string{"kiosk", "check", "--settings", "x"}); err != nil || !o.check || o.settings != "x" {
		t.Errorf("%+v, %v", o, err)
	}
}

// Whoever asks waits for the answer of that player, and for no older one or another's.
func TestALookIsAnswered(t *testing.T) {
	dir := t.TempDir()
	own := runningKiosk{pid: os.Getpid()}
	if err := (answer{Player: own.pid, Screen: "old"}).write(dir); err != nil {
		t.Fatal(err)
	}
	signals, stop := looks()
	defer stop()
	go func() { // the player
		<-signals
		for _, a := range []answer{{Player: 1, Screen: "another"}, {Player: own.pid, Screen: "new", Off: 0.25}} {
			if err := a.write(dir); err != nil {
				t.Error(err)
			}
		}
	}()
	file := filepath.Join(dir, answerFile)
	if a, err := own.look(file, time.Minute); err != nil || a.Screen != "new" || !strings.Contains(a.difference(), "25.00 %") {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := own.look(file, 200*time.Millisecond); err == nil || !strings.Contains(err.Error(), "it hangs") {
		t.Errorf("without an answer: %v", err)
	}
}
