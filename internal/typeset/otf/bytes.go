package otf

// data is a part of the file. Reads beyond it give zero, parts beyond it are
// empty: damage shows as missing glyphs.
type data []byte

func (d data) u8(i int) int {
	if i < 0 || i >= len(d) {
		return 0
	}
	return int(d[i])
}

func (d data) u16(i int) int {
	if i < 0 || i+2 > len(d) {
		return 0
	}
	return int(d[i])<<8 | int(d[i+1])
}

func (d data) i16(i int) int { return int(int16(d.u16(i))) }

func (d data) u32(i int) int {
	if i < 0 || i+4 > len(d) {
		return 0
	}
	return int(d[i])<<24 | int(d[i+1])<<16 | int(d[i+2])<<8 | int(d[i+3])
}

// from is the part from byte i on.
func (d data) from(i int) data {
	if i < 0 || i > len(d) {
		return nil
	}
	return d[i:]
}

// at follows the 16-bit offset at byte i; an offset of zero leads nowhere.
func (d data) at(i int) data {
	off := d.u16(i)
	if off == 0 {
		return nil
	}
	return d.from(off)
}

// count is the number at byte i, at most as many as records of that size fit
// after it.
func (d data) count(i, size int) int {
	return max(0, min(d.u16(i), (len(d)-i-2)/size))
}
