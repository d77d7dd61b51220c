package repository

import (
	"errors"
	"fmt"
	"slices"

	"github.com/sigstore/sigstore/pkg/signature"
	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// Rotate gives a role a new key, by a new root that the old root's key signs. A new
// key of the root signs it too, so that kiosks follow from the root that they know.
// All that the role has signed is signed anew by both keys, before the root is
// written: a kiosk proves it whichever root it has so far. What waits goes on waiting.
// A role's lost key is replaced by this, but for the root's.
func (m *Maker) Rotate(role string) error {
	if !slices.Contains(Roles(), role) {
		return fmt.Errorf("there is no role %q: one of %q", role, Roles())
	}
	rootBy, err := m.signersOf(metadata.ROOT)
	if err != nil {
		return err
	}
	s, err := m.state()
	if err != nil {
		return err
	}
	by, err := m.forRenewal(role)
	if err != nil {
		return err
	}
	taken, err := m.newest(metadata.ROOT)
	if err != nil {
		return err
	}
	key, signer, err := newKey(m.keys, role)
	if err != nil {
		return err
	}
	for _, id := range slices.Clone(m.root.Signed.Roles[role].KeyIDs) {
		if err := m.root.Signed.RevokeKey(id, role); err != nil {
			return fmt.Errorf("taking the old key from %s: %w", role, err)
		}
	}
	if err := m.root.Signed.AddKey(key, role); err != nil {
		return fmt.Errorf("naming the key of %s: %w", role, err)
	}
	m.root.Signed.Version, m.root.Signed.Expires = taken+1, m.after(RootHolds)
	if role == metadata.ROOT {
		return m.writeRoot(append(slices.Clone(rootBy[metadata.ROOT]), signer))
	}
	by.add(role, signer)
	if err := m.advance(s, true); err != nil {
		return err
	}
	if err := m.write(s, by, true); err != nil {
		return err
	}
	return m.writeRoot(rootBy[metadata.ROOT])
}

// forRenewal are the keys of all roles below the root, without that of the role to
// be changed if it is lost.
func (m *Maker) forRenewal(changed string) (signers, error) {
	by := signers{}
	if changed == metadata.ROOT {
		return by, nil
	}
	for _, role := range []string{metadata.TARGETS, metadata.SNAPSHOT, metadata.TIMESTAMP} {
		one, err := m.signersOf(role)
		if _, lost := errors.AsType[*LostKey](err); lost && role == changed {
			one, err = signers{role: []signature.Signer{}}, nil
		}
		if err != nil {
			return nil, err
		}
		by[role] = one[role]
	}
	return by, nil
}
