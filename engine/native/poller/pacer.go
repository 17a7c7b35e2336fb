package poller

import (
	"math"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

const (
	// leastGarbage between two collections, bytes: for less, a small heap would be collected for nothing.
	leastGarbage = 24 << 20
	// between two collections, seconds: a collection marks all that lives, so once a second cost a fifth of the CPU of a launch.
	between = 3
	// enough of a change of GOGC to set it, as a share: to set it stops the world.
	enough = 0.2
	// mostGrowth of the heap between two collections, percent: HEAP_GROWTH of the harness.
	mostGrowth = 400
)

// growth is the GOGC with which Go collects every few seconds, from what lives and what is allocated in a second, bytes. People in line are
// rows without pointers: as a share of them, far more garbage would be allowed than is ever worth its memory.
func growth(live, perSecond uint64) int {
	return int(min(mostGrowth, max(1, 100*max(leastGarbage, between*perSecond)/max(1, live))))
}

// pacer sets the pace of the garbage collector, once a second and for all VUs of the process.
type pacer struct {
	mu        sync.Mutex
	looked    time.Time
	allocated uint64
	set       int
}

func (p *pacer) follow(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	passed := now.Sub(p.looked)
	if passed < time.Second {
		return
	}
	samples := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(samples)
	live, allocated := samples[0].Value.Uint64(), samples[1].Value.Uint64()
	perSecond := uint64(float64(allocated-p.allocated) / passed.Seconds())
	if wanted := growth(live, perSecond); math.Abs(float64(wanted-p.set)) > enough*float64(p.set) {
		debug.SetGCPercent(wanted)
		p.set = wanted
	}
	p.looked, p.allocated = now, allocated
}
