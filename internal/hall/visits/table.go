package visits

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"text/tabwriter"
	"time"
)

// Print writes a folder's months as tables, a line a day, and below each the sums, the
// mean stay in seconds, and the scenes by how many saw them.
func Print(w io.Writer, folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "visits-????-??.csv"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%s has no visits: the folder is that of the setting \"visits\"", folder)
	}
	for _, f := range files {
		cols, rows, err := Read(f)
		if err != nil {
			return err
		}
		printMonth(w, cols, rows)
	}
	return nil
}

func printMonth(w io.Writer, cols []string, rows []map[string]string) {
	var days []string
	sums := map[string]map[string]int{}
	all := map[string]int{}
	for _, r := range rows {
		d := r[day]
		if sums[d] == nil {
			sums[d] = map[string]int{}
			days = append(days, d)
		}
		for _, c := range cols {
			n, _ := strconv.Atoi(r[c])
			sums[d][c] += n
			all[c] += n
		}
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	line := func(name string, s map[string]int) {
		mean := 0
		if s[count] > 0 {
			mean = (s[seconds] + s[count]/2) / s[count]
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t%d\t\n", name, s[count], mean, s[touches], s["zh"], s["en"])
	}
	fmt.Fprintf(t, "date\tvisits\tmean stay, s\ttouches\tzh\ten\t\n")
	for _, d := range days {
		line(d, sums[d])
	}
	line("all", all)
	_ = t.Flush() // into what fails where it is read, if it does
	scenes := slices.DeleteFunc(slices.Clone(cols), func(c string) bool {
		return slices.Contains([]string{day, hour, count, seconds, touches, "zh", "en"}, c)
	})
	slices.SortStableFunc(scenes, func(a, b string) int { return all[b] - all[a] })
	for _, s := range scenes {
		fmt.Fprintf(w, "%8d  %s\n", all[s], s)
	}
	fmt.Fprintln(w)
}

// Every is how often a screen saves its visits: what a power cut costs at most.
const Every = 10 * time.Minute
