package poller

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/url"

	"github.com/grafana/sobek"
	"go.k6.io/k6/v2/js/common"
	k6http "go.k6.io/k6/v2/js/modules/k6/http"

	"surgeproof/native/line"
)

// object is NativePolls of engine/waiting-room/native-module.ts.
func (p *poller) object() (*sobek.Object, error) {
	runtime := p.vu.Runtime()
	polls := runtime.NewObject()
	return polls, errors.Join(
		polls.Set("now", func(sobek.FunctionCall) sobek.Value { return runtime.ToValue(p.now()) }),
		polls.Set("wait", p.wait),
		polls.Set("take", p.take),
		polls.Set("keep", p.keep),
		polls.Set("end", p.endInto),
	)
}

func (p *poller) wait(row int64, path string, headers sobek.Value, key string, at, giveUpAt, waiting float64, jar *k6http.CookieJar) (bool, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.ended: // k6 is being stopped, and the engine has not heard of it
		return false, nil
	case row < 0 || row >= line.MostRows:
		return false, fmt.Errorf("wait: row must lie between 0 and %d, got %d", line.MostRows-1, row)
	case math.IsNaN(at + giveUpAt + waiting):
		return false, fmt.Errorf("wait: at, giveUpAt and waiting must be milliseconds, got %v, %v and %v", at, giveUpAt, waiting)
	case jar != nil && jar.Jar == nil:
		return false, errors.New("wait: jar must be a CookieJar of k6/http or null, got another object")
	case p.rows.At(int32(row)).State != line.Free:
		return false, fmt.Errorf("wait: must be given a person once until they come back, got row %d, which is held already", row)
	}
	if !common.IsNullish(headers) {
		p.headers = nil
		object := headers.ToObject(p.vu.Runtime())
		for _, name := range object.Keys() {
			p.headers = append(p.headers, [2]string{name, object.Get(name).String()})
		}
	}
	number, ok := p.templates.number(newTemplate(path, p.headers, key))
	if !ok {
		return false, nil
	}
	i := int32(row)
	one := p.rows.At(i)
	one.Template, one.Waiting, one.GiveUp = number, waiting, line.SlotAfter(giveUpAt)
	p.rows.SetKey(i, key)
	if jar != nil {
		p.jars[i] = jar.Jar
	}
	p.wheel.Put(i, min(line.SlotAfter(at), one.GiveUp))
	return true, nil
}

func (p *poller) take() *records {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.tally.take()
}

func (p *poller) keep(jar *k6http.CookieJar, path string, lines []string) error {
	address, err := url.Parse(p.Base + path)
	if err != nil || jar == nil || jar.Jar == nil {
		return fmt.Errorf("keep: must be given a CookieJar of k6/http and a path, got path %q", path)
	}
	jar.Jar.SetCookies(address, (&http.Response{Header: http.Header{"Set-Cookie": lines}}).Cookies())
	return nil
}

// endInto stops for good, and writes into the columns of the engine who is still held.
func (p *poller) endInto(waiting, due, asleep sobek.ArrayBuffer) error {
	p.end()
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range p.rows.Used() {
		row := p.rows.At(i)
		if row.State == line.Free {
			continue
		}
		if at := int(i); at >= len(asleep.Bytes()) || 8*at+8 > min(len(waiting.Bytes()), len(due.Bytes())) {
			return fmt.Errorf("end: must be given the columns of all rows, got ones that end before row %d", i)
		}
		binary.NativeEndian.PutUint64(waiting.Bytes()[8*i:], math.Float64bits(row.Waiting))
		binary.NativeEndian.PutUint64(due.Bytes()[8*i:], math.Float64bits(row.Due.Ms()))
		asleep.Bytes()[i] = 0
		if row.State == line.Asleep {
			asleep.Bytes()[i] = 1
		}
	}
	return nil
}
