package poller

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// text is a part of a request with the key taken out, so that many people share it.
type text struct {
	parts   []string
	encoded bool // the key stands there percent-encoded
}

func withoutKey(whole, key string) text {
	if encoded := url.QueryEscape(key); encoded != key && strings.Contains(whole, encoded) {
		return text{strings.Split(whole, encoded), true}
	}
	if key == "" {
		return text{[]string{whole}, false}
	}
	return text{strings.Split(whole, key), false}
}

func (t text) with(key string) string {
	if t.encoded {
		key = url.QueryEscape(key)
	}
	return strings.Join(t.parts, key)
}

// template is a request without the key.
type template struct {
	path   text
	names  []string // of headers
	values []text
	made   http.Header // when no key stands in a header
}

// newTemplate takes the key out anew for each person: a short key may happen to be a part of a header that is the same for everybody.
func newTemplate(path string, headers [][2]string, key string) *template {
	t := &template{path: withoutKey(path, key)}
	for _, h := range headers {
		t.names, t.values = append(t.names, h[0]), append(t.values, withoutKey(h[1], key))
	}
	return t
}

func (t *template) id() string {
	var b strings.Builder
	for i, text := range append([]text{t.path}, t.values...) {
		if i > 0 {
			b.WriteString(t.names[i-1] + "\n")
		}
		b.WriteString(strings.Join(text.parts, "\x00") + "\n")
		if text.encoded {
			b.WriteByte(1)
		}
	}
	return b.String()
}

// head is the header of a person's request, made as k6 makes it.
func (t *template) head(agent, key string) http.Header {
	head := http.Header{"User-Agent": {agent}}
	for i, name := range t.names {
		head.Set(name, t.values[i].with(key))
	}
	head.Del("Content-Length")
	return head
}

// templates of one VU; their number is kept in the byte of a row.
type templates struct {
	agent string
	known map[string]uint8
	list  []*template
}

const mostTemplates = 255

// number of the template; not ok when there are too many.
func (t *templates) number(one *template) (number uint8, ok bool) {
	id := one.id()
	if number, ok = t.known[id]; ok || len(t.list) == mostTemplates {
		return number, ok
	}
	if !slices.ContainsFunc(one.values, func(t text) bool { return len(t.parts) > 1 }) {
		one.made = one.head(t.agent, "")
	}
	number = uint8(len(t.list))
	t.list, t.known[id] = append(t.list, one), number
	return number, true
}
