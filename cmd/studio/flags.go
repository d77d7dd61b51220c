package main

import (
	"flag"
	"fmt"
	"io"
)

// misuse is a command line that the studio does not understand.
type misuse struct{ error }

func (m misuse) Unwrap() error { return m.error }

func newFlags(command string) *flag.FlagSet {
	flags := flag.NewFlagSet(command, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // what is wrong is told once, see dispatch
	return flags
}

// parse reads the arguments of a command that takes flags only.
func parse(flags *flag.FlagSet, of command, args []string) error {
	if err := flags.Parse(args); err != nil {
		return misuse{fmt.Errorf("%w\n\n%s", err, of.usage)}
	}
	if flags.NArg() > 0 {
		return misuse{fmt.Errorf("unknown argument %q; see studio help %s", flags.Arg(0), of.name)}
	}
	return nil
}
