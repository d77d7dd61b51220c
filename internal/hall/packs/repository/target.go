package repository

import (
	"encoding/json"
	"fmt"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"lianhua/internal/hall/packs"
)

// packsFolder holds the packs, beside the metadata.
const packsFolder = "packs"

// targetName is a pack's name among the targets.
func targetName(version uint64) string { return fmt.Sprintf("pack-%d.lhp", version) }

// custom is what the metadata say of a pack besides its length and digest. Its
// numbers are texts, since what is signed may have no others than small whole ones.
type custom struct {
	Version uint64  `json:"version,string"`
	Name    string  `json:"name,omitempty"`
	Share   float64 `json:"share,string"`
}

// customOf reads what a target says of itself.
func customOf(name string, target *metadata.TargetFiles) (custom, error) {
	var c custom
	if target == nil || target.Custom == nil {
		return c, fmt.Errorf("%s does not say which version it is: it was not made by studio packs", name)
	}
	if err := json.Unmarshal(*target.Custom, &c); err != nil {
		return c, fmt.Errorf("%s says nothing that is known of its version: %w", name, err)
	}
	if c.Version == 0 || name != targetName(c.Version) {
		return c, fmt.Errorf("%s says that it is version %d", name, c.Version)
	}
	if err := validShare(c.Share); err != nil {
		return c, fmt.Errorf("%s: %w", name, err)
	}
	if target.Length < 1 || target.Length > int64(packs.MostSize) {
		return c, fmt.Errorf("%s has %d bytes, and a pack has 1 to %d", name, target.Length, packs.MostSize)
	}
	return c, nil
}

// set writes what is said of a pack.
func (c custom) set(target *metadata.TargetFiles) error {
	data, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("describing version %d: %w", c.Version, err)
	}
	raw := json.RawMessage(data)
	target.Custom = &raw
	return nil
}
