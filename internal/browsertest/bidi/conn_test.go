package bidi

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

type command struct {
	ID     int64           `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
}

// fake is a browser that does with each command what answer says; write sends a
// message, hang up ends the connection.
func fake(t *testing.T, answer func(c command, write func(string), hangUp func())) *Conn {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		socket, err := websocket.Accept(w, r, nil)
		if err != nil {
			t.Error(err)
			return
		}
		defer socket.CloseNow()
		for {
			_, data, err := socket.Read(r.Context())
			if err != nil {
				return
			}
			var c command
			if err := json.Unmarshal(data, &c); err != nil {
				t.Errorf("%s: %v", data, err)
				return
			}
			write := func(text string) {
				if err := socket.Write(r.Context(), websocket.MessageText, []byte(text)); err != nil {
					t.Logf("writing: %v", err)
				}
			}
			answer(c, write, func() { socket.CloseNow() })
		}
	}))
	t.Cleanup(server.Close)
	c, err := Dial(t.Context(), strings.Replace(server.URL, "http", "ws", 1))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func reply(id int64, result string) string {
	return `{"type":"success","id":` + quote(id) + `,"result":` + result + `}`
}

func TestCallDecodesTheResult(t *testing.T) {
	c := fake(t, func(c command, write func(string), _ func()) {
		write(reply(c.ID, `{"said":`+quote(c.Method)+`,"with":`+string(c.Params)+`}`))
	})
	var got struct {
		Said string
		With struct{ A int }
	}
	if err := c.Call(t.Context(), "one.two", map[string]int{"a": 7}, &got); err != nil || got.Said != "one.two" || got.With.A != 7 {
		t.Errorf("got %+v, %v", got, err)
	}
	if err := c.Call(t.Context(), "one.two", nil, nil); err != nil {
		t.Error(err)
	}
	var wrong []int
	if err := c.Call(t.Context(), "one.two", nil, &wrong); err == nil || !strings.Contains(err.Error(), "one.two") {
		t.Errorf("a result of another shape: %v", err)
	}
}

func TestRepliesMayComeInAnyOrder(t *testing.T) {
	var first int64
	c := fake(t, func(c command, write func(string), _ func()) {
		if c.Method == "first" {
			first = c.ID
			return
		}
		write(reply(c.ID, `"second"`))
		write(reply(first, `"first"`))
	})
	done := make(chan error, 1)
	var one, two string
	go func() { done <- c.Call(t.Context(), "first", nil, &one) }()
	for waits := false; !waits; {
		c.mu.Lock()
		waits = len(c.waiting) == 1
		c.mu.Unlock()
		runtime.Gosched()
	}
	if err := errors.Join(c.Call(t.Context(), "second", nil, &two), <-done); err != nil || one != "first" || two != "second" {
		t.Errorf("got %q and %q, %v", one, two, err)
	}
}

func TestRefusalNamesTheCommand(t *testing.T) {
	c := fake(t, func(c command, write func(string), _ func()) {
		write(`{"type":"error","id":` + quote(c.ID) + `,"error":"no such frame","message":"it is gone"}`)
	})
	err := c.Call(t.Context(), "browsingContext.close", nil, nil)
	var refused *Error
	if !errors.As(err, &refused) || refused.Code != "no such frame" || err.Error() != "browsingContext.close: no such frame: it is gone" {
		t.Errorf("got %v", err)
	}
}

func TestEventsComeInOrderUntilNobodyListens(t *testing.T) {
	c := fake(t, func(c command, write func(string), _ func()) {
		for _, n := range []string{"1", "2", "3"} {
			write(`{"type":"event","method":"log.entryAdded","params":` + n + `}`)
		}
		write(reply(c.ID, `null`))
	})
	var heard []string
	stop := c.Listen(func(e Event) { heard = append(heard, e.Method+" "+string(e.Params)) })
	if err := c.Call(t.Context(), "go", nil, nil); err != nil {
		t.Fatal(err)
	}
	stop()
	if err := c.Call(t.Context(), "go", nil, nil); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(heard, ", "); got != "log.entryAdded 1, log.entryAdded 2, log.entryAdded 3" {
		t.Errorf("heard %s", got)
	}
}

func TestWaitingEndsWithItsContext(t *testing.T) {
	asked := make(chan struct{})
	c := fake(t, func(c command, write func(string), _ func()) {
		if c.Method == "silence" {
			close(asked)
			return
		}
		write(reply(c.ID, `null`))
	})
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-asked; cancel() }()
	if err := c.Call(ctx, "silence", nil, nil); !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "silence") {
		t.Errorf("got %v", err)
	}
	if err := c.Call(ctx, "too late", nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := c.Call(t.Context(), "other", nil, nil); err != nil {
		t.Errorf("the connection did not survive: %v", err)
	}
	if len(c.waiting) > 0 {
		t.Errorf("%d replies are still waited for", len(c.waiting))
	}
}

func TestWaitingEndsWithTheConnection(t *testing.T) {
	for _, test := range []struct {
		name, want string
		answer     func(c command, write func(string), hangUp func())
	}{
		{"the browser dies", "has ended", func(_ command, _ func(string), hangUp func()) { hangUp() }},
		{"no JSON", "no JSON", func(_ command, write func(string), _ func()) { write("<html>") }},
		{"a reply to nothing", "invalid argument: what is this", func(_ command, write func(string), _ func()) {
			write(`{"type":"error","id":null,"error":"invalid argument","message":"what is this"}`)
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := fake(t, test.answer)
			if err := c.Call(t.Context(), "hello", nil, nil); err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "hello: ") {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
			if err := c.Call(t.Context(), "again", nil, nil); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("afterwards: %v", err)
			}
		})
	}
}

func TestCloseEndsWaitsAndGoroutines(t *testing.T) {
	asked := make(chan struct{})
	c := fake(t, func(command, func(string), func()) { close(asked) })
	done := make(chan error, 1)
	go func() { done <- c.Call(t.Context(), "silence", nil, nil) }()
	<-asked
	c.Close()
	if err := <-done; err == nil || !strings.Contains(err.Error(), "was closed") {
		t.Errorf("got %v", err)
	}
	c.Close() // again does nothing
	for end := time.Now().Add(10 * time.Second); strings.Contains(stacks(), "bidi.(*Conn)"); {
		if time.Now().After(end) {
			t.Fatalf("a goroutine is left:\n%s", stacks())
		}
		runtime.Gosched()
	}
}

func stacks() string {
	all := make([]byte, 1<<20)
	return string(all[:runtime.Stack(all, true)])
}

func TestDialSaysWhere(t *testing.T) {
	if _, err := Dial(t.Context(), "ws://127.0.0.1:1/session"); err == nil || !strings.Contains(err.Error(), "127.0.0.1:1") {
		t.Errorf("got %v", err)
	}
}
