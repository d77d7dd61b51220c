package art

import (
	"errors"
	"hash/crc32"
)

// A pack is a set as a file:
//
//	magic    "LIANART\n"
//	version  1 byte
//	checksum 4 bytes, little endian: CRC-32 (IEEE) of all that follows
//	lengths  of the streams, as varint writes numbers
//	streams  the numbers of a set, each kind in one stream
//
// Numbers of one kind stand together so that a compressor sees like with like.
// Strings, paints, runs of stops, gradients' places, pens, transforms and outlines
// that several shapes have, in whichever drawings of the set, are written once.
// Lengths are steps of a hundredth of a pixel, and those of a path which its
// transform magnifies of as much less, unless they are whole hundredths; a path is written from its first point on, so that
// equal outlines in many places are one. A point is expected where the one before
// it is, and a curve's as far on from there as that one was from the one before.
// Equal sets give equal bytes.
const (
	magic   = "LIANART\n"
	version = 1
	header  = len(magic) + 1 + 4
)

// The streams of a pack, in its order.
const (
	inText    = iota // strings: length, bytes
	inFrame          // drawings, layers, slots; whatever is few
	inVerbs          // outlines: steps, see the verb codes
	inX              // their points, each from where it is expected
	inY              //
	inColor          // paints: how many stops and of which kind, then colours
	inOpacity        // of paints and stops: thousandths less than whole
	inStop           // of stops: thousandths, each from the one before
	inRun            // which run of stops a gradient has
	inSpanX          // places of gradients
	inSpanY          //
	inPen            // pens
	inLinear         // transforms without their shift
	inPaint          // shapes: which paint
	inSpan           // which place of a gradient
	inStroke         // 0: filled; else which pen
	inMatrix         // 0: none; else which transform
	inClip           // 0: none; else which clip
	inOutline        // 0: the next of those that one shape has; else which shared one
	inStartX         // their first points in tenths, rounded down, each from that of the shape before
	inStartY         //
	inRestX          // the steps beyond these tenths
	inRestY          //
	inShiftX         // what their transforms shift by
	inShiftY         //
	streams          // how many there are
)

// The codes of steps. An outline begins with a step to its first point, which has
// no code.
const (
	codeEnd uint8 = iota
	codeMove
	codeLine
	codeQuad
	codeCube
	codeClose
	codeAcross   // a line that keeps its y
	codeDown     // a line that keeps its x
	codeCloseEnd // both
	codeEllipse  // a whole ellipse from its right end on, closed, and the end
	codeNone     // no outline at all: not even a first point
	codeFine     // before all else: steps are halved, so often as the next number says
	codeGrain    // it and those after it come next: points are counted in grains
)

// grains are the lengths, in steps, of which all points of an outline can be
// multiples: 1, 0.5, 0.2 and 0.1 of a pixel. The codes are codeGrain and on.
var grains = [...]int32{100, 50, 20, 10}

// tenth is a tenth of a pixel in steps: most places are whole ones.
const tenth = 10

// What a pack may hold at most, so that a forged one reserves little.
const (
	mostShapes = 1 << 16 // of a set
	mostPoints = 1 << 20 // of a set, counted in each shape
)

// The errors of [Decode].
var (
	ErrCorrupt = errors.New("drawing is damaged")
	ErrVersion = errors.New("drawing is of another version: compile it with the studio of this release")
)

type corrupt struct{ why string }

func (c *corrupt) Error() string { return ErrCorrupt.Error() + ": " + c.why }
func (c *corrupt) Unwrap() error { return ErrCorrupt }

// checksum is the CRC-32 (IEEE), little endian.
func checksum(data []byte) [4]byte {
	n := crc32.ChecksumIEEE(data)
	return [4]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}
}
