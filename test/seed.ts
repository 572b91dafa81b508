import fc from 'fast-check';

/*
 * The same properties are tried on the same texts in every run: a build fails for a change, not by chance. `RUNS` asks for
 * more, and for others. `SEED` chooses them.
 */
const { RUNS, SEED } = process.env;
if (SEED !== undefined || RUNS === undefined) fc.configureGlobal({ seed: Number(SEED ?? 20_261_123) });
