package answers

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/tidwall/gjson"
)

// fields of an answer in JSON, as paths of gjson, and the names in them with their quotes.
type fields struct {
	state, interval, key string
	names                []string
	is                   string
	unit                 float64
}

// path of gjson from names with dots between them.
func (f *fields) path(dotted string) string {
	names := strings.Split(dotted, ".")
	for i, name := range names {
		f.names = append(f.names, `"`+name+`"`)
		names[i] = gjson.Escape(name)
	}
	return strings.Join(names, ".")
}

func (f *fields) read(body, key string) (float64, bool) {
	if !gjson.Valid(body) {
		return 0, false
	}
	isEscaped := strings.Contains(body, `\`)
	isTwofold := slices.ContainsFunc(f.names, func(name string) bool { return strings.Count(body, name) > 1 })
	if isTwofold && !isEscaped && strings.Count(body, "{") == 1 {
		return 0, false // readers differ in which one of two equal names they take
	}
	if isTwofold || isEscaped {
		body = parsed(body)
	}
	state, interval, own := gjson.Get(body, f.state), gjson.Get(body, f.interval), gjson.Get(body, f.key)
	if state.Type != gjson.String || state.Str != f.is || interval.Type != gjson.Number {
		return 0, false
	}
	if f.key != "" && own.Type != gjson.Null && (own.Type != gjson.String || own.Str != key) {
		return 0, false
	}
	return believed(interval.Num * f.unit)
}

// parsed is the same as JavaScript reads it: of equal names the last. It costs ten times as much as to look for three of them.
func parsed(body string) string {
	var value any
	_ = json.Unmarshal([]byte(body), &value)
	text, _ := json.Marshal(value)
	return string(text)
}
