// Command studio is the tool of the people who make stories: it builds, serves,
// checks and exports them. "studio help" lists its commands.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// A command is one verb of the studio.
type command struct {
	name    string
	summary string // one line for the list of commands
	usage   string // the whole help text: how to call it, with examples

	// run prints what it makes to stdout and how far it is to stderr. Its error, a
	// misuse where it was called wrongly, is told by dispatch.
	run func(ctx context.Context, args []string, stdout, stderr io.Writer) error
}

// commands is the table of contents, in the order of the work.
func commands() []command {
	return []command{
		serveCommand(),
		newCommand(),
		buildCommand(),
		checkCommand(),
		compileCommand(),
		artCommand(),
		digestCommand(),
		figuresCommand(),
		exportCommand(),
		framesCommand(),
		fontsCommand(),
		lintCommand(),
		testCommand(),
		enginesCommand(),
		goldenCommand(),
		sizeCommand(),
		benchCommand(),
		soakCommand(),
		distCommand(),
		packsCommand(),
	}
}

func main() {
	os.Exit(dispatch(os.Args[1:], os.Stdout, os.Stderr))
}

// dispatch returns the exit code: 0 done, 1 failed, 2 called wrongly.
func dispatch(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		list(stderr)
		return 2
	}
	name, rest := args[0], args[1:]
	if name == "help" && len(rest) > 0 {
		name, rest = rest[0], []string{"-h"}
	}
	switch name {
	case "help", "-h", "-help", "--help":
		list(stdout)
		return 0
	}
	for _, c := range commands() {
		if c.name != name {
			continue
		}
		if len(rest) > 0 && (rest[0] == "-h" || rest[0] == "-help" || rest[0] == "--help") {
			fmt.Fprintln(stdout, c.usage)
			return 0
		}
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		err := c.run(ctx, rest, stdout, stderr)
		if err == nil {
			return 0
		}
		fmt.Fprintf(stderr, "studio %s: %v\n", c.name, err)
		if _, wrong := errors.AsType[misuse](err); wrong {
			return 2
		}
		return 1
	}
	fmt.Fprintf(stderr, "studio: there is no command %q; \"studio help\" lists them\n", name)
	return 2
}

func list(w io.Writer) {
	fmt.Fprint(w, "studio makes, checks and serves stories.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  studio %-9s %s\n", c.name, c.summary)
	}
	fmt.Fprint(w, "\n\"studio help COMMAND\" explains one, with examples.\n")
}
