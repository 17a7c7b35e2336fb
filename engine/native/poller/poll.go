package poller

import (
	"context"
	"errors"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptrace"
	"time"

	"go.k6.io/k6/v2/lib/netext/httpext"

	"surgeproof/native/line"
)

// answer to a poll.
type answer struct {
	err       error // why there is none, as k6 rejects with it
	status    int
	body      string
	setCookie []string
	trail     *httpext.Trail
}

// poll asks for the person on a row, and acts on the answer.
func (p *poller) poll(i int32) {
	p.mu.Lock()
	row := p.rows.At(i)
	one, key, jar := p.templates.list[row.Template], p.rows.Key(i), p.jars[i]
	p.mu.Unlock()
	sent := p.now()
	a := p.ask(one, key, jar)
	end := p.exact()
	interval, waits := 0.0, a.err == nil && a.status == http.StatusOK && (jar != nil || len(a.setCookie) == 0)
	if waits {
		interval, waits = p.form(a.body, key)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended {
		return
	}
	if waits {
		p.tally.record(row.Due.Ms(), end, a.trail)
		row.Waiting = sent
		p.wheel.Put(i, min(line.SlotAfter(p.now()+interval), row.GiveUp))
	} else {
		row.State = line.Back
		p.back = append(p.back, back{row: i, sent: sent, answer: a})
		p.giveBack()
	}
}

// ask sends the request of a person through the VU's transport, and reads the answer.
func (p *poller) ask(one *template, key string, jar *cookiejar.Jar) answer {
	address := p.Base + one.path.with(key)
	target, err := httpext.NewURL(address, address)
	if err != nil {
		return answer{err: err, trail: &httpext.Trail{}}
	}
	ctx, cancel := context.WithTimeout(p.ctx, time.Duration(p.TimeoutMs*float64(time.Millisecond)))
	defer cancel()
	tracer := &httpext.Tracer{}
	request := (&http.Request{Method: http.MethodGet, URL: target.GetURL(), Header: one.made}).
		WithContext(httptrace.WithClientTrace(ctx, tracer.Trace()))
	if request.Header == nil || jar != nil {
		request.Header = one.head(p.templates.agent, key)
	}
	request.Host = request.Header.Get("Host")
	if jar != nil {
		httpext.SetRequestCookies(request, jar, nil)
	}
	response, err := p.state.Transport.RoundTrip(request)
	var a answer
	if err == nil && response.StatusCode == http.StatusOK && response.Header.Get("Content-Encoding") == "" {
		a = p.read(response, jar)
	} else {
		a = p.asK6(request, target, jar, response, err)
	}
	if a.err == nil {
		a.setCookie = response.Header["Set-Cookie"]
	}
	a.trail = tracer.Done()
	return a
}

// read reads a plain answer.
func (p *poller) read(response *http.Response, jar *cookiejar.Jar) answer {
	defer func() { _ = response.Body.Close() }()
	buffer := p.state.BufferPool.Get()
	defer p.state.BufferPool.Put(buffer)
	_, err := buffer.ReadFrom(response.Body)
	if errors.Is(err, context.DeadlineExceeded) {
		err = errors.New("request timeout") // k6's own words
	}
	if err == nil && jar != nil {
		jar.SetCookies(response.Request.URL, response.Cookies())
	}
	return answer{err: err, status: response.StatusCode, body: buffer.String()}
}
