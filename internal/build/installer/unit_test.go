package installer

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// unit is a unit file: the values of each section's keys.
func unit(t *testing.T, name string) map[string][]string {
	t.Helper()
	text, err := file("debian/" + name)
	if err != nil {
		t.Fatal(err)
	}
	u, section := map[string][]string{}, ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch key, value, ok := strings.Cut(line, "="); {
		case line == "", strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = line
		case ok:
			u[section+key] = append(u[section+key], value)
		default:
			t.Errorf("%s: %q is no setting", name, line)
		}
	}
	return u
}

func TestTheUnitNeverGivesUp(t *testing.T) {
	u := unit(t, "lianhua.service")
	for key, want := range map[string]string{
		"[Unit]StartLimitIntervalSec":       "0",
		"[Unit]Conflicts":                   "getty@tty1.service",
		"[Service]Type":                     "notify",
		"[Service]NotifyAccess":             "all",
		"[Service]WatchdogSec":              "30",
		"[Service]Restart":                  "always",
		"[Service]RestartPreventExitStatus": "0",
		"[Service]SuccessExitStatus":        "143",
		"[Service]RestartSec":               "1",
		"[Service]KillMode":                 "mixed",
		"[Service]User":                     "lianhua",
		"[Service]StateDirectory":           "lianhua lianhua/visits lianhua/packs",
		"[Service]RuntimeDirectory":         "lianhua",
		"[Service]ProtectSystem":            "strict",
		"[Service]NoNewPrivileges":          "yes",
		"[Install]WantedBy":                 "graphical.target",
	} {
		if got := u[key]; !slices.Equal(got, []string{want}) {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if run := u["[Service]ExecStart"]; len(run) != 1 || !strings.HasPrefix(run[0], "/usr/lib/lianhua/screen --kiosk --settings "+settingsFile+" ") {
		t.Errorf("it runs %q", run)
	}
}

// Each of these keeps a kiosk from its screen, its touch or its watchdog.
func TestTheUnitsLeaveTheSeatUsable(t *testing.T) {
	for _, name := range []string{"lianhua.service", "lianhua-check.service"} {
		u := unit(t, name)
		for _, key := range []string{"PAMName", "PrivateDevices", "DeviceAllow", "DevicePolicy", "ProtectClock", "PrivateNetwork", "PrivateUsers", "MemoryDenyWriteExecute", "SystemCallFilter"} {
			if u["[Service]"+key] != nil {
				t.Errorf("%s sets %s", name, key)
			}
		}
	}
}

// TestBothUnitsSeeTheSameMachine: what one is told, the kiosk will find.
func TestBothUnitsSeeTheSameMachine(t *testing.T) {
	kiosk, check := unit(t, "lianhua.service"), unit(t, "lianhua-check.service")
	for _, key := range []string{"Environment", "EnvironmentFile", "User", "SupplementaryGroups", "StateDirectory", "CacheDirectory", "RuntimeDirectory", "WorkingDirectory", "TTYPath", "ProtectSystem", "ProtectHome", "PrivateTmp"} {
		if a, b := kiosk["[Service]"+key], check["[Service]"+key]; a == nil || !slices.Equal(a, b) {
			t.Errorf("%s: the kiosk has %q, the check %q", key, a, b)
		}
	}
}

// systemd itself reads the units in a root that has what they name.
func TestSystemdUnderstandsTheUnits(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd-analyze is not installed: the rules above stand for it")
	}
	root := t.TempDir()
	put := func(path string, text []byte, mode os.FileMode) {
		path = filepath.Join(root, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, text, mode); err != nil {
			t.Fatal(err)
		}
	}
	all, err := debFiles(parts(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		put(f.path, f.text, f.mode)
	}
	put("/usr/bin/chvt", nil, 0o755)
	for _, name := range []string{"sysinit.target", "basic.target", "shutdown.target", "graphical.target"} {
		put("/lib/systemd/system/"+name, []byte("[Unit]\nDescription=Stands in for systemd's own\n"), 0o644)
	}
	put("/lib/systemd/system/seatd.service", []byte("[Service]\nExecStart=/usr/bin/chvt\n"), 0o644)
	for _, name := range []string{"lianhua.service", "lianhua-check.service"} {
		out, err := exec.Command("systemd-analyze", "verify", "--man=no", "--root="+root, name).CombinedOutput()
		if err != nil || strings.Contains(string(out), name) {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
