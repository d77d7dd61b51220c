// Package village is the valley of the scene about households: roofs in strips along its
// slopes, the houses that they become where a reader comes near, the light that goes out
// over them, and the paper on which words stand when the valley is magnified.
//
// Guarantees
//   - A strip's roofs are as many as it counts, however far apart they lie.
//   - A house that is seen near stands where its roof stood, on a plot of its own.
//   - Nothing that the light has come to goes dark again.
package village
