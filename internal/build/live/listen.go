package live

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"
)

// attempts is how many ports Listen tries.
const attempts = 50

// Listen opens the address host:port, or the same host's next free port where
// that one is taken. Port 0 takes any.
func Listen(addr string) (net.Listener, error) {
	host, digits, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("the address %q must look like 127.0.0.1:8080: %w", addr, err)
	}
	port, err := strconv.ParseUint(digits, 10, 16)
	if err != nil {
		return nil, fmt.Errorf("the address %q must end in a port between 0 and 65535", addr)
	}
	for i := range uint64(attempts) {
		if port+i > 65535 {
			break
		}
		listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.FormatUint(port+i, 10)))
		if err == nil {
			return listener, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) {
			return nil, fmt.Errorf("listening on %s: %w", addr, err)
		}
	}
	return nil, fmt.Errorf("the ports from %s on are all taken: name another with -addr", addr)
}
