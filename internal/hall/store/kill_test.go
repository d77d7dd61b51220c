package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"
)

// childFolder names the folder that the test's child updates.
const childFolder = "LIANHUA_STORE_CHILD"

// TestMain makes the test's own program the child that is killed.
func TestMain(m *testing.M) {
	if folder := os.Getenv(childFolder); folder != "" {
		updateForEver(Folder(folder))
	}
	os.Exit(m.Run())
}

// updateForEver takes one pack after another, some of them bad, until it is killed.
func updateForEver(files Files) {
	wrong := func(err error) {
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	for said := false; ; said = true {
		s := Open(files, "player", func(string) {})
		s.Begin(noon, suits)
		if !said {
			fmt.Println("it runs")
		}
		version := s.Newest() + 1
		if s.Tried() {
			wrong(s.Confirm())
			continue
		}
		wrong(s.Keep(version, large(version), noon))
		if version%5 == 0 {
			wrong(s.Refuse(version))
			continue
		}
		wrong(s.Switch(version))
		if version%7 == 0 { // it breaks down on trial
			s = Open(files, "player", func(string) {})
			s.Begin(noon, suits)
		}
	}
}

// large is a pack as long as a real one: its writing can be met.
func large(version uint64) []byte {
	one := packOf(version)
	all := make([]byte, 0, 1<<20)
	for len(all)+len(one) <= cap(all) {
		all = append(all, one...)
	}
	return all
}

// A process that is killed at any time leaves a whole pack, and a kiosk that takes the
// next one.
func TestAKilledProcessLeavesAWholePack(t *testing.T) {
	const kills = 200
	folder := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	inTheMidst, last, chance := 0, uint64(0), rand.New(rand.NewPCG(1, 2))
	for i := range kills {
		child := exec.Command(program)
		child.Env = append(os.Environ(), childFolder+"="+folder)
		out, err := child.StdoutPipe()
		if err == nil {
			err = child.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		if !lines.Scan() || lines.Text() != "it runs" {
			t.Fatalf("the child says %q", lines.Text())
		}
		time.Sleep(time.Duration(chance.IntN(int(12 * time.Millisecond)))) // chance says where it is met
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if lines.Scan() {
			t.Fatalf("the child says %q", lines.Text())
		}
		_ = child.Wait() // killed

		names, err := Folder(folder).Names()
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if name == recordName+aside || len(name) > len(packPrefix) && name[len(name)-len(aside):] == aside {
				inTheMidst++
			}
			if name == recordName+broken || name == "pack"+broken {
				t.Fatalf("kill %d: %s", i, name)
			}
		}
		var told []string
		s := Open(Folder(folder), "player", func(line string) { told = append(told, line) })
		var data []byte
		before := s.record
		shown := s.Begin(noon, func(d []byte, _ bool) error { data = d; return nil })
		if shown != 0 && string(data) != string(large(shown)) {
			t.Fatalf("kill %d: pack %d is not whole", i, shown)
		}
		if before.Present != 0 && shown != before.Present && (before.Trial != begun || shown != before.Previous) {
			t.Fatalf("kill %d: pack %d is shown, of %+v: %q", i, shown, before, told)
		}
		if shown != before.Present && s.Newest() < last {
			t.Fatalf("kill %d: it is back at %d, and was at %d", i, s.Newest(), last)
		}
		last = s.Newest()
	}
	t.Logf("%d of %d kills met a file that was being written; the last pack is %d", inTheMidst, kills, last)
	if inTheMidst == 0 || last < kills/10 {
		t.Error("the kills met no update")
	}
}
