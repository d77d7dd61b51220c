package main

import (
	"flag"
	"fmt"

	"lianhua/internal/vision"
)

// visionFlag adds the flag -vision: with whose eyes a picture is seen.
func visionFlag(flags *flag.FlagSet) *vision.Kind {
	kind := new(vision.Kind)
	flags.Func("vision", "", func(name string) error {
		k, ok := vision.ParseKind(name)
		if !ok {
			return fmt.Errorf("%q is none of %v", name, vision.Kinds())
		}
		*kind = k
		return nil
	})
	return kind
}
