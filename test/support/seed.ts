import fc from 'fast-check';

/** vitest.config.ts decides the seed, and imports this before every test that draws properties. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED) });
