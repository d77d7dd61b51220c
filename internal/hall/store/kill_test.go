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

// What the child says.
const (
	runs  = "it runs"
	taken = "it has taken one"
)

// updateForEver takes one pack after another, some of them bad, until it is killed.
func updateForEver(files Files) {
	for fmt.Println(runs); ; fmt.Println(taken) {
		if err := takeNext(files); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
}

func takeNext(files Files) error {
	s := Open(files, "player", func(string) {})
	s.Begin(noon, suits)
	if s.Tried() {
		if err := s.Confirm(); err != nil {
			return err
		}
	}
	version := s.Newest() + 1
	if err := s.Keep(version, large(version), noon); err != nil {
		return err
	}
	if version%5 == 0 {
		return s.Refuse(version)
	}
	if err := s.Switch(version); err != nil {
		return err
	}
	if version%7 == 0 { // it breaks down on trial
		Open(files, "player", func(string) {}).Begin(noon, suits)
	}
	return nil
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
	var took time.Duration // by an update, the last time one was waited for
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
		says := func(want string) {
			t.Helper()
			if !lines.Scan() || lines.Text() != want {
				t.Fatalf("the child says %q, not %q", lines.Text(), want)
			}
		}
		says(runs)
		if i%5 == 0 { // some are taken, however slow the disk is
			begun := time.Now()
			says(taken)
			took = time.Since(begun)
		}
		time.Sleep(time.Duration(chance.Float64() * float64(took))) // chance says where it is met
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() {
			if lines.Text() != taken {
				t.Fatalf("the child says %q", lines.Text())
			}
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
