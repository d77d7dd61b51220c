package bench

import (
	"fmt"
	"math"
	"time"

	"lianhua/internal/build"
	"lianhua/scenes"
)

// bytesTarget is what a visit that stays until all has come may load, in bytes under
// brotli: what is before the first frame, and each scene's drawings and picture.
func bytesTarget() float64 {
	return float64(build.Budget + len(scenes.All())*(build.PackBudget+build.PictureBudget))
}

// Own is the story's own page, opened at its beginning: its first picture stands in the
// article, and what can be touched in it is tapped where it is first in sight, once the
// picture is painted: the browser tells of no larger paint after a tap. The answer is
// the words of its card, whoever gives them: the page by itself, its script, or the
// player.
func Own(host *Host) Story {
	return Story{
		Name: "Lianhua", Host: host, Path: "/",
		Begun: `async () => {
			visit.player = (async () => {
				while (window.lianhua === undefined) await new Promise(requestAnimationFrame);
				await lianhua.ready;
				return performance.now();
			})();
			for (;; await new Promise(requestAnimationFrame)) {
				const img = document.querySelector(".first img");
				const mark = document.querySelector('.targets [href*="?pick="] rect:last-child');
				if (!img?.complete || img.naturalWidth === 0 || !mark) continue;
				const box = mark.getBoundingClientRect();
				const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, x = box.x + box.width / 2;
				if (document.elementFromPoint(x, y) !== mark) continue;
				visit.mark = mark.parentNode.getAttribute("href");
				await img.decode();
				await visit.painted();
				return [x, y];
			}
		}`,
		Answered: `(() => {
			const it = document.querySelector(".answer, .parts :target");
			const box = it?.getBoundingClientRect();
			if (box && it.textContent.length > 20 && box.height > 40 && box.top >= 0 && box.bottom <= innerHeight) return true;
			return Boolean(window.lianhua?.state()) && visit.mark.endsWith("?pick=" + lianhua.state().picked);
		})()`,
		Player: "visit.player",
	}
}

// ECharts is the page that EChartsPage builds.
func ECharts(host *Host) Story {
	return Story{
		Name: "ECharts", Host: host, Path: "/",
		Begun: `async () => {
			while (window.page === undefined) await new Promise(requestAnimationFrame);
			const chart = await page.drawn.cover;
			chart.on("showtip", () => { visit.told = true; });
			const box = chart.getDom().getBoundingClientRect();
			const [x, y] = chart.convertToPixel({ seriesIndex: 0 }, [10, 0]);
			return [box.x + x, box.y + y];
		}`,
		Answered: "visit.told === true",
	}
}

// settling is how long a page that was closed may take to be gone from the browser,
// so that the next one does not pay for it.
const settling = time.Second

// visits are those of one page under one condition.
type visits struct {
	list []Visit
	err  error
}

// Start compares what a first visit is like under each condition, in rounds
// whose order turns. The first story is the one that is judged.
func Start(b *Browser, stories []Story, rounds int, note func(string)) Section {
	s := Section{
		Name: "start", Title: fmt.Sprintf("a first visit on a phone, %dx%d at %dx, nothing cached", phoneWidth, phoneHeight, phoneScale),
		Notes: []string{
			"chart answers: from the navigation to the frame after the first chart has answered a tap with what it has to say; taps begin when it is drawn and are repeated each 100 ms",
			"player: from the navigation to the first frame of what takes the first chart's place and moves; the tap was answered before",
			"blocked: of each task that held the main thread for over 50 ms the part beyond, between the first paint and the answer, or the player",
			"until the answer, in all: bodies under brotli; in all: the page read to its end, the worker's copies for visits without a network with it",
			"a visit to each page before the first round counts its bytes alone, for its times are also those of a browser that starts; a second lies between visits",
			"both pages from the same server by HTTP/1.1, brotli and caching as in web/hosting; a browser context of its own for each visit, so that no compiled code is kept either",
			"the ECharts page is set in the system's Chinese fonts, as newsrooms do; Lianhua brings its own, and they count",
			"the GPU is software, which bears hard on what draws with WebGL; throttling is the browser's own, and slows only the main thread",
		},
	}
	for _, story := range stories {
		s.Columns = append(s.Columns, Column{story.Name, "median", 0}, Column{"least", "", 0}, Column{"most", "", 0})
	}
	if len(stories) > 1 {
		s.Columns = append(s.Columns, Column{"ratio", "", 2})
	}
	// The first visits count bytes alone: their times are also those of a browser
	// that starts. What is asked for is the same under each condition.
	totals := make([]float64, len(stories))
	for i, story := range stories {
		note("bytes: " + story.Name)
		v, err := b.visit(story, Condition{}, true)
		if err != nil {
			v.Total = math.NaN()
			s.Failed = join(s.Failed, fmt.Sprintf("%s: %v", story.Name, err))
		}
		totals[i] = v.Total
	}
	for _, c := range Conditions() {
		seen := make([]visits, len(stories))
		for round := range rounds {
			for _, i := range Turned(len(stories), round) {
				if seen[i].err != nil {
					continue
				}
				note(fmt.Sprintf("%s, round %d of %d: %s", c.Name, round+1, rounds, stories[i].Name))
				time.Sleep(settling)
				v, err := b.visit(stories[i], c, false)
				if err != nil {
					seen[i].err = err
					s.Failed = join(s.Failed, fmt.Sprintf("%s, %s: %v", c.Name, stories[i].Name, err))
					continue
				}
				if c.Line.Bits == 0 {
					v.Total = totals[i]
				}
				seen[i].list = append(seen[i].list, v)
			}
		}
		s.Rows = append(s.Rows, compared(c, seen)...)
	}
	return s
}

// A measure is one figure of a visit.
type measure struct {
	name   string
	of     func(Visit) float64
	digits int  // printed after the point
	ahead  bool // the target is to be ahead of the peer
	most   float64
}

func measures() []measure {
	return []measure{
		{name: "first paint, ms", of: func(v Visit) float64 { return v.First }, ahead: true},
		{name: "largest paint, ms", of: func(v Visit) float64 { return v.Largest }, ahead: true},
		{name: "chart answers, ms", of: func(v Visit) float64 { return v.Answered }, ahead: true},
		{name: "player, ms", of: func(v Visit) float64 { return v.Played }},
		{name: "blocked, ms", of: func(v Visit) float64 { return v.Blocked }},
		{name: "blocked until the player, ms", of: func(v Visit) float64 { return v.Held }},
		{name: "layout shift", of: func(v Visit) float64 { return v.Shift }, digits: 4},
		{name: "bytes until the answer", of: func(v Visit) float64 { return v.Sent }},
		{name: "bytes in all", of: func(v Visit) float64 { return v.Total }, most: bytesTarget()},
	}
}

// compared is the rows of one condition: a measure each, the pages side by side.
func compared(c Condition, seen []visits) []Row {
	rows := []Row{{Name: c.Name}}
	for _, m := range measures() {
		row := Row{Name: "  " + m.name, Digits: m.digits}
		var medians Sample
		for _, one := range seen {
			var sample Sample
			for _, v := range one.list {
				if value := m.of(v); !math.IsNaN(value) {
					sample = append(sample, value)
				}
			}
			medians = append(medians, sample.Median())
			row.Values = append(row.Values, Numbers(sample.Median(), sample.Least(), sample.Most())...)
		}
		if len(seen) > 1 && m.digits == 0 {
			row.Values = append(row.Values, Number(medians[0]/medians[1]))
		}
		row.Remark = m.judge(medians)
		if !math.IsNaN(medians[0]) {
			rows = append(rows, row)
		}
	}
	return rows
}

// judge says whether the first median meets the measure's target.
func (m measure) judge(medians Sample) string {
	verdict := func(met bool, target string) string {
		if met {
			return "target met: " + target
		}
		return "target NOT met: " + target
	}
	switch {
	case len(medians) == 0 || math.IsNaN(medians[0]):
		return ""
	case m.most > 0:
		return verdict(medians[0] <= m.most, fmt.Sprintf("at most %.1f MB", m.most/1e6))
	case m.ahead && len(medians) > 1 && !math.IsNaN(medians[1]):
		return verdict(medians[0] < medians[1], "ahead")
	}
	return ""
}
