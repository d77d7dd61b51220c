// Package postlink rewrites a linked program so that it is smaller to send and does
// the same.
//
// Go's linker leaves out every run of eight zeros from a program's data, and so
// cuts one table of nearly equal entries into sixty thousand pieces, each with an
// address of its own that no compressor can foresee. Here they become some
// hundreds. What maps each instruction to its line is dropped: a trace of the stack
// still tells functions, and since builds are reproducible, one with lines can be
// made again.
//
// It guarantees that
//   - code is not touched, and no datum but those of the lines;
//   - a program whose tables are not laid out as Go 1.26 does is refused.
package postlink
