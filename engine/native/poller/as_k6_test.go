package poller

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"go.k6.io/k6/v2/lib"
	"go.k6.io/k6/v2/lib/netext"
	"go.k6.io/k6/v2/lib/types"
)

// compressed bodies by the name of their encoding.
func compressed(t *testing.T, encoding, body string) []byte {
	var b bytes.Buffer
	var w io.WriteCloser
	switch encoding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "deflate":
		w = zlib.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		w, _ = zstd.NewWriter(&b)
	}
	if _, err := io.WriteString(w, body); err != nil {
		t.Error(err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	return b.Bytes()
}

// unusual answers by path.
func unusual(t *testing.T) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch path := strings.TrimPrefix(r.URL.Path, "/"); path {
		case "gzip", "deflate", "br", "zstd":
			w.Header().Set("Content-Encoding", path)
			_, _ = w.Write(compressed(t, path, "text of "+path))
		case "both":
			w.Header().Set("Content-Encoding", "gzip, br")
			_, _ = w.Write(compressed(t, "br", string(compressed(t, "gzip", "twice"))))
		case "unknown-encoding":
			w.Header().Set("Content-Encoding", "rot13")
			fmt.Fprint(w, "nyy tbbq")
		case "no-gzip", "no-br", "no-zstd", "no-deflate":
			w.Header().Set("Content-Encoding", strings.TrimPrefix(path, "no-"))
			fmt.Fprint(w, "plain, whatever the header says")
		case "cut-gzip":
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(compressed(t, "gzip", strings.Repeat("cut ", 500))[:20])
		case "redirect":
			http.Redirect(w, r, "/elsewhere", http.StatusFound)
		case "bad-redirect":
			w.Header().Set("Location", "http://a b/")
			w.WriteHeader(http.StatusFound)
		case "no-content", "not-modified":
			w.WriteHeader(map[string]int{"no-content": http.StatusNoContent, "not-modified": http.StatusNotModified}[path])
		case "status":
			http.Error(w, "too many", http.StatusTooManyRequests)
		case "not-utf8":
			_, _ = w.Write([]byte{'a', 0xff, 0xed, 0xa0, 0x80, 'b'})
		case "slow":
			<-r.Context().Done()
		case "slow-body", "slow-status":
			w.Header().Set("Content-Length", "100")
			w.WriteHeader(map[string]int{"slow-body": 200, "slow-status": 500}[path])
			fmt.Fprint(w, "begun")
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		case "cut-body":
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "begun")
		case "reset":
			panic(http.ErrAbortHandler)
		case "switching":
			conn, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				return
			}
			fmt.Fprint(conn, "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n")
			_ = conn.Close()
		default:
			fmt.Fprint(w, "of no form: "+r.URL.String())
		}
	}
}

// What k6 itself makes of the same answers is the expectation: status and body, or what asyncRequest rejects with.
const sameAsK6 = `
	const paths = PATHS;
	const native_ = [];
	const k6 = [];
	const plain = (text) => text.replace(/127\.0\.0\.1:\d+->/, '');
	const polls = open({ timeoutMs: 300, onBack(rows) {
		for (const [row, why, , , , status, , , , , text] of rows) native_[row] = why === 1 ? plain(text) : status + ' ' + text;
		if (Object.keys(native_).length === paths.length) { end(polls); compare(); }
	} });
	const jar = new http.CookieJar();
	paths.forEach((path, row) => {
		polls.wait(row, path, row === 0 ? {} : null, 'key', 1, Infinity, 0, null);
		http.asyncRequest('GET', base + path, null, { timeout: 300, redirects: 0, responseType: 'text', jar }).then(
			({ status, body }) => { k6[row] = status + ' ' + (body === null ? '' : body); compare(); },
			(error) => { k6[row] = plain(String(error)); compare(); });
	});
	const compare = () => {
		if (Object.keys(native_).length + Object.keys(k6).length < 2 * paths.length) return;
		paths.forEach((path, row) => log(path + ' ' + (native_[row] === k6[row] ? 'same: ' + k6[row] : native_[row] + ' and k6: ' + k6[row])));
	};
`

func holdToK6(t *testing.T, v *vu, words map[string]string) {
	t.Helper()
	var paths []string
	for path := range words {
		paths = append(paths, `"/`+path+`"`)
	}
	for _, line := range v.run(strings.Replace(sameAsK6, "PATHS", "["+strings.Join(paths, ",")+"]", 1)) {
		path, said, _ := strings.Cut(strings.TrimPrefix(line, "/"), " ")
		if !strings.HasPrefix(said, "same: ") || !strings.Contains(said, words[path]) {
			t.Errorf("%s: %s, want %q", path, said, words[path])
		}
		delete(words, path)
	}
	if len(words) > 0 {
		t.Errorf("not compared: %v", words)
	}
}

func TestAnswersAndErrorsAreThoseOfK6(t *testing.T) {
	holdToK6(t, newVU(t, serve(t, unusual(t))), map[string]string{
		"gzip": "200 text of gzip", "deflate": "200 text of deflate", "br": "200 text of br", "zstd": "200 text of zstd", "both": "200 twice",
		"unknown-encoding": "200 nyy tbbq", "no-gzip": "error decompressing", "no-br": "error decompressing", "no-zstd": "error decompressing",
		"no-deflate": "error decompressing", "cut-gzip": "unexpected EOF", "redirect": "302 <a href", "bad-redirect": "failed to parse Location",
		"no-content": "204 ", "not-modified": "304 ", "status": "429 too many", "not-utf8": "200 a", "slow": `: request timeout`,
		"slow-body": "request timeout", "slow-status": "request timeout", "cut-body": "unexpected EOF", "reset": "EOF", "switching": "unsupported response status",
		"plain?a=%20b": "200 of no form: /plain?a=%20b", "%zz": "invalid URL",
	})
	noGoroutineLeft(t)
}

func TestErrorsOfTheConnectionAreThoseOfK6(t *testing.T) {
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	holdToK6(t, newVU(t, gone), map[string]string{"refused": "connection refused"})

	secure := httptest.NewTLSServer(unusual(t))
	t.Cleanup(secure.Close)
	untrusting := newVU(t, secure)
	untrusting.VU.StateField.Transport = &http.Transport{}
	holdToK6(t, untrusting, map[string]string{"untrusted": "x509: "})

	plain := serve(t, unusual(t))
	mismatched := newVU(t, plain)
	if err := mismatched.VU.RuntimeField.Set("base", strings.Replace(plain.URL, "http:", "https:", 1)); err != nil {
		t.Fatal(err)
	}
	holdToK6(t, mismatched, map[string]string{"mismatched": "server gave HTTP response to HTTPS client"})

	blocked := newVU(t, plain)
	loopback, err := lib.ParseCIDR("127.0.0.0/8")
	if err != nil {
		t.Fatal(err)
	}
	dialer := netext.NewDialer(net.Dialer{}, netext.NewResolver(net.LookupIP, 0, types.DNSfirst, types.DNSpreferIPv4))
	dialer.Blacklist = []*lib.IPNet{loopback}
	blocked.VU.StateField.Transport = &http.Transport{DialContext: dialer.DialContext}
	holdToK6(t, blocked, map[string]string{"blocked": "is in a blacklisted range"})
}

func TestWaitingAnswersAreReadInAnyEncoding(t *testing.T) {
	v := newVU(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		if encoding := r.URL.Query().Get("as"); encoding != "" {
			w.Header().Set("Content-Encoding", encoding)
			_, _ = w.Write(compressed(t, encoding, waitFor(100_000)))
			return
		}
		http.NotFound(w, r)
	}))
	log := v.run(`
		const polls = open({ onBack([[row]]) { log(row + ' ' + JSON.stringify(polls.take().statuses)); end(polls); } });
		['gzip', 'deflate', 'br', 'zstd'].forEach((as, row) => polls.wait(row, '/?as=' + as, {}, 'key', 1, Infinity, 0, null));
		polls.wait(9, '/', null, 'key', 300, Infinity, 0, null);
	`)
	if !reflect.DeepEqual(log, []string{"9 [[200,4]]"}) {
		t.Errorf("got %q", log)
	}
}
