package bidi

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// mostBytes is the longest message that is taken: a screenshot of a large
// screen, in base64.
const mostBytes = 256 << 20

// writing is how long a command may take to leave.
const writing = 30 * time.Second

// Event is what a browser tells without being asked.
type Event struct {
	Method string // "log.entryAdded", …
	Params json.RawMessage
}

// Error is a browser's refusal of a command.
type Error struct {
	Method  string // of the command
	Code    string // "no such frame", …, as the protocol lists them
	Message string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s: %s: %s", e.Method, e.Code, e.Message)
}

// Conn is a connection with a browser; its methods may be called from several
// goroutines.
type Conn struct {
	socket *websocket.Conn
	stop   context.CancelFunc // ends the reader
	ended  chan struct{}      // closed once the reader has ended

	mu      sync.Mutex
	last    int64
	waiting map[int64]chan<- message
	hear    map[int64]func(Event)
	why     error // why the connection has ended
}

type message struct {
	Type    string          `json:"type"`
	ID      *int64          `json:"id"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
	Result  json.RawMessage `json:"result"`
	Error   string          `json:"error"`
	Message string          `json:"message"`
}

// Dial connects with the browser at an address such as ws://127.0.0.1:9222/session.
func Dial(ctx context.Context, address string) (*Conn, error) {
	socket, response, err := websocket.Dial(ctx, address, nil)
	if response != nil && response.Body != nil {
		response.Body.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("connecting with %s: %w", address, err)
	}
	socket.SetReadLimit(mostBytes)
	reading, stop := context.WithCancel(context.Background())
	c := &Conn{
		socket: socket, stop: stop, ended: make(chan struct{}),
		waiting: map[int64]chan<- message{}, hear: map[int64]func(Event){},
	}
	go c.read(reading)
	return c, nil
}

// Close ends the connection; who waits for a reply gets an error.
func (c *Conn) Close() {
	c.stop()
	<-c.ended
}

func (c *Conn) read(ctx context.Context) {
	defer close(c.ended)
	defer c.socket.CloseNow()
	for {
		_, data, err := c.socket.Read(ctx)
		if err == nil {
			err = c.handle(data)
		}
		if err == nil {
			continue
		}
		if ctx.Err() != nil {
			err = errors.New("it was closed")
		}
		c.mu.Lock()
		c.why = fmt.Errorf("the connection with the browser has ended: %w", err)
		c.mu.Unlock()
		return
	}
}

func (c *Conn) handle(data []byte) error {
	var m message
	if err := json.Unmarshal(data, &m); err != nil {
		return fmt.Errorf("a message that is no JSON: %w", err)
	}
	if m.Type == "event" {
		c.mu.Lock()
		hear := make([]func(Event), 0, len(c.hear))
		for _, each := range c.hear {
			hear = append(hear, each)
		}
		c.mu.Unlock()
		for _, each := range hear {
			each(Event{m.Method, m.Params})
		}
		return nil
	}
	if m.ID == nil {
		return fmt.Errorf("a reply to no command: %s: %s", m.Error, m.Message)
	}
	c.mu.Lock()
	waits := c.waiting[*m.ID]
	delete(c.waiting, *m.ID)
	c.mu.Unlock()
	if waits != nil { // else whoever asked has given up
		waits <- m
	}
	return nil
}

// Listen calls hear with every event, in their order, until the returned
// function is called. It runs on the goroutine that reads: it must be quick, and
// give no commands. Which events come is said by the command session.subscribe.
func (c *Conn) Listen(hear func(Event)) (stop func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last++
	id := c.last
	c.hear[id] = hear
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.hear, id)
	}
}

// Call gives a command and decodes its result into the value that result points
// to, unless that is nil. A refusal is an *Error.
func (c *Conn) Call(ctx context.Context, method string, params, result any) error {
	if params == nil {
		params = struct{}{}
	}
	reply := make(chan message, 1)
	c.mu.Lock()
	c.last++
	id := c.last
	c.waiting[id] = reply
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.waiting, id)
	}()
	data, err := json.Marshal(map[string]any{"id": id, "method": method, "params": params})
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	// A message that is cut short ends the connection, so one that has begun goes
	// out whole.
	sending, done := context.WithTimeout(context.WithoutCancel(ctx), writing)
	err = c.socket.Write(sending, websocket.MessageText, data)
	done()
	if err != nil {
		return fmt.Errorf("%s: %w", method, c.reason(err))
	}
	select {
	case m := <-reply:
		return m.into(method, result)
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", method, ctx.Err())
	case <-c.ended:
		// The reply may have been the last that came.
		select {
		case m := <-reply:
			return m.into(method, result)
		default:
			return fmt.Errorf("%s: %w", method, c.reason(nil))
		}
	}
}

func (m message) into(method string, result any) error {
	if m.Type == "error" {
		return &Error{method, m.Error, m.Message}
	}
	if result == nil {
		return nil
	}
	if err := json.Unmarshal(m.Result, result); err != nil {
		return fmt.Errorf("%s: reading the result: %w", method, err)
	}
	return nil
}

// reason is why the connection has ended, or the given error while it has not.
func (c *Conn) reason(err error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.why != nil {
		return c.why
	}
	return err
}
