package repository

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
)

// Takes reports whether the kiosk of a name takes a version of which a share of all
// kiosks, 0 to 1, shall have it. A kiosk that takes it at one share does so at every
// larger one, and which come first differs from version to version.
func Takes(name string, version uint64, share float64) bool {
	if share >= 1 {
		return true
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", version, name))
	at := float64(binary.BigEndian.Uint64(sum[:])>>11) / (1 << 53) // exact, below 1
	return at < share
}

func validShare(share float64) error {
	if math.IsNaN(share) || share < 0 || share > 1 {
		return fmt.Errorf("a share is a number from 0 (no kiosk) to 1 (all), not %v", share)
	}
	return nil
}
