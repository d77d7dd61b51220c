// Package scale writes numbers as Chinese and English readers expect them: grouped, and
// counted in 万 and 亿.
//
// Guarantees
//   - Append writes a decimal exactly or rounded by its style, never through a float.
//   - Append allocates nothing, but for a dst that must grow.
package scale
