package hall

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"lianhua/internal/hall/plan"
	"lianhua/internal/play"
	"lianhua/internal/story"
)

var known = Known{Scenes: []string{"cover", "hydrogen", "cleanup"}, Themes: []string{"day", "night", "contrast"}, Beats: map[string]int{"cover": 3, "hydrogen": 4, "cleanup": 4}}

func TestTheFileIsWhatStandsWithoutOne(t *testing.T) {
	s, problems := Read("kiosk.toml", []byte(File), known)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := Settings{
		Start: "cover", Return: "cover", Quiet: 60, Ask: 10, Speed: 1,
		Languages: []story.Lang{story.ZH, story.EN}, Themes: []string{"day"}, Drift: 3, Awake: true, Visits: Visits{Months: 24}, Updates: Updates{Hour: 3 * time.Hour}, Look: os.TempDir(),
	}
	if !reflect.DeepEqual(s, want) || !reflect.DeepEqual(Default(), want) {
		t.Errorf("%+v\n%+v\nwant %+v", s, Default(), want)
	}
	if empty, problems := Read("kiosk.toml", nil, known); len(problems) > 0 || !reflect.DeepEqual(empty, want) {
		t.Errorf("an empty file: %+v, %v", empty, problems)
	}
}

// A file and an address differ in nothing that neither says.
func TestAnAddressAndTheFileAreOfOneMind(t *testing.T) {
	want, _ := plan.FromAddress("#?hall=1", known)
	want.Start, want.Return, want.Visits, want.Look, want.Awake = "cover", "cover", Visits{Months: 24}, os.TempDir(), true
	want.Updates.Hour = 3 * time.Hour
	if got := Default(); !reflect.DeepEqual(got, want) {
		t.Errorf("the file says %+v, an address %+v", got, want)
	}
}

func TestSettingsAreRead(t *testing.T) {
	s, problems := Read("k", []byte("\xEF\xBB\xBF"+`start = "hydrogen/2"
quiet = 90
ask = 0
speed = 0.5
leave-out = ["cleanup", "cleanup"]
[loop]
beats = ["cover/1", "hydrogen"]
languages = ["en"]
themes = ["night", "day"]
[night]
from = "18:30"
to = "07:05"
[staff]
code = "002580"
[closed]
from = "22:00"
to = "06:00"
off = true
[visits]
folder = "/var/lib/lianhua"
months = 2
[updates]
source = "https://packs.example.org/hall"
root = "/etc/lianhua/root.json"
hour = "04:30"
folder = "/var/lib/lianhua/packs"
name = "foyer"
[watch]
heartbeat = "/run/lianhua/heartbeat"
look = "/var/lib/lianhua"
metrics = "[::1]:9877"
[screen]
monitor = 2
rotation = 270
large-type = true
drift = 0
awake = false
[low-reach]
foot = 60
head = 181
`), known)
	want := Settings{
		Start: "hydrogen/2", Return: "hydrogen/2", Beats: []string{"cover/1", "hydrogen"}, Quiet: 90, Speed: 0.5, LeaveOut: []string{"cleanup"},
		Languages: []story.Lang{story.EN}, Themes: []string{"night", "day"},
		Night: Hours{From: 18*time.Hour + 30*time.Minute, To: 7*time.Hour + 5*time.Minute}, Closed: Closed{Hours: Hours{From: 22 * time.Hour, To: 6 * time.Hour}, Off: true}, Code: "002580", Visits: Visits{Folder: "/var/lib/lianhua", Months: 2}, Updates: Updates{Source: "https://packs.example.org/hall", Root: "/etc/lianhua/root.json", Hour: 4*time.Hour + 30*time.Minute, Folder: "/var/lib/lianhua/packs", Name: "foyer"}, Heartbeat: "/run/lianhua/heartbeat", Look: "/var/lib/lianhua", Metrics: "[::1]:9877", LargeType: true, LowReach: LowReach{Foot: 60, Head: 181}, Monitor: 2, Rotation: 270,
	}
	if len(problems) > 0 || !reflect.DeepEqual(s, want) {
		t.Errorf("%+v, %v\nwant %+v", s, problems, want)
	}
	if round := s.Round(); !reflect.DeepEqual(round, []play.Place{{Scene: "cover", Beat: 1}, {Scene: "hydrogen"}}) {
		t.Errorf("round %v", round)
	}
	if looks := s.Looks(); !reflect.DeepEqual(looks, []play.Look{{Lang: story.EN, Theme: "night"}, {Lang: story.EN, Theme: "day"}}) {
		t.Errorf("looks %v", looks)
	}
}

// Each wrong setting is told with its line and a remedy, and changes nothing.
func TestWhatIsWrongIsToldAndStaysAsItWas(t *testing.T) {
	for text, want := range map[string]string{
		"\nstart = \"hydrogn\"":                              `k:2: the story has no scene "hydrogn"`,
		"start = \"?play=9&\"":                               "k:1: ",
		"start = 5":                                          "k:1: start is not a text",
		"quiet = 2":                                          "k:1: quiet is too short",
		"quiet = -1":                                         "k:1: quiet is not from 0 to 3600",
		"quiet = \"60\"":                                     "k:1: quiet is not a number",
		"quiet = nan":                                        "k:1: quiet is not from",
		"[staff]\ncode = \"123\"":                            "k:2: the code is not 4 to 12 digits",
		"[staff]\ncode = \"1234567890123\"":                  "k:2: the code is not 4 to 12 digits",
		"[staff]\ncode = \"12 34\"":                          "k:2: the code is not 4 to 12 digits",
		"[staff]\ncode = \"１２３４\"":                           "k:2: the code is not 4 to 12 digits",
		"[staff]\ncode = 1234":                               "k:2: code is not a text",
		"[staff]\ncodes = \"1234\"":                          "k:2: unknown key",
		"ask = 61":                                           "k:1: ask is not from 0 to 60",
		"speed = 9":                                          "k:1: speed is not from 0.25 to 4",
		"\n\nquite = 60":                                     `k:3: unknown key "quite"`,
		"leave-out = \"cleanup\"":                            "k:1: leave-out is not a list",
		"leave-out = [\"dragon\"]":                           `k:1: the story has no scene "dragon"`,
		"[loop]\nbeats = \"cover\"":                          "k:2: beats is not a list",
		"[loop]\nbeats = [\"hydrogn/1\"]":                    `k:2: the story has no scene "hydrogn"`,
		"[loop]\n\nbeats = [\"hydrogen/5\"]":                 `k:3: the scene "hydrogen" has no beat 5`,
		"[loop]\nbeats = [\"cover?lang=en\"]":                `k:2: "cover?lang=en" is no beat`,
		"[loop]\nbeats = [\"/2\"]":                           `k:2: "/2" is no beat`,
		"leave-out = [\"cover\"]\n[loop]\nbeats=[\"cover\"]": `k:3: the scene "cover" is left out`,
		"[loop]\nlanguages = [\"fr\"]":                       `k:2: the story has no language "fr"`,
		"[loop]\nlanguages = []":                             "k:2: languages names no language",
		"[loop]\nthemes = [\"dark\"]":                        `k:2: the story has no theme "dark"`,
		"[night]\nfrom = \"25:00\"":                          `k:2: "25:00" is no time of day`,
		"[screen]\nmonitor = 99":                             "k:2: monitor is not a whole number from 0 to 16",
		"[screen]\n\nrotation = 45":                          "k:3: rotation is not 0, 90, 180 or 270",
		"[screen]\nrotation = -90":                           "k:2: rotation is not 0, 90, 180 or 270",
		"[screen]\nrotation = \"left\"":                      "k:2: rotation is not a number",
		"[low-reach]\nfoot = 60":                             "k:1: a screen does not hang from 60 to 0 cm",
		"[low-reach]\nfoot = 60\nhead = 70":                  "k:3: a screen does not hang from 60 to 70 cm",
		"[low-reach]\nfoot = 95\nhead = 216":                 "k:3: less than a quarter of the screen stands below 120 cm",
		"[low-reach]\nfoot = -1":                             "k:2: foot is not a whole number from 0 to 500",
		"[low-reach]\nfeet = 1":                              "k:2: unknown key",
		"[screen]\ndrift = 9":                                "k:2: drift is not a whole number from 0 to 8",
		"[visits]\nmonths = 0":                               "k:2: months is not a whole number from 1 to 120",
		"[screen]\nlarge-type = 1":                           "k:2: large-type is not true or false",
		"loop = 3":                                           "k:1: loop is not a table",
		"start = “cover”":                                    "k:1: ",
		"start = \"cover":                                    "k:1: ",
		"\xFF\xFEs\x00":                                      "k:1: is written in UTF-16",
		"[screen]\nawake = \"yes\"":                          "k:2: awake is not true or false",
		"[closed]\noff = 1":                                  "k:2: off is not true or false",
		"[closed]\nto = \"24:01\"":                           `k:2: "24:01" is no time of day`,
		"[watch]\n\nmetrics = \"0.0.0.0:9877\"":              `k:3: "0.0.0.0:9877" can be reached from other machines`,
		"[watch]\nmetrics = \"192.168.1.7:9877\"":            `k:2: "192.168.1.7:9877" can be reached from other machines`,
		"[watch]\nmetrics = \"localhost:9877\"":              `k:2: "localhost:9877" is no address and port`,
		"[watch]\nmetrics = \":9877\"":                       `k:2: ":9877" is no address and port`,
		"[watch]\nmetrics = \"127.0.0.1:0\"":                 `k:2: "127.0.0.1:0" is no address and port`,
		"[watch]\nmetrics = 9877":                            "k:2: metrics is not a text",
		"[updates]\nsource = \"packs\"":                      `k:2: "packs" is neither an address with https nor a folder`,
		"[updates]\nsource = \"ftp://a.b\"":                  `k:2: "ftp://a.b" is neither`,
		"[updates]\nsource = \"https:///packs\"":             `k:2: "https:///packs" is neither`,
		"[updates]\nsource = \"http://a.b\"":                 `k:2: "http://a.b" is without https`,
		"[updates]\nsource = \"https://me:pass@a.b\"":        "k:2: the source is more than an address",
		"[updates]\nsource = \"https://a.b\"":                "k:1: what comes from the source cannot be trusted without a root",
		"[updates]\n\nsource = \"https://a.b\"\nroot=\"\"":   "k:4: what comes from the source cannot be trusted",
		"[updates]\nhour = \"3\"":                            `k:2: "3" is no time of day`,
		"[updates]\nfolders = \"/x\"":                        `k:2: unknown key "folders"`,
		"[updates]\nname = 7":                                "k:2: name is not a text",
		"leave-out = [\"cover\", \"hydrogen\", \"cleanup\"]": "k:1: no scene is left",
	} {
		s, problems := Read("k", []byte(text), known)
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), want) || problems[0].Hint == "" {
			t.Errorf("%q: %v, want %s", text, problems, want)
		}
		want := Default()
		if strings.HasPrefix(text, "quiet = 2") {
			want.Quiet = plan.LeastQuiet
		}
		s.LeaveOut, want.LeaveOut = nil, nil
		if !reflect.DeepEqual(s, want) {
			t.Errorf("%q leaves %+v", text, s)
		}
	}
}

// A source that lacks what it needs is none; the rest holds. This machine needs no https.
func TestASourceNeedsARootAndAFolder(t *testing.T) {
	for text, want := range map[string]string{
		"[updates]\nsource = \"/media/stick\"\nroot = \"/r\"":                           "k:1: there is no folder",
		"[updates]\nsource = \"/media/stick\"\nfolder = \"/f\"":                         "k:1: what comes from the source cannot be trusted",
		"[updates]\nsource = \"/media/stick\"\nfolder = \"/f\"\nroot = \"/r\"":          "",
		"[updates]\nsource = \"http://127.0.0.1:80/p\"\nfolder = \"/f\"\nroot = \"/r\"": "",
	} {
		s, problems := Read("k", []byte(text), known)
		switch {
		case want == "" && (len(problems) > 0 || s.Updates.Source == ""):
			t.Errorf("%q: %v", text, problems)
		case want != "" && (len(problems) != 1 || !strings.HasPrefix(problems[0].String(), want) || problems[0].Hint == "" || s.Updates.Source != ""):
			t.Errorf("%q: %v, %+v", text, problems, s.Updates)
		case s.Updates.Folder == "" && strings.Contains(text, "folder"):
			t.Errorf("%q: the folder is lost", text)
		}
	}
}

func TestHours(t *testing.T) {
	at := func(h, m int) time.Duration { return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute }
	for _, c := range []struct {
		from, to, now time.Duration
		dark          bool
	}{
		{at(18, 0), at(7, 0), at(23, 0), true}, {at(18, 0), at(7, 0), at(6, 59), true}, {at(18, 0), at(7, 0), at(7, 0), false},
		{at(18, 0), at(7, 0), at(12, 0), false}, {at(1, 0), at(5, 0), at(3, 0), true}, {at(1, 0), at(5, 0), at(0, 59), false},
		{0, 0, 0, false}, {at(9, 0), at(9, 0), at(9, 0), false}, {at(9, 0), at(9, 0), at(12, 0), false},
	} {
		if got := (Hours{From: c.from, To: c.to}).At(time.Date(2026, 5, 3, 0, 0, 0, 0, time.Local).Add(c.now)); got != c.dark {
			t.Errorf("from %v to %v, at %v: %v", c.from, c.to, c.now, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(File)
	f.Add("[loop]\nthemes = [1, \"x\"]\n[night]\nfrom = 3")
	f.Fuzz(func(t *testing.T, text string) {
		s, _ := Read("k", []byte(text), known)
		if len(s.Looks()) == 0 || s.Speed < 0.25 || s.Speed > 4 || s.Quiet != 0 && s.Quiet < plan.LeastQuiet {
			t.Errorf("%q gives %+v", text, s)
		}
	})
}
