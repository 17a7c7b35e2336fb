/** Mark of what a Korean form leaves to whoever files it. */
export const TO_FILL = '(기입 필요)';
