package bidi

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
)

// Tab is a page of a browser; see the package about what it shares.
type Tab struct {
	conn *Conn
	id   string
	user string
}

// NewTab opens an empty page in front of the others.
func (b *Browser) NewTab(ctx context.Context) (*Tab, error) {
	var user struct {
		UserContext string `json:"userContext"`
	}
	if err := b.Call(ctx, "browser.createUserContext", nil, &user); err != nil {
		return nil, fmt.Errorf("opening a tab: %w", err)
	}
	var made struct {
		Context string `json:"context"`
	}
	if err := b.Call(ctx, "browsingContext.create", map[string]any{"type": "tab", "userContext": user.UserContext}, &made); err != nil {
		return nil, fmt.Errorf("opening a tab: %w", err)
	}
	return &Tab{b.Conn, made.Context, user.UserContext}, nil
}

// ID names the tab in events.
func (t *Tab) ID() string { return t.id }

// Close ends the tab and forgets what its pages kept.
func (t *Tab) Close(ctx context.Context) error {
	return t.conn.Call(ctx, "browser.removeUserContext", map[string]any{"userContext": t.user}, nil)
}

func (t *Tab) call(ctx context.Context, method string, params map[string]any, result any) error {
	params["context"] = t.id
	return t.conn.Call(ctx, method, params, result)
}

// Navigate goes to an address and waits until it has loaded.
func (t *Tab) Navigate(ctx context.Context, address string) error {
	return t.call(ctx, "browsingContext.navigate", map[string]any{"url": address, "wait": "complete"}, nil)
}

// Reload loads the page again and waits until it has loaded.
func (t *Tab) Reload(ctx context.Context) error {
	return t.call(ctx, "browsingContext.reload", map[string]any{"wait": "complete"}, nil)
}

// SetViewport gives the page a size in CSS pixels and a number of the screen's
// pixels in each.
func (t *Tab) SetViewport(ctx context.Context, width, height int, ratio float64) error {
	return t.call(ctx, "browsingContext.setViewport", map[string]any{
		"viewport": map[string]int{"width": width, "height": height}, "devicePixelRatio": ratio,
	}, nil)
}

// Preload runs a function, written as a script, in every page of the tab before
// the page's own scripts.
func (t *Tab) Preload(ctx context.Context, function string) error {
	return t.conn.Call(ctx, "script.addPreloadScript", map[string]any{"functionDeclaration": function, "contexts": []string{t.id}}, nil)
}

// Screenshot is what the tab shows, as PNG in the screen's pixels.
func (t *Tab) Screenshot(ctx context.Context) ([]byte, error) {
	const method = "browsingContext.captureScreenshot"
	var got struct {
		Data string `json:"data"`
	}
	if err := t.call(ctx, method, map[string]any{"origin": "viewport"}, &got); err != nil {
		return nil, err
	}
	data, err := base64.StdEncoding.DecodeString(got.Data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", method, err)
	}
	return data, nil
}

// Evaluate gives the value of an expression, which may await, by way of JSON.
func (t *Tab) Evaluate(ctx context.Context, expression string, into any) error {
	text, err := evaluate(ctx, t.conn, t.id, "(async () => JSON.stringify(("+expression+")) ?? 'null')()")
	if err != nil {
		return err
	}
	if into == nil {
		return nil
	}
	if err := json.Unmarshal([]byte(text), into); err != nil {
		return fmt.Errorf("reading %s: %w", text, err)
	}
	return nil
}

// evaluate gives the value of a script where that is a string.
func evaluate(ctx context.Context, c *Conn, where, script string) (string, error) {
	var got struct {
		Type   string `json:"type"`
		Result struct {
			Type  string          `json:"type"`
			Value json.RawMessage `json:"value"`
		} `json:"result"`
		ExceptionDetails struct {
			Text string `json:"text"`
		} `json:"exceptionDetails"`
	}
	err := c.Call(ctx, "script.evaluate", map[string]any{
		"expression": script, "target": map[string]string{"context": where}, "awaitPromise": true, "userActivation": true,
	}, &got)
	if err != nil {
		return "", err
	}
	if got.Type != "success" {
		return "", errors.New(got.ExceptionDetails.Text)
	}
	if got.Result.Type != "string" {
		return "", nil
	}
	var text string
	if err := json.Unmarshal(got.Result.Value, &text); err != nil {
		return "", fmt.Errorf("reading the value of a script: %w", err)
	}
	return text, nil
}
