package bench

import (
	"errors"
	"fmt"
	"math"
	"time"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/story"
)

// BytesTarget is what the first visit may load in all, in bytes under brotli.
const BytesTarget = 2_400_000

// Own is the story's own page, opened where its first scene first has something
// to tap.
func Own(host *Host, st *preview.Viewer) (Story, error) {
	beat, door, err := firstDoor(st)
	if err != nil {
		return Story{}, err
	}
	return Story{
		Name: "Lianhua", Host: host, Path: fmt.Sprintf("/#%s/%d", st.Deck.Slots[0].Scene.Name(), beat+1),
		Begun: fmt.Sprintf(`async () => {
			while (window.lianhua === undefined) await new Promise(requestAnimationFrame);
			await lianhua.ready;
			visit.step = lianhuaPlayer.step();
			return [%f, %f];
		}`, door.X, door.Y),
		Answered: "lianhuaPlayer.step() !== visit.step",
	}, nil
}

// firstDoor is the first beat of the first scene that shows a link on a phone,
// and the link's place.
func firstDoor(st *preview.Viewer) (beat int, at geom.Pt, err error) {
	var l draw.List
	for beat := range st.Deck.Slots[0].Time.Len() {
		st.Draw(&l, st.Settled(0, beat, story.ZH, nil, geom.R(0, 0, phoneWidth, phoneHeight)))
		for i := range l.Marks {
			if m := &l.Marks[i]; m.Kind == draw.KindOpen && m.Sem.Role == draw.RoleLink {
				return beat, l.Bounds(i).Center(), nil
			}
		}
	}
	return 0, at, errors.New("the first scene has nothing to tap")
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
			"chart answers: from the navigation to the frame after the first chart has answered a tap; taps begin when it is drawn and are repeated each 100 ms",
			"blocked: of each task that held the main thread for over 50 ms the part beyond, between the first paint and the answer",
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
		{name: "chart answers, ms", of: func(v Visit) float64 { return v.Answered }},
		{name: "blocked, ms", of: func(v Visit) float64 { return v.Blocked }},
		{name: "layout shift", of: func(v Visit) float64 { return v.Shift }, digits: 4},
		{name: "bytes until the answer", of: func(v Visit) float64 { return v.Sent }},
		{name: "bytes in all", of: func(v Visit) float64 { return v.Total }, most: BytesTarget},
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
