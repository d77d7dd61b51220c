package health

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/VictoriaMetrics/metrics"
)

// writeTemperatures writes what a machine's thermal zones tell, as Linux lays them out:
// a folder for each with its type, and the temperature in thousandths of a degree. A
// zone that tells nothing is left out.
func writeTemperatures(w io.Writer, sensors fs.FS) {
	if sensors == nil {
		return
	}
	zones, err := fs.Glob(sensors, "thermal_zone*")
	if err != nil {
		return // the pattern is right
	}
	read := func(zone, name string) string {
		text, _ := fs.ReadFile(sensors, path.Join(zone, name))
		return strings.TrimSpace(string(text))
	}
	for _, zone := range zones {
		thousandths, err := strconv.ParseInt(read(zone, "temp"), 10, 32)
		if err != nil {
			continue
		}
		metrics.WriteGaugeFloat64(w, fmt.Sprintf("lianhua_temperature_celsius{zone=%q,type=%q}", zone, read(zone, "type")), float64(thousandths)/1000)
	}
}
