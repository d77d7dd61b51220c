package supervise

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// childIs has the test's own program be a player: what it does.
const childIs = "LIANHUA_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(childIs) {
	case "":
		os.Exit(m.Run())
	case "good": // by pipes alone, as Windows has no signals
		fmt.Println(Ready)
		<-Abandoned(os.Stdin)
		fmt.Println("it ends")
	case "long": // it says what is no line
		fmt.Println(Ready)
		fmt.Println(strings.Repeat("x", 1<<20))
		os.Exit(3)
	case "deaf":
		fmt.Println(Ready)
		select {}
	}
}

// begun is a child of a kind.
func begun(t *testing.T, kind string) Child {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(Environment(os.Environ(), 9*time.Second), childIs+"="+kind)
	c, err := Command(cmd, func(*os.Process) error { return errors.New("it cannot be asked") })
	if err != nil {
		t.Fatal(err)
	}
	if said := <-c.Said(); said != Ready {
		t.Fatalf("it says %q", said)
	}
	return c
}

// A player is heard, asked to end and killed by what every system has.
func TestAProcessIsAChild(t *testing.T) {
	c := begun(t, "good")
	c.Look() // in vain
	c.End()
	var said []string
	for line := range c.Said() {
		said = append(said, line)
	}
	if code, how := c.Ended(); code != 0 || len(said) != 1 || said[0] != "it ends" {
		t.Errorf("it says %q, and ends with %d, %s", said, code, how)
	}
	c = begun(t, "long")
	for line := range c.Said() {
		t.Errorf("it says %.20q", line)
	}
	if code, how := c.Ended(); code != 3 || how == "" {
		t.Errorf("it ends with %d, %s", code, how)
	}
	c = begun(t, "deaf")
	c.Kill()
	for line := range c.Said() {
		t.Errorf("it says %q", line)
	}
	if code, _ := c.Ended(); code == 0 {
		t.Error("killed, it ends well")
	}
	if _, err := Command(exec.Command(t.TempDir()+"/none"), nil); err == nil {
		t.Error("a program is started that is not there")
	}
}

// An input that nobody holds ends no player; one that was held does when it ends.
func TestAnInputThatNobodyHoldsSaysNothing(t *testing.T) {
	for input, want := range map[string]bool{"": false, held: true, held + "more": true} {
		synctest.Test(t, func(t *testing.T) {
			gone := Abandoned(strings.NewReader(input))
			synctest.Wait()
			select {
			case <-gone:
				if !want {
					t.Errorf("%q ends the player", input)
				}
			default:
				if want {
					t.Errorf("%q does not", input)
				}
			}
		})
	}
}
