package installer

import (
	"fmt"
	"strings"

	"lianhua/internal/hall"
)

// The folders that the unit makes for the player.
const (
	stateFolder   = "/var/lib/lianhua"
	runFolder     = "/run/lianhua"
	settingsFile  = "/etc/lianhua/kiosk.toml"
	debianHeading = `# The settings of the kiosk that "systemctl enable --now lianhua" shows. After a
# change: systemctl restart lianhua. What is wrong in it: journalctl -u lianhua.
# folder, heartbeat and look name folders that the unit makes; without them, nothing
# is kept.
#
`
)

// debianSettings is the player's file of settings with the folders of the unit.
func debianSettings() (string, error) {
	return withFolders(hall.File, map[string]string{
		"folder":    stateFolder + "/visits",
		"heartbeat": runFolder + "/heartbeat",
		"look":      stateFolder,
	})
}

// withFolders sets each of the empty settings that are named; one that is missing, or
// stands there twice, is an error.
func withFolders(file string, folders map[string]string) (string, error) {
	lines := strings.Split(file, "\n")
	for key, path := range folders {
		set := 0
		for i, line := range lines {
			if line == key+` = ""` {
				lines[i] = key + ` = "` + path + `"`
				set++
			}
		}
		if set != 1 {
			return "", fmt.Errorf("the file of settings has %d lines %s = \"\", not one for the package to set", set, key)
		}
	}
	return debianHeading + strings.Join(lines, "\n"), nil
}
