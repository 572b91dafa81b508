#!/usr/bin/env node
'use strict';

// CommonJS, and the program through V8's code cache: as an ES module every start would take a fifth longer.
const { load } = require('../dist/start.cjs');

const command = process.argv[2] ?? '';
const { main, saveCache } = load('cli.cjs', /^[a-z]+$/.test(command) ? command : 'none');

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  saveCache();
});
