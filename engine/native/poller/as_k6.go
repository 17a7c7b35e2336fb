package poller

import (
	"context"
	"net/http"
	"net/http/cookiejar"

	"go.k6.io/k6/v2/lib/netext/httpext"
	"gopkg.in/guregu/null.v3"
)

// replay is a transport that has its answer already.
type replay struct {
	response *http.Response
	err      error
}

// RoundTrip returns the answer.
func (r replay) RoundTrip(*http.Request) (*http.Response, error) { return r.response, r.err }

// asK6 has k6 itself read an answer that is not plain, or word why there is none: decoding, cookies, redirects, time-outs.
func (p *poller) asK6(request *http.Request, target httpext.URL, jar *cookiejar.Jar, response *http.Response, err error) answer {
	state := p.state
	state.Transport, state.RPSLimit = replay{response, err}, nil
	// Under a context that is over, k6 records no metrics of its own.
	over, cancel := context.WithCancel(context.Background())
	cancel()
	read, err := httpext.MakeRequest(over, &state, &httpext.ParsedHTTPRequest{
		URL: &target, Req: request, Timeout: 1, Throw: true, ActiveJar: jar, Redirects: null.IntFrom(0), TagsAndMeta: state.Tags.GetCurrentValues(),
	})
	if err != nil {
		return answer{err: err}
	}
	body, _ := read.Body.(string)
	return answer{status: read.Status, body: body}
}
