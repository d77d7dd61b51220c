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
# Each folder, heartbeat and look name folders that the unit makes; without them, nothing
# is kept.
#
`
)

// debianSettings is the player's file of settings with the folders of the unit.
func debianSettings() (string, error) {
	return withFolders(hall.File, map[string]string{
		"visits.folder":   stateFolder + "/visits",
		"updates.folder":  stateFolder + "/packs",
		"watch.heartbeat": runFolder + "/heartbeat",
		"watch.look":      stateFolder,
	})
}

// withFolders sets each of the empty settings that are named, as "table.key"; one that is
// missing, or stands there twice, is an error.
func withFolders(file string, folders map[string]string) (string, error) {
	lines := strings.Split(file, "\n")
	for name, path := range folders {
		table, key, _ := strings.Cut(name, ".")
		set, within := 0, ""
		for i, line := range lines {
			if strings.HasPrefix(line, "[") {
				within = line
			}
			if within == "["+table+"]" && line == key+` = ""` {
				lines[i] = key + ` = "` + path + `"`
				set++
			}
		}
		if set != 1 {
			return "", fmt.Errorf("the file of settings has %d lines %s = \"\" below [%s], not one for the package to set", set, key, table)
		}
	}
	return debianHeading + strings.Join(lines, "\n"), nil
}
