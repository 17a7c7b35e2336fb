package poller

import (
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func waitFor(ms int) string { return fmt.Sprintf(`{"state":"waiting","pollMs":%d}`, ms) }

func TestAsksUntilTheAnswerIsAnother(t *testing.T) {
	var asked atomic.Int32
	v := newVU(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.String() != "/queue/poll?key=k%3D1" || r.Header.Get("X-Run") != "7" || r.UserAgent() != "agent/1" || r.Method != "GET" {
			t.Errorf("asked %s %s with %v", r.Method, r.URL, r.Header)
		}
		if asked.Add(1) < 4 {
			fmt.Fprint(w, waitFor(20))
			return
		}
		fmt.Fprint(w, `{"state":"admitted","pass":"p"}`)
	}))
	log := v.run(`
		const polls = open({ onBack(rows) {
			const [row, why, intended, sent, waiting, status, blocked, duration, connecting, tls, text, cookies] = rows[0];
			log([row, why, status, connecting, tls, text, cookies].join());
			log([intended % 20, sent >= intended, waiting >= 60, waiting < intended, blocked >= 0, duration > 0].join());
			const taken = polls.take();
			log(JSON.stringify([taken.statuses, taken.connections, taken.handshakes, taken.samples.map(([phase, clock, cells]) => [phase, clock,
				cells.reduce((sum, n, k) => sum + (k % 2 ? n : 0), 0)])]));
			log(String(polls.take()));
			end(polls);
		} });
		log(polls.wait(3, '/queue/poll?key=k%3D1', { 'x-run': '7' }, 'k=1', 45, Infinity, 0, null));
	`)
	want := []string{
		"true", `3,0,200,0,0,{"state":"admitted","pass":"p"},`, "0,true,true,true,true,true", `[[[200,3]],1,0,[[0,0,3],[0,1,3]]]`, "null",
	}
	if !reflect.DeepEqual(log, want) {
		t.Errorf("got  %q\nwant %q", log, want)
	}
	noGoroutineLeft(t)
}

func TestGivesBackWhoLosesPatience(t *testing.T) {
	var asked atomic.Int32
	v := newVU(t, serve(t, func(w http.ResponseWriter, _ *http.Request) { asked.Add(1); fmt.Fprint(w, waitFor(1000)) }))
	log := v.run(`
		const polls = open({ onBack(rows) { rows.forEach((row) => log(JSON.stringify(row))); if (rows.some(([row]) => row === 0)) end(polls); } });
		polls.wait(0, '/a', {}, 'a', 20, 301, 7, null);   // asks once, is not due again before patience is over
		polls.wait(1, '/b', null, 'b', 500, 90, 7, null); // never asks
	`)
	if len(log) != 2 || log[0] != `[1,2,100,0,7,0,0,0,0,0,"",null]` || !strings.HasPrefix(log[1], "[0,2,") {
		t.Errorf("got %q", log)
	}
	if asked.Load() != 1 {
		t.Errorf("asked %d times", asked.Load())
	}
}

func TestNeverMoreInFlightThanAllowed(t *testing.T) {
	var mu sync.Mutex
	under, most, asked := 0, 0, 0
	release := make(chan struct{})
	v := newVU(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
		mu.Lock()
		under++
		asked++
		most = max(most, under)
		if asked == 5 {
			time.AfterFunc(500*time.Millisecond, func() { close(release) }) // nobody else is asked for meanwhile
		}
		mu.Unlock()
		<-release
		mu.Lock()
		under--
		mu.Unlock()
		http.Error(w, "no", http.StatusNotFound)
	}))
	log := v.run(`
		const seen = new Map();
		const polls = open({ inFlight: 5, onBack(rows) {
			for (const row of rows) seen.set(row[0], row);
			if (rows.length > 100) log('too many at once');
			if (seen.size < 300) return;
			end(polls);
			const late = [...seen.values()].filter(([, , intended, sent]) => sent > intended);
			log(late.length >= 200);
		} });
		for (let row = 0; row < 300; row++) polls.wait(row, '/p?key=' + row, row === 0 ? {} : null, String(row), 1, Infinity, 0, null);
	`)
	if !reflect.DeepEqual(log, []string{"true"}) || most != 5 || asked != 300 {
		t.Errorf("got %q, %d at once, %d asked", log, most, asked)
	}
}

func TestEndWritesWhoIsStillHeld(t *testing.T) {
	stalled := make(chan struct{}, 10)
	v := newVU(t, serve(t, func(_ http.ResponseWriter, r *http.Request) {
		stalled <- struct{}{}
		<-r.Context().Done() // the poll is cut by end
	}))
	if err := v.VU.RuntimeField.Set("arrived", func() int { return len(stalled) }); err != nil {
		t.Fatal(err)
	}
	log := v.run(`
		const polls = open({ inFlight: 2, onBack() { log('given back after the end'); } });
		for (let row = 0; row < 4; row++) polls.wait(row, '/p', row === 0 ? {} : null, '', 400, Infinity, row, null);
		polls.wait(5, '/p', null, '', 1e7, Infinity, 55.5, null);
		polls.wait(6, '/p', null, '', -50, Infinity, -5, null);
		const look = () => {
			if (arrived() < 2) return setTimeout(look, 10);
			columns.forEach((column) => column.fill(9));
			end(polls);
			log(columns.map((column) => column.join()).join('|'));
			log(polls.wait(7, '/p', null, '', 1, 1, 1, null));
			log(polls.take() === null);
			end(polls);
		};
		look();
	`)
	if len(log) != 3 || !strings.HasPrefix(log[0], "0,1,2,3,9,55.5,-5,9,9,9|400,400,400,400,9,10000000,") || !strings.HasSuffix(log[0], "|0,0,0,0,9,1,0,9,9,9") ||
		log[1] != "false" || log[2] != "true" {
		t.Errorf("got %q", log)
	}
	if len(stalled) != 2 {
		t.Errorf("%d were asked for", len(stalled))
	}
	noGoroutineLeft(t)
}

func TestARowMayBeHandedOverAgainWhileItIsGivenBack(t *testing.T) {
	var asked atomic.Int32
	v := newVU(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		http.Error(w, "busy", http.StatusTooManyRequests)
	}))
	log := v.run(`
		let times = 0;
		const polls = open({ onBack(rows) {
			for (const [row, why, , , , status] of rows) {
				log(row + ' ' + why + ' ' + status);
				if (++times === 3) return end(polls);
				polls.wait(row, '/p', null, 'k', polls.now(), Infinity, 0, null);
				try { polls.wait(row, '/p', null, 'k', polls.now(), Infinity, 0, null); } catch (error) { log(error.message); }
			}
		} });
		polls.wait(1, '/p', {}, 'k', 1, Infinity, 0, null);
	`)
	held := "wait: must be given a person once until they come back, got row 1, which is held already"
	if want := []string{"1 0 429", held, "1 0 429", held, "1 0 429"}; !reflect.DeepEqual(log, want) || asked.Load() != 3 {
		t.Errorf("got %q, asked %d times", log, asked.Load())
	}
}

func TestAScriptThatThrowsInOnBackEndsTheIterationAndThePolls(t *testing.T) {
	v := newVU(t, serve(t, func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusNotFound) }))
	err := v.EventLoop.Start(func() error {
		_, err := v.VU.Runtime().RunString(prelude + `
			const polls = open({ onBack() { throw new Error('thrown by the script'); } });
			for (let row = 0; row < 3; row++) polls.wait(row, '/p' + row, {}, '', 1 + 20 * row, Infinity, 0, null);`)
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "thrown by the script") {
		t.Errorf("got %v", err)
	}
	v.CancelContext() // as k6 does when an iteration is over
	v.EventLoop.WaitOnRegistered()
	noGoroutineLeft(t)
}

func TestAVUThatIsInterruptedLetsItsLoopEnd(t *testing.T) {
	reached := make(chan struct{}, 1)
	v := newVU(t, serve(t, func(_ http.ResponseWriter, r *http.Request) { reached <- struct{}{}; <-r.Context().Done() }))
	go func() {
		<-reached
		v.CancelContext()
	}()
	// RunOnEventLoop returns only when every registered callback was called.
	if _, err := v.RunOnEventLoop(prelude + `
		const polls = open({ onBack() { log('given back'); } });
		polls.wait(1, '/p', {}, '', 1, Infinity, 0, null);
		polls.wait(2, '/p', {}, '', 1e6, Infinity, 0, null);`); err != nil {
		t.Fatal(err)
	}
	if len(v.log) > 0 {
		t.Errorf("got %q", v.log)
	}
	noGoroutineLeft(t)
}

func TestOptionsThatCannotBe(t *testing.T) {
	v := newVU(t, serve(t, http.NotFound))
	log := v.run(`
		for (const more of [{ base: 'nowhere' }, { base: '' }, { startedAt: NaN }, { timeoutMs: 0 }, { phases: [] }, { phases: [1, 0] }, { inFlight: 0 },
			{ waiting: {} }, { waiting: { json: {} } }, { waiting: { pattern: '(', unit: 's' } }, { onBack: null }])
			try { open(more); log('opened ' + JSON.stringify(more)); } catch (error) { log(error.message.split(':')[0]); }
		const polls = open();
		for (const [row, at] of [[-1, 0], [4194304, 0], [1, NaN]])
			try { polls.wait(row, '/p', {}, 'k', at, Infinity, 0, null); log('taken'); } catch (error) { log(error.message.split(',')[0]); }
		end(polls);
		const more = open();
		more.wait(4, '/p', {}, 'k', 1e6, Infinity, 0, null);
		try { more.end(new ArrayBuffer(8), new ArrayBuffer(8), new ArrayBuffer(1)); } catch (error) { log(error.message); }
	`)
	want := "openPolls,openPolls,openPolls,openPolls,openPolls,openPolls,openPolls,waiting,waiting.json,waiting.pattern,openPolls," +
		"wait: row must lie between 0 and 4194303,wait: row must lie between 0 and 4194303,wait: at," +
		"end: must be given the columns of all rows, got ones that end before row 4"
	if got := strings.Join(log, ","); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestMoreTemplatesThanABatchOfPeopleCanHave(t *testing.T) {
	v := newVU(t, serve(t, http.NotFound))
	log := v.run(`
		const polls = open();
		const answers = [];
		for (let row = 0; row < 300; row++) answers.push(polls.wait(row, '/' + 'x'.repeat(row), {}, 'key', 1e6, Infinity, 0, null));
		log(answers.filter((held) => held).length + ' ' + answers.indexOf(false));
		log(polls.wait(300, '/xx', {}, 'key', 1e6, Infinity, 0, null));
		polls.end(new ArrayBuffer(4096), new ArrayBuffer(4096), new ArrayBuffer(512));
	`)
	if !reflect.DeepEqual(log, []string{"255 255", "true"}) {
		t.Errorf("got %q", log)
	}
}
