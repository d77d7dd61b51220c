// Package vision tells how colours look to readers: how far apart two of them
// are, how much one stands out from another, and what is left of them for readers
// who see fewer.
//
// Colours are 0xRRGGBBAA in sRGB, as draw.Color.
//
// Guarantees
//   - All functions are pure and give the same values on every machine.
//   - A picture seen by Full is the picture.
package vision
