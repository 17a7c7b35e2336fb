package poller

import (
	"github.com/grafana/sobek"
	"go.k6.io/k6/v2/lib/netext/httpext"
	"go.k6.io/k6/v2/metrics"

	"surgeproof/native/line"
)

// mostBack people are given back at once, so that other events of the loop come between.
const mostBack = 100

// Why a person is given back.
const (
	answered = iota
	unanswered
	lostPatience
)

// back is a person on the way back to the engine.
type back struct {
	row    int32
	why    int
	sent   float64
	answer answer
}

// giveBack is called with mu: it has the event loop call onBack soon, if anybody is to be given back and no call is on its way.
func (p *poller) giveBack() {
	if len(p.back) > 0 && p.enqueue != nil {
		p.enqueue(p.deliver)
		p.enqueue = nil
	}
}

// deliver runs on the event loop.
func (p *poller) deliver() error {
	rows := p.takeBack()
	if len(rows) == 0 {
		return nil
	}
	_, err := p.onBack(sobek.Undefined(), p.vu.Runtime().NewArray(rows...))
	p.mu.Lock()
	defer p.mu.Unlock()
	p.giveBack()
	return err
}

// takeBack frees the rows that are given back now: the engine may hand them over again at once. The next call is registered before this one
// runs, so that the loop stays alive.
func (p *poller) takeBack() (rows []any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended || p.ctx.Err() != nil {
		return nil
	}
	batch := p.back[:min(len(p.back), mostBack)]
	p.back = p.back[len(batch):]
	for _, b := range batch {
		row := p.rows.At(b.row)
		rows = append(rows, p.given(b, row))
		row.State = line.Free
		delete(p.jars, b.row)
	}
	p.enqueue = p.vu.RegisterCallback()
	return rows
}

// given is GivenBack of engine/waiting-room/native-module.ts.
func (p *poller) given(b back, row *line.Row) *sobek.Object {
	why, text, trail, runtime := b.why, b.answer.body, b.answer.trail, p.vu.Runtime()
	if b.answer.err != nil {
		why, text = unanswered, b.answer.err.Error()
	}
	if trail == nil {
		trail = &httpext.Trail{}
	}
	setCookie := sobek.Null()
	if len(b.answer.setCookie) > 0 && p.jars[b.row] == nil {
		setCookie = runtime.ToValue(b.answer.setCookie)
	}
	return runtime.NewArray(b.row, why, row.Due.Ms(), b.sent, row.Waiting, b.answer.status, metrics.D(trail.Blocked),
		metrics.D(trail.Duration), metrics.D(trail.Connecting), metrics.D(trail.TLSHandshaking), text, setCookie)
}
