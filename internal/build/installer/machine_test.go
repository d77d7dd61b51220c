//go:build linux

package installer

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lianhua/internal/build"
)

// debianVariable names a folder for a Debian root, which is made there once, and asks for
// the tests that take minutes and root's rights.
const debianVariable = "LIANHUA_DEBIAN"

// besides are the packages that the tests need on a machine besides those of ours.
var besides = []string{"procps", "x11-xserver-utils", "xvfb", "xdotool", "libpam-systemd"}

// base is a Debian 12 with all that the package depends on, without the package.
func base(t *testing.T) string {
	t.Helper()
	folder := os.Getenv(debianVariable)
	if folder == "" {
		t.Skip("with " + debianVariable + "=FOLDER it makes a Debian root by debootstrap, and takes minutes")
	}
	root := filepath.Join(folder, "bookworm")
	if _, err := os.Stat(root); err == nil {
		return root
	}
	began := time.Now()
	names := slices.Clone(besides)
	for _, d := range depends() {
		names = append(names, strings.Fields(d)[0])
	}
	// Its mounts end with the command, whatever becomes of it.
	script := `set -e
debootstrap --variant=minbase --include=systemd-sysv,dbus bookworm "$0.new" http://deb.debian.org/debian
mount -t proc proc "$0.new/proc"
DEBIAN_FRONTEND=noninteractive chroot "$0.new" apt-get install -y --no-install-recommends "$@"
chroot "$0.new" apt-get clean
`
	if err := os.RemoveAll(root + ".new"); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("unshare", append([]string{"--mount", "sh", "-c", script, root}, names...)...).CombinedOutput()
	if err == nil {
		err = os.Rename(root+".new", root)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("the Debian root was made in %v", time.Since(began).Round(time.Second))
	return root
}

// machine is a Debian that runs.
type machine struct {
	*testing.T
	changes string // what differs from the base, as folders
	pid     int    // of its first process, as seen from here
}

func newMachine(t *testing.T) *machine {
	t.Helper()
	root, dir := base(t), t.TempDir()
	m := &machine{T: t, changes: filepath.Join(dir, "changes")}
	group := groups(t)
	call := []string{root, m.changes, filepath.Join(dir, "work"), filepath.Join(dir, "root"), group}
	for _, folder := range call[1:] {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	var said bytes.Buffer
	cmd := exec.Command("testdata/machine.sh", call...)
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() && m.pid != 0 {
			t.Log(m.try("journalctl", "-o", "short-monotonic", "-n", "60", "--no-pager"))
		}
		_ = cmd.Process.Kill() // and all that is in it
		_ = cmd.Wait()
		m.until("its control groups are gone", func() bool {
			_ = exec.Command("find", group, "-depth", "-type", "d", "-exec", "rmdir", "{}", "+").Run()
			_, err := os.Stat(group)
			return os.IsNotExist(err)
		})
	})
	m.until("the machine runs: "+said.String(), func() bool {
		children, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", cmd.Process.Pid, cmd.Process.Pid))
		if err != nil {
			return false
		}
		if m.pid, err = strconv.Atoi(strings.TrimSpace(string(children))); err != nil {
			return false
		}
		state, _ := m.inside("systemctl", "is-system-running").Output()
		word := strings.TrimSpace(string(state))
		return word == "running" || word == "degraded" // by units that need more of a machine
	})
	return m
}

// groups is a new control group, below the root of the second version's tree.
func groups(t *testing.T) string {
	t.Helper()
	for _, tree := range []string{"/sys/fs/cgroup/unified", "/sys/fs/cgroup"} {
		if _, err := os.Stat(filepath.Join(tree, "cgroup.procs")); err == nil {
			group, err := os.MkdirTemp(tree, "lianhua-test-")
			if err == nil {
				err = os.Chmod(group, 0o755) // each user's systemd looks into it
			}
			if err != nil {
				t.Fatal(err)
			}
			return group
		}
	}
	t.Fatal("the system has no control groups of the second version")
	return ""
}

func (m *machine) inside(call ...string) *exec.Cmd {
	cmd := exec.Command("nsenter", append([]string{"--target", strconv.Itoa(m.pid), "--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--root", "--wd", "--"}, call...)...)
	cmd.Env = []string{"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"}
	return cmd
}

// try runs a program on the machine, and returns all that it says.
func (m *machine) try(call ...string) string {
	out, err := m.inside(call...).CombinedOutput()
	if err != nil {
		out = fmt.Appendf(out, "%v: %v\n", call, err)
	}
	return string(out)
}

// run is try of what must not fail.
func (m *machine) run(call ...string) string {
	m.Helper()
	out, err := m.inside(call...).CombinedOutput()
	if err != nil {
		m.Fatalf("%v: %v\n%s", call, err, out)
	}
	return strings.TrimSpace(string(out))
}

// put writes a file on the machine.
func (m *machine) put(path string, text []byte) {
	m.Helper()
	cmd := m.inside("sh", "-c", `mkdir -p "${1%/*}" && cat >"$1"`, "sh", path)
	cmd.Stdin = bytes.NewReader(text)
	if out, err := cmd.CombinedOutput(); err != nil {
		m.Fatalf("writing %s: %v\n%s", path, err, out)
	}
}

// is tells whether a path is there.
func (m *machine) is(path string) bool { return m.inside("test", "-e", path).Run() == nil }

// until waits for something to be so.
func (m *machine) until(what string, so func() bool) {
	m.Helper()
	for end := time.Now().Add(3 * time.Minute); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		if so() {
			return
		}
	}
	m.Fatalf("it does not come to be that %s", what)
}

// thePackage is the package for this machine's processor, of the checkout as it is.
func thePackage(t *testing.T) (path string) {
	t.Helper()
	const root, player = "../../..", "./cmd/lianhua"
	dir := t.TempDir()
	out, err := exec.Command("dpkg", "--print-architecture").Output()
	if err != nil {
		t.Fatal(err)
	}
	p := Parts{Arch: strings.TrimSpace(string(out))}
	target := build.Target{OS: "linux", Arch: p.Arch}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	p.Release, err = ReadRelease(t.Context(), root, os.Getenv)
	must(err)
	p.Guide, err = ReadGuides(filepath.Join(root, player))
	must(err)
	p.Notices, err = ReadNotices(t.Context(), root, player, target)
	must(err)
	p.Program, err = build.Native(t.Context(), root, player, dir, target)
	must(err)
	help, err := exec.Command(p.Program, "-h").Output()
	must(err)
	p.Usage = string(help)
	path, err = Deb(t.Context(), root, p, dir)
	must(err)
	return path
}

// install puts the package onto the machine, as the page for technicians says.
func (m *machine) install(deb string) {
	m.Helper()
	content, err := os.ReadFile(deb)
	if err != nil {
		m.Fatal(err)
	}
	m.put("/root/"+filepath.Base(deb), content)
	m.run("apt-get", "install", "-y", "/root/"+filepath.Base(deb))
}

func asRoot(t *testing.T) {
	t.Helper()
	if os.Getenv(debianVariable) != "" && syscall.Geteuid() != 0 {
		t.Fatal("a machine of its own needs root's rights")
	}
}
