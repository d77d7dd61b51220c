package process

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"
)

// What the program has started holds its output open: that ends when all have ended.
func TestEndEndsWhatAProgramHasStartedToo(t *testing.T) {
	out, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	cmd := exec.Command("sh", "-c", "sleep 60 & echo there; wait")
	cmd.Stdout = in
	p, err := Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	in.Close()
	said := bufio.NewReader(out)
	if line, err := said.ReadString('\n'); line != "there\n" {
		t.Fatalf("it says %q: %v", line, err)
	}
	select {
	case <-p.Exited():
		t.Fatal("it has ended before it was to")
	default:
	}
	p.End()
	if err := out.SetReadDeadline(time.Now().Add(Patience)); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(said); err != nil || len(rest) > 0 {
		t.Errorf("somebody goes on: %q, %v", rest, err)
	}
	p.End() // has ended: no harm
}

func TestStartTellsWhatCannotBeStarted(t *testing.T) {
	if _, err := Start(exec.Command("no-such-browser")); err == nil {
		t.Error("it starts")
	}
}
