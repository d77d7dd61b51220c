package webdriver

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

func (b *Browser) post(ctx context.Context, command string, in, out any) error {
	return b.call(ctx, http.MethodPost, b.at+command, in, out)
}

// call sends a command and stores the value of its reply in out, a pointer or nil.
func (b *Browser) call(ctx context.Context, method, address string, in, out any) error {
	if err := b.exchange(ctx, method, address, in, out); err != nil {
		return fmt.Errorf("%s %s: %w", method, address, err)
	}
	return nil
}

func (b *Browser) exchange(ctx context.Context, method, address string, in, out any) error {
	var body []byte
	if in != nil {
		var err error
		if body, err = json.Marshal(in); err != nil {
			return err
		}
	}
	request, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := b.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var reply struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&reply); err != nil {
		return fmt.Errorf("%s, and no reply: %w", response.Status, err)
	}
	if response.StatusCode != http.StatusOK {
		var refusal struct{ Error, Message string }
		if err := json.Unmarshal(reply.Value, &refusal); err != nil {
			return fmt.Errorf("%s: %w", response.Status, err)
		}
		return fmt.Errorf("%s: %s", refusal.Error, refusal.Message)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(reply.Value, out)
}
