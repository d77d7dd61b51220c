//go:build js

// Command trace leans on all that a program asks its table of functions for: it
// grows stacks, collects garbage beneath deep calls, unwinds panics through
// deferred calls, and tells what its stack looks like.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
)

type node struct {
	next *node
	text []byte
}

func deep(n int, last *node) int {
	here := &node{last, make([]byte, 100+n%50)}
	if n == 0 {
		runtime.GC()
		sum := 0
		for at := here; at != nil; at = at.next {
			sum += len(at.text)
		}
		return sum
	}
	var room [64]int
	room[n%64] = n
	return deep(n-1, here) + room[n%64] - n
}

func fails(n int) (trace string) {
	defer func() {
		if recover() != nil {
			var text [1 << 16]byte
			trace = string(text[:runtime.Stack(text[:], false)])
		}
	}()
	var list []int
	return fmt.Sprint(list[n])
}

func main() {
	fmt.Println(deep(5000, nil))
	sums := make(chan int)
	for i := range 20 {
		go func() { sums <- deep(100*i, nil) }()
	}
	total := 0
	for range 20 {
		total += <-sums
	}
	fmt.Println(total)
	trace := fails(3)
	fmt.Println(strings.Contains(trace, "main.fails"), strings.Contains(trace, "main.main"))
	fmt.Println("lines:", strings.Contains(trace, "main.go:"))
	pc, file, line, ok := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name(), file != "", line > 0, ok)
	os.Exit(3)
}
