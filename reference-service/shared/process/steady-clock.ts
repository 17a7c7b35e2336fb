/** Unix time in milliseconds that never jumps, whatever is done to the clock of the machine meanwhile. */
export const steadyClock = (): number => performance.timeOrigin + performance.now();
