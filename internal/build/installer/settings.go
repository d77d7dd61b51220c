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
	for key, path := range folders {
		empty := "\n" + key + " = \"\"\n"
		if strings.Count(file, empty) != 1 {
			return "", fmt.Errorf("the file of settings has no line %s for the package to set", strings.TrimSpace(empty))
		}
		file = strings.Replace(file, empty, "\n"+key+" = \""+path+"\"\n", 1)
	}
	return debianHeading + file, nil
}
