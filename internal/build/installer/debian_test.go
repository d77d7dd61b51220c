//go:build linux

package installer

import (
	"slices"
	"strings"
	"testing"
)

// A Debian takes the package, keeps what the technician has changed when a newer one comes
// and when it is removed, and has nothing of it left when it is purged.
func TestDebianTakesThePackage(t *testing.T) {
	asRoot(t)
	m := newMachine(t)
	before := m.run("dpkg-query", "-W", "-f", "${Package} ${Version}\n")
	m.install(thePackage(t))
	if sums := m.try("dpkg", "--verify", "lianhua"); sums != "" {
		t.Errorf("files differ from the package:\n%s", sums)
	}
	files := strings.Fields(m.run("dpkg", "-L", "lianhua"))
	for _, path := range []string{"/usr/bin/lianhua", "/usr/lib/lianhua/screen", settingsFile, "/etc/default/lianhua", "/lib/systemd/system/lianhua.service"} {
		if !slices.Contains(files, path) || !m.is(path) {
			t.Errorf("%s is not there", path)
		}
	}
	if out := m.run("id", "lianhua"); !strings.Contains(out, "(video)") || !strings.Contains(out, "(render)") || !strings.Contains(out, "(input)") {
		t.Errorf("its user is %s", out)
	}
	if state := m.try("systemctl", "is-enabled", "lianhua"); !strings.HasPrefix(state, "disabled") {
		t.Errorf("installing enables it: %s", state)
	}
	if state := m.try("systemctl", "is-active", "lianhua"); !strings.HasPrefix(state, "inactive") {
		t.Errorf("installing starts it: %s", state)
	}
	if out := m.run("lianhua", "-h"); !strings.Contains(out, "--kiosk") {
		t.Errorf("the player says %s", out)
	}
	if out := m.try("man", "-w", "lianhua"); m.is("/usr/bin/man") && !strings.Contains(out, "lianhua.1.gz") {
		t.Errorf("the manual is %s", out)
	}

	m.run("systemctl", "enable", "lianhua")
	const link = "/etc/systemd/system/graphical.target.wants/lianhua.service"
	m.run("sh", "-c", "echo '# changed' >>"+settingsFile+"; mkdir -p "+stateFolder+"/visits; echo 1 >"+stateFolder+"/visits/2026-11.csv")
	m.run("sh", "-c", "dpkg -i /root/*.deb") // as an update of the same version
	if !strings.Contains(m.run("cat", settingsFile), "# changed") || !m.is(link) {
		t.Error("an update takes the settings back, or the unit out")
	}

	m.run("apt-get", "remove", "-y", "lianhua")
	for _, path := range files {
		if strings.HasPrefix(path, "/etc/") || !strings.Contains(path, "lianhua") {
			continue
		}
		if m.is(path) {
			t.Errorf("%s is there after it was removed", path)
		}
	}
	if !m.is(settingsFile) || !m.is(stateFolder+"/visits/2026-11.csv") {
		t.Error("settings or counts are gone with the package")
	}
	m.run("apt-get", "purge", "-y", "lianhua")
	if left := m.run("sh", "-c", "find / -xdev -name '*lianhua*' -not -path '/root/*' -not -path '/proc/*' -not -path '/sys/*' -not -path '/tmp/*'"); left != "" {
		t.Errorf("after it was purged there are\n%s", left)
	}
	if now := m.run("dpkg-query", "-W", "-f", "${Package} ${Version}\n"); now != before {
		t.Errorf("other packages have changed:\n%s\nnot\n%s", now, before)
	}
}
