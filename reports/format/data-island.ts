/**
 * JSON that can stand inside `<script type="application/json">`: no `<` can end the element, no line separator breaks a reader.
 * @example islandJson({ a: '</script>' }) // => '{"a":"\\u003c/script>"}'
 */
export function islandJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
