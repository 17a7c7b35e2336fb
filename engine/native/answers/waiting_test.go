package answers

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// shared holds forms and answers that a test of the TypeScript dialects reads too.
type shared struct {
	Forms map[string]struct {
		JSON    *struct{ State, Is, Interval, Unit, Key string }
		Pattern string
		Unit    string
	}
	Answers []struct {
		Form, Says, Body, Key string
		IntervalMs            *float64
	}
}

func TestSharedAnswers(t *testing.T) {
	text, err := os.ReadFile("../testdata/waiting-answers.json")
	if err != nil {
		t.Fatal(err)
	}
	var file shared
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	forms := map[string]Form{}
	for name, form := range file.Forms {
		w := Waiting{Pattern: form.Pattern, Unit: form.Unit}
		if form.JSON != nil {
			w.JSON = (*struct {
				State    string `js:"state"`
				Is       string `js:"is"`
				Interval string `js:"interval"`
				Unit     string `js:"unit"`
				Key      string `js:"key"`
			})(form.JSON)
		}
		if forms[name], err = w.Form(); err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range file.Answers {
		ms, ok := forms[a.Form](a.Body, a.Key)
		if ok != (a.IntervalMs != nil) || ok && ms != *a.IntervalMs {
			t.Errorf("%s, %s: got %v %v", a.Form, a.Says, ms, ok)
		}
	}
	if len(file.Answers) < 50 {
		t.Errorf("only %d answers", len(file.Answers))
	}
}

func TestFormsThatCannotBe(t *testing.T) {
	for text, words := range map[string]string{
		`{}`: "waiting: must be json",
		`{"Pattern":"(?<interval>\\d+)","Unit":"h"}`:                         "unit ms or s",
		`{"Pattern":"(","Unit":"s"}`:                                         "regular expression",
		`{"Pattern":"(?=x)(?<interval>1)","Unit":"s"}`:                       "look-around",
		`{"Pattern":"\\d+","Unit":"s"}`:                                      "group named interval",
		`{"JSON":{"State":"a","Is":"","Interval":"b","Unit":"s"}}`:           "waiting.json",
		`{"JSON":{"State":"a","Is":"x","Interval":"b","Unit":"h","Key":""}}`: "waiting.json",
	} {
		var w Waiting
		if err := json.Unmarshal([]byte(text), &w); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Form(); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: got %v", text, err)
		}
	}
}

// FuzzAnswers holds what is read to what a parser reads: never more, and the same where it is read.
func FuzzAnswers(f *testing.F) {
	form := fields{is: "waiting", unit: 1}
	form.state, form.interval, form.key = form.path("state"), form.path("pollMs"), form.path("key")
	for _, body := range []string{
		`{"state":"waiting","pollMs":1}`, `{"state":"waiting","pollMs":1,"key":"k","a":{"pollMs":2}}`, `{"a":"\"","state":"waiting","pollMs":1e3}`,
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		ms, ok := form.read(body, "k")
		if !ok {
			return
		}
		var value struct {
			State  string
			PollMs float64
		}
		var object map[string]any
		if err := json.Unmarshal([]byte(body), &object); err != nil {
			t.Fatalf("%q is read, and is no object: %v", body, err)
		}
		value.State, _ = object["state"].(string)
		value.PollMs, _ = object["pollMs"].(float64)
		if value.State != "waiting" || value.PollMs != ms {
			t.Errorf("%q: got %v, want %v", body, ms, value)
		}
	})
}
