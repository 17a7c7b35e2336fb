package poller

import "surgeproof/native/line"

// mostIdle workers are kept, for their stacks; after a stall there are more.
const mostIdle = 256

// dispatch is called with mu: it asks for those who are overdue longest, as many as may be under way at once. The worker who was idle last
// works first.
func (p *poller) dispatch() {
	for !p.ended && len(p.overdue) > 0 && p.asking < p.InFlight {
		i := p.overdue[0]
		p.overdue = p.overdue[1:]
		p.rows.At(i).State = line.Asking
		p.asking++
		if last := len(p.idle) - 1; last >= 0 {
			p.idle[last] <- i
			p.idle = p.idle[:last]
			continue
		}
		jobs := make(chan int32, 1)
		jobs <- i
		go p.work(jobs)
	}
}

// work asks for one person after the other.
func (p *poller) work(jobs chan int32) {
	for isWanted := true; isWanted; {
		select {
		case <-p.ctx.Done():
			return
		case i := <-jobs:
			p.poll(i)
			isWanted = p.rest(jobs)
		}
	}
}

func (p *poller) rest(jobs chan int32) (isWanted bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asking--
	if isWanted = len(p.idle) < mostIdle; isWanted {
		p.idle = append(p.idle, jobs)
	}
	p.dispatch()
	return isWanted
}
