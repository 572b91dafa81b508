#!/usr/bin/env node
'use strict';

// CommonJS, and the program through V8's code cache: as an ES module every start would take a fifth longer.
const { load } = require('../dist/start.cjs');

const args = process.argv.slice(2);
const { main, saveCache } = load(args);

main(args).then((code) => {
  process.exitCode = code;
  return saveCache();
});
