package soak

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"lianhua/internal/hall/health"
)

// freeAddress is one of this machine where nobody listens.
func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("a port for the metrics: %w", err)
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// sampler reads a player's metrics.
type sampler struct {
	url    string
	frames float64 // when the last minute was over
}

func (s *sampler) read(ctx context.Context) (map[string]float64, error) {
	q, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url, nil)
	if err != nil {
		return nil, err
	}
	r, err := (&http.Client{Timeout: answers}).Do(q)
	if err != nil {
		return nil, fmt.Errorf("does not answer: %w", err)
	}
	defer r.Body.Close()
	return health.Read(r.Body)
}

// await waits for the first frame.
func (s *sampler) await(ctx context.Context, within time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	for {
		all, err := s.read(ctx)
		if err == nil && all["lianhua_frames_total"] > 0 {
			return nil
		}
		if ctx.Err() != nil {
			return fmt.Errorf("has drawn nothing within %v", within)
		}
		pause(ctx, within/600)
	}
}

// drawn is how many frames have been.
func (s *sampler) drawn(ctx context.Context) (float64, error) {
	all, err := s.read(ctx)
	return all["lianhua_frames_total"], err
}

// minute samples one, and tells its medians.
func (s *sampler) minute(ctx context.Context, lasts time.Duration) (m Minute, err error) {
	var resident, heap []float64
	var all map[string]float64
	began := time.Now()
	for i := range samples {
		pause(ctx, time.Until(began.Add(lasts*time.Duration(i+1)/samples)))
		if all, err = s.read(ctx); err != nil {
			return m, err
		}
		resident = append(resident, all["process_resident_memory_bytes"])
		heap = append(heap, all["lianhua_heap_live_bytes"])
	}
	m.Resident, m.Heap = median(resident), median(heap)
	m.Frames = all["lianhua_frames_total"] - s.frames
	s.frames = all["lianhua_frames_total"]
	m.Visits, m.Panics = all["lianhua_visits_total"], all["lianhua_panics_total"]
	return m, nil
}
