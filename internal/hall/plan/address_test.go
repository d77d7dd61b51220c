package plan

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"lianhua/internal/story"
)

var known = Known{Scenes: []string{"cover", "hydrogen", "cleanup"}, Themes: []string{"day", "night", "contrast"}, Beats: map[string]int{"cover": 3, "hydrogen": 4, "cleanup": 4}}

// ordinary is what stands where an address only asks for a hall.
func ordinary() Settings {
	return Settings{Quiet: 60, Ask: 10, Speed: 1, Drift: 3, Languages: []story.Lang{story.ZH, story.EN}, Themes: []string{"day"}}
}

func TestAnAddressIsRead(t *testing.T) {
	for fragment, want := range map[string]func(*Settings){
		"#?hall=1":           func(*Settings) {},
		"?hall=1":            func(*Settings) {},
		"#hydrogen/2?hall=1": func(s *Settings) { s.Start, s.Return = "hydrogen/2", "hydrogen/2" },
		"#hydrogen?hall=1&lang=en&return=cover&theme=night":      func(s *Settings) { s.Start, s.Return = "hydrogen?lang=en&theme=night", "cover" },
		"#?hall=1&beats=cover/1,hydrogen%2F4,&leave-out=cleanup": func(s *Settings) { s.Beats, s.LeaveOut = []string{"cover/1", "hydrogen/4"}, []string{"cleanup"} },
		"#?hall=1&return=hydrogen%2F2%3Flang%3Den":               func(s *Settings) { s.Return = "hydrogen/2?lang=en" },
		"#?hall=1&quiet=90&ask=0&speed=0.5&drift=0&leave-out=cleanup,cleanup&languages=en&themes=night,day&night=18:30-7:05&large-type=1&low-reach=60-181": func(s *Settings) {
			*s = Settings{
				Quiet: 90, Speed: 0.5, LeaveOut: []string{"cleanup"}, Languages: []story.Lang{story.EN}, Themes: []string{"night", "day"},
				Night: Hours{18*time.Hour + 30*time.Minute, 7*time.Hour + 5*time.Minute}, LargeType: true, LowReach: LowReach{60, 181},
			}
		},
	} {
		s, problems := FromAddress(fragment, known)
		wish := ordinary()
		want(&wish)
		if len(problems) > 0 || !reflect.DeepEqual(s, wish) {
			t.Errorf("%s: %+v, %v\nwant %+v", fragment, s, problems, wish)
		}
	}
}

// Each wrong setting is told by its name and with a remedy, and changes nothing.
func TestWhatIsWrongInAnAddressIsToldAndStaysAsItWas(t *testing.T) {
	for item, want := range map[string]string{
		"quiet=2":                          "quiet: quiet is too short",
		"quiet=-1":                         "quiet: quiet is not from 0 to 3600",
		"quiet=nan":                        "quiet: quiet is not from",
		"beats=hydrogn/1":                  `beats: the story has no scene "hydrogn"; there are cover, hydrogen, cleanup`,
		"beats=cover/4":                    `beats: the scene "cover" has no beat 4; its last is 3: "cover/3"`,
		"beats=cover%3Flang%3Den":          `beats: "cover?lang=en" is no beat of the story`,
		"quiet=soon":                       `quiet: "soon" is not a number; write quiet=60`,
		"quiet=%zz":                        "quiet: \"%zz\" is not escaped",
		"ask=61":                           "ask: ask is not from 0 to 60",
		"speed=9":                          "speed: speed is not from 0.25 to 4",
		"drift=1.5":                        "drift: drift is not a whole number",
		"quite=60":                         "quite: is none of a hall's",
		"play=9":                           "play: is none of a hall's, or has no such value",
		"leave-out=dragon":                 `leave-out: the story has no scene "dragon"; there are cover, hydrogen, cleanup`,
		"languages=fr":                     `languages: the story has no language "fr"; there are zh, en`,
		"languages=":                       "languages: names no language",
		"themes=dark":                      `themes: the story has no theme "dark"`,
		"night=25:00-7:00":                 `night: "25:00-7:00" is not two times of day`,
		"night=7":                          `night: "7" is not two times`,
		"return=hydrogn":                   `return: the story has no scene "hydrogn"`,
		"return=cover%3Fx%3D1":             `return: "cover?x=1" is no place in the story`,
		"large-type=yes":                   `large-type: "yes" is neither 1 nor 0`,
		"low-reach=60":                     `low-reach: "60" is not two heights`,
		"low-reach=181-60":                 "low-reach: a screen does not hang from 181 to 60 cm",
		"low-reach=100-221":                "low-reach: less than a quarter",
		"hall=yes":                         `hall: "yes" is neither 1 nor 0`,
		"leave-out=cover,hydrogen,cleanup": "leave-out: no scene is left",
	} {
		s, problems := FromAddress("#?hall=1&"+item, known)
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), "the address's "+want) || problems[0].Hint == "" {
			t.Errorf("%s: %v, want %s", item, problems, want)
		}
		wish := ordinary()
		if item == "quiet=2" {
			wish.Quiet = LeastQuiet
		}
		if !reflect.DeepEqual(s, wish) {
			t.Errorf("%s leaves %+v", item, s)
		}
	}
	if s, problems := FromAddress("#hydrogn/2?hall=1", known); len(problems) != 1 || s.Start != "" || !strings.Contains(problems[0].String(), `place: the story has no scene "hydrogn"`) {
		t.Errorf("a start that is none: %+v, %v", s, problems)
	}
}

func FuzzFromAddress(f *testing.F) {
	f.Add("#hydrogen/2?hall=1&quiet=60&return=cover&languages=zh,en&night=18:30-7:00")
	f.Add("#?hall=1&languages=,&themes=%2c&speed=1e99&drift=0x1p1")
	f.Fuzz(func(t *testing.T, fragment string) {
		s, _ := FromAddress(fragment, known)
		if len(s.Looks()) == 0 || !Speed.Has(s.Speed) || !Drift.Has(float64(s.Drift)) || s.Quiet != 0 && s.Quiet < LeastQuiet {
			t.Errorf("%q gives %+v", fragment, s)
		}
	})
}

func TestWhereAScreenHangs(t *testing.T) {
	for _, c := range []struct {
		at   LowReach
		said bool
		line float64
	}{{LowReach{}, false, 0}, {LowReach{60, 180}, true, 0.5}, {LowReach{20, 110}, true, 0}, {LowReach{0, 480}, true, 0.75}} {
		if c.at.Said() != c.said || c.said && c.at.Line() != c.line {
			t.Errorf("%+v: said %v, the line at %v", c.at, c.at.Said(), c.at.Line())
		}
		if message, _ := c.at.Wrong(); message != "" {
			t.Errorf("%+v: %s", c.at, message)
		}
	}
}
