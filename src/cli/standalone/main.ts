import { loadProgram } from './program.ts';

/* The script of the executable. */

const args = process.argv.slice(2);

void loadProgram(args)
  .main(args)
  .then((code) => {
    process.exitCode = code;
  });
