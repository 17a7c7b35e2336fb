package answers

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// newPattern reads answers in any other text.
func newPattern(text string, unit float64) (Form, error) {
	expression, err := regexp.Compile(`\A(?:` + text + `)\z`)
	if err != nil {
		return nil, fmt.Errorf("waiting.pattern: must be a regular expression without look-around and back references, got %q: %w", text, err)
	}
	interval, own := expression.SubexpIndex("interval"), expression.SubexpIndex("key")
	if interval < 0 {
		return nil, fmt.Errorf("waiting.pattern: must have a group named interval, got %q", text)
	}
	return func(body, key string) (float64, bool) {
		groups := expression.FindStringSubmatch(body)
		if groups == nil || own > 0 && groups[own] != "" && groups[own] != key {
			return 0, false
		}
		if strings.Trim(groups[interval], "0123456789.eE+-") != "" {
			return 0, false // "Infinity", "NaN" and "0x10" are no numbers that people write
		}
		n, _ := strconv.ParseFloat(groups[interval], 64)
		return believed(n * unit)
	}, nil
}
