package poller

import (
	"context"
	"net/http/cookiejar"
	"sync"
	"time"

	"github.com/grafana/sobek"
	"go.k6.io/k6/v2/js/modules"
	"go.k6.io/k6/v2/lib"

	"surgeproof/native/answers"
	"surgeproof/native/line"
)

// poller holds the people in line of one VU. JavaScript is touched only on the thread of the VU's event loop.
type poller struct {
	options
	clock
	form    answers.Form
	onBack  sobek.Callable
	vu      modules.VU
	state   lib.State
	ctx     context.Context
	release context.CancelFunc

	mu        sync.Mutex // guards what follows
	ended     bool
	rows      *line.Rows
	wheel     *line.Wheel
	overdue   []int32
	asking    int
	idle      []chan int32 // workers
	templates templates
	headers   [][2]string // of the last call of wait
	jars      map[int32]*cookiejar.Jar
	tally     tally
	back      []back
	// enqueue puts a function on the event loop, once, and keeps the loop alive until then; nil when that was done.
	enqueue func(func() error)
}

// open begins to poll. The poller ends with the VU's iteration, or before.
func open(vu modules.VU, o options, form answers.Form, onBack sobek.Callable, pacer *pacer) *poller {
	state, rows, clock := *vu.State(), line.NewRows(), newClock(o.StartedAt)
	p := &poller{
		options: o, clock: clock, form: form, onBack: onBack, vu: vu, state: state, rows: rows, wheel: line.NewWheel(rows, clock.slot()),
		templates: templates{agent: state.Options.UserAgent.String, known: map[string]uint8{}}, jars: map[int32]*cookiejar.Jar{},
		tally: newTally(o.Phases), enqueue: vu.RegisterCallback(),
	}
	p.ctx, p.release = context.WithCancel(vu.Context())
	context.AfterFunc(p.ctx, p.end)
	go p.turn(pacer)
	return p
}

// end stops for good; safe to be called again.
func (p *poller) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
	p.release()
	if p.enqueue != nil {
		p.enqueue(func() error { return nil })
		p.enqueue = nil
	}
}

// turn wakes people at the beginning of each slot.
func (p *poller) turn(pacer *pacer) {
	for p.ctx.Err() == nil {
		pacer.follow(time.Now())
		slot := p.slot()
		p.mu.Lock()
		p.wheel.Advance(slot, p.wake)
		p.dispatch()
		p.giveBack()
		p.mu.Unlock()
		select {
		case <-p.ctx.Done():
		case <-time.After(time.Duration(((slot + 1).Ms() - p.exact()) * float64(time.Millisecond))):
		}
	}
}

// wake is called with mu for each person whose time has come.
func (p *poller) wake(i int32, row *line.Row) {
	if row.Due < row.GiveUp {
		row.State = line.Overdue
		p.overdue = append(p.overdue, i)
		return
	}
	row.State = line.Back
	p.back = append(p.back, back{row: i, why: lostPatience})
}
