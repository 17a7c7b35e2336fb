package poller

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
)

// sixTimes asks for one person six times, and logs [status, connections, handshakes] of what Go recorded and of the answer that came back.
const sixTimes = `
	const polls = open({ onBack([row]) {
		const { statuses, connections, handshakes } = polls.take();
		log([statuses[0][1], connections, handshakes, row[5], row[8] > 0 ? 1 : 0, row[9] > 0 ? 1 : 0].join());
		end(polls);
	} });
	polls.wait(0, '/poll', {}, 'key', 1, Infinity, 0, null);
`

// fiveTimesWaiting answers "waiting" five times, then 404.
func fiveTimesWaiting(protocol string, t *testing.T) http.Handler {
	var asked atomic.Int32
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Proto != protocol {
			t.Errorf("asked by %s", r.Proto)
		}
		if asked.Add(1) > 5 {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, waitFor(1))
	})
}

func TestConnectionsAreKeptAndCounted(t *testing.T) {
	for _, c := range []struct {
		says, protocol, want string
		secure, http2, anew  bool
	}{
		{says: "one that is kept alive", protocol: "HTTP/1.1", want: "5,1,0,404,0,0"},
		{says: "a new one for each", protocol: "HTTP/1.1", anew: true, want: "5,5,0,404,1,0"},
		{says: "one with TLS", protocol: "HTTP/1.1", secure: true, want: "5,1,1,404,0,0"},
		{says: "a new one with TLS for each", protocol: "HTTP/1.1", secure: true, anew: true, want: "5,5,5,404,1,1"},
		{says: "one with HTTP/2", protocol: "HTTP/2.0", secure: true, http2: true, want: "5,1,1,404,0,0"},
	} {
		t.Run(c.says, func(t *testing.T) {
			server := httptest.NewUnstartedServer(fiveTimesWaiting(c.protocol, t))
			server.EnableHTTP2 = c.http2
			server.Config.SetKeepAlivesEnabled(!c.anew)
			if c.secure {
				server.StartTLS()
			} else {
				server.Start()
			}
			t.Cleanup(server.Close)
			v := newVU(t, server)
			if !c.http2 {
				v.VU.StateField.Transport.(*http.Transport).ForceAttemptHTTP2 = false
			}
			if log := v.run(sixTimes); !reflect.DeepEqual(log, []string{c.want}) {
				t.Errorf("got %q, want %q", log, c.want)
			}
		})
	}
}

func TestManyPeopleShareAConnectionOfHTTP2(t *testing.T) {
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/stop" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, waitFor(20))
	}))
	server.EnableHTTP2 = true
	server.StartTLS()
	t.Cleanup(server.Close)
	log := newVU(t, server).run(`
		const polls = open({ onBack() {
			const { statuses, connections, handshakes, samples } = polls.take();
			log([statuses[0][1] > 50, connections <= 50, connections >= 1 && handshakes <= connections, samples.length].join());
			end(polls);
		} });
		columns.splice(0, 3, new Float64Array(51), new Float64Array(51), new Uint8Array(51));
		for (let row = 0; row < 50; row++) polls.wait(row, '/poll', row === 0 ? {} : null, 'key', 1, Infinity, 0, null);
		polls.wait(50, '/stop', null, 'key', 900, Infinity, 0, null);
	`)
	if !reflect.DeepEqual(log, []string{"true,true,true,2"}) {
		t.Errorf("got %q", log)
	}
	noGoroutineLeft(t)
}

func TestCookiesBelongToThePerson(t *testing.T) {
	v := newVU(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		person := r.URL.Query().Get("key")
		cookie, err := r.Cookie("seen")
		switch {
		case err != nil: // the first time
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: person, Path: "/"})
			http.SetCookie(w, &http.Cookie{Name: "other", Value: "x"})
			fmt.Fprint(w, waitFor(20))
		case cookie.Value != person:
			t.Errorf("%s sent the cookie of %s", person, cookie.Value)
		default:
			http.Error(w, "with "+r.Header.Get("Cookie"), http.StatusTeapot)
		}
	}))
	log := v.run(`
		const jars = [new http.CookieJar(), new http.CookieJar(), null];
		let left = 3;
		const polls = open({ onBack(rows) {
			for (const [row, , , , , status, , , , , text, lines] of rows) {
				log(row + ' ' + status + ' ' + text.trim() + ' ' + (lines === null ? null : lines.join('|')));
				if (lines === null) { if (--left === 0) end(polls); continue; }
				jars[row] = new http.CookieJar();
				polls.keep(jars[row], '/poll?key=' + row, lines);
				log(JSON.stringify(jars[row].cookiesForURL(base + '/poll')));
				polls.wait(row, '/poll?key=' + row, null, String(row), 1, Infinity, 0, jars[row]);
			}
		} });
		jars.forEach((jar, row) => polls.wait(row, '/poll?key=' + row, {}, String(row), 1 + 200 * row, Infinity, 0, jar));
		try { polls.keep(null, '/', []); } catch (error) { log(error.message.split(':')[0]); }
		try { polls.wait(9, '/', null, 'k', 1, Infinity, 0, {}); log('taken'); } catch (error) { log(error.message.split(' ', 3).join(' ')); }
	`)
	want := []string{
		"keep", "wait: jar must", "0 418 with other=x; seen=0 null", "1 418 with other=x; seen=1 null",
		`2 200 {"state":"waiting","pollMs":20} seen=2; Path=/|other=x`, `{"other":["x"],"seen":["2"]}`, "2 418 with other=x; seen=2 null",
	}
	normal := func(lines []string) string {
		text := strings.Join(lines, "\n")
		for _, person := range "012" { // a jar does not keep the order of cookies that are as old as each other
			text = strings.ReplaceAll(text, fmt.Sprintf("seen=%c; other=x", person), fmt.Sprintf("other=x; seen=%c", person))
		}
		return strings.ReplaceAll(text, `{"seen":["2"],"other":["x"]}`, `{"other":["x"],"seen":["2"]}`)
	}
	if normal(log) != normal(want) {
		t.Errorf("got\n%s\nwant\n%s", normal(log), normal(want))
	}
}

func TestHeadersAndKeys(t *testing.T) {
	v := newVU(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusTeapot)
		fmt.Fprint(w, r.URL, " ", r.Host, " ", r.UserAgent(), " ", r.Header.Get("Authorization"), " ", r.Header.Get("X-Run"), " ", r.Header.Get("Content-Length"))
	}))
	log := v.run(`
		const answers = [];
		const polls = open({ onBack(rows) {
			for (const row of rows) answers[row[0]] = row[10];
			if (Object.keys(answers).length < 5) return;
			answers.forEach(log);
			end(polls);
		} });
		const shared = { 'x-run': 'run-1', host: 'room.test', 'user-agent': 'own', 'content-length': '7' };
		polls.wait(0, '/poll/1', shared, '1', 1, Infinity, 0, null); // the key is a part of a header that all share
		polls.wait(1, '/poll/2', null, '2', 1, Infinity, 0, null);
		polls.wait(2, '/poll', { authorization: 'Bearer secret/3' }, 'secret/3', 1, Infinity, 0, null);
		polls.wait(3, '/poll?key=a%2Fb%3D&again=a%2Fb%3D', {}, 'a/b=', 1, Infinity, 0, null);
		polls.wait(4, '/poll', null, '', 1, Infinity, 0, null);
	`)
	host := v.VU.RuntimeField.Get("base").String()[len("http://"):]
	want := []string{
		"/poll/1 room.test own  run-1 ", "/poll/2 room.test own  run-1 ", "/poll " + host + " agent/1 Bearer secret/3  ",
		"/poll?key=a%2Fb%3D&again=a%2Fb%3D " + host + " agent/1   ", "/poll " + host + " agent/1   ",
	}
	if !reflect.DeepEqual(log, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(log, "\n"), strings.Join(want, "\n"))
	}
}
