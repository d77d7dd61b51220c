// Package postlink rewrites a linked program so that it is smaller to send and does
// the same.
//
// Go's linker leaves out every run of eight zeros from a program's data, and so
// cuts one table of nearly equal entries into sixty thousand pieces, each with an
// address of its own that no compressor can foresee. Here they become some
// hundreds. Of each function the program keeps its name and what the collector of
// garbage and unwinding need; files, lines, arguments and the functions that were
// inlined, which only traces of the stack show, are dropped. Since builds are
// reproducible, a trace can be completed by a build that keeps them.
//
// It guarantees that
//   - code is not touched, and no datum but those;
//   - a program whose tables are not laid out as Go 1.26 does is refused.
package postlink
