#!/usr/bin/env node
'use strict';

// CommonJS, and the program through V8's code cache: as an ES module every start would take a fifth longer.
const { load } = require('../dist/start.cjs');

const args = process.argv.slice(2);
// Only `check` and `explain` run the rules, which are half of the program.
const { main, saveCache } = load('cli.cjs', /^(?:check|explain)$/.test(args.find((one) => !one.startsWith('-'))));

main(args).then((code) => {
  process.exitCode = code;
  return saveCache();
});
