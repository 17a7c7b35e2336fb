/** Name of the configuration in a working folder. */
export const CONFIG_FILE = 'k6.config.ts';
