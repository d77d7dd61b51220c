package authoring

import (
	"lianhua/internal/decimal"
	"lianhua/internal/story"
)

// TimingFile is where beats are retimed; a story may do without it.
const TimingFile = "timing.toml"

// readTimings reads [scene.beat] with duration and hold in seconds.
func readTimings(t Table) []story.TimingRecord {
	var out []story.TimingRecord
	for _, scene := range t.keys() {
		t.each(scene, func(beat string, sub Table) {
			sub.Only("duration", "hold")
			out = append(out, story.TimingRecord{
				Scene: scene, Beat: beat,
				Duration: sub.milliseconds("duration"), Hold: sub.milliseconds("hold"),
			})
		})
	}
	return out
}

func (t Table) milliseconds(key string) int32 {
	if _, ok := t.values[key]; !ok {
		return -1
	}
	d := t.decimal(key, decimal.FromInt(-1))
	ms, ok := d.Mul(decimal.FromInt(1000))
	n, exact := ms.Int()
	if !ok || !exact || n < 0 || n > 600_000 {
		t.Fail(key, key+" is not a time", `seconds from "0" to "600", to the millisecond: `+key+` = "1.5"`)
		return -1
	}
	return int32(n)
}
