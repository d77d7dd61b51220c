// Package archtest holds the house's rules to the code: who may import whom,
// how large a file may grow, and that no scene types a number.
package archtest
