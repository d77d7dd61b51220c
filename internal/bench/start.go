package bench

import (
	"fmt"
	"time"
)

// Start measures how long a reader waits, with nothing cached: until the article
// is painted and until the player has drawn its first frame.
func Start(b *Browser, host string, loads int, note func(string)) Section {
	s := Section{
		Name: "start", Title: "from the request to the article and to the first frame, nothing cached, median",
		Columns: []Column{{"article", "ms", 0}, {"slowest", "ms", 0}, {"player", "ms", 0}, {"slowest", "ms", 0}, {"bytes", "sent", 0}},
		Notes: []string{
			"article: the browser's first contentful paint; player: its first frame is handed over; bytes: bodies as sent until then, pictures of the article among them",
			"from this machine's own server, the files under brotli; the browser is running, the reader's first page is not",
		},
	}
	for _, line := range []Line{{Name: "this machine"}, {Name: "10 Mbit/s, 40 ms", Bits: 10e6, Latency: 40 * time.Millisecond}} {
		var article, player, bytes Sample
		for i := range loads {
			note(fmt.Sprintf("%s, load %d of %d", line.Name, i+1, loads))
			t, err := load(b, host, line)
			if err != nil {
				s.Failed = join(s.Failed, fmt.Sprintf("%s: %v", line.Name, err))
				break
			}
			article, player, bytes = append(article, t[0]), append(player, t[1]), append(bytes, t[2])
		}
		if len(article) > 0 {
			s.Rows = append(s.Rows, Row{Name: line.Name, Values: Numbers(
				article.Median(), article.Most(), player.Median(), player.Most(), bytes.Median())})
		}
	}
	return s
}

// load opens the page once: the times of the first contentful paint and of the
// player's first frame in milliseconds, and the bytes sent.
func load(b *Browser, host string, line Line) (times [3]float64, err error) {
	p, err := b.Open(host+"/", line, time.Minute)
	if err != nil {
		return times, err
	}
	defer p.Close()
	return Ask[[3]float64](p, `(async () => {
		const player = await bench.first;
		const paint = await new Promise((done) => new PerformanceObserver((seen) => {
			const first = seen.getEntriesByName("first-contentful-paint")[0];
			if (first !== undefined) done(first.startTime);
		}).observe({ type: "paint", buffered: true }));
		const sent = performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
			.filter((e) => e.transferSize > 0 && e.responseEnd > 0 && e.responseEnd <= player).reduce((n, e) => n + e.encodedBodySize, 0);
		return [paint, player, sent];
	})()`)
}
