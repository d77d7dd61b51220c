package main

import (
	"net"
	"testing"
)

func TestTheWorkbenchIsPrintedWhereThisMachineReachesIt(t *testing.T) {
	for listening, want := range map[string]string{
		"127.0.0.1:8080":   "http://127.0.0.1:8080/workbench/",
		"[::1]:8080":       "http://[::1]:8080/workbench/",
		"0.0.0.0:8081":     "http://127.0.0.1:8081/workbench/",
		"[::]:8080":        "http://127.0.0.1:8080/workbench/",
		"192.168.1.7:8080": "",
	} {
		at, err := net.ResolveTCPAddr("tcp", listening)
		if err != nil {
			t.Fatal(err)
		}
		if got := benchAddress(at); got != want {
			t.Errorf("listening on %s: %q, want %q", listening, got, want)
		}
	}
}
