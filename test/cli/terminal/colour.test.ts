import { expect, test } from 'vitest';
import { loadPaint, PLAIN, wantsColour } from '../../../src/cli/terminal/colour.ts';

const TTY = { isTTY: true };
const PIPE = {};

test.each([
  ['a terminal', TTY, {}, undefined, true],
  ['a pipe', PIPE, {}, undefined, false],
  ['a stream that says it is none', { isTTY: false }, {}, undefined, false],
  ['a dumb terminal', TTY, { TERM: 'dumb' }, undefined, false],
  ['NO_COLOR', TTY, { NO_COLOR: '1' }, undefined, false],
  ['NO_COLOR=0 is non-empty', TTY, { NO_COLOR: '0' }, undefined, false],
  ['NO_COLOR empty', TTY, { NO_COLOR: '' }, undefined, true],
  ['FORCE_COLOR', PIPE, { FORCE_COLOR: '1' }, undefined, true],
  ['FORCE_COLOR on a dumb terminal', TTY, { FORCE_COLOR: '3', TERM: 'dumb' }, undefined, true],
  ['FORCE_COLOR=0', TTY, { FORCE_COLOR: '0' }, undefined, false],
  ['FORCE_COLOR=false', TTY, { FORCE_COLOR: 'false' }, undefined, false],
  ['FORCE_COLOR empty', PIPE, { FORCE_COLOR: '' }, undefined, false],
  ['NO_COLOR and FORCE_COLOR', TTY, { NO_COLOR: '1', FORCE_COLOR: '1' }, undefined, false],
  ['--color', PIPE, { NO_COLOR: '1', TERM: 'dumb' }, true, true],
  ['--no-color', TTY, { FORCE_COLOR: '1' }, false, false],
] as const)('%s', (_, stream, environment, flag, wanted) => {
  expect(wantsColour(stream, environment, flag)).toBe(wanted);
});

test('paint colours when there is colour, whatever the process believes', async () => {
  const paint = await loadPaint(true);
  expect(paint.red('a')).toBe('\x1b[31ma\x1b[39m');
  expect(paint.dim(paint.bold('a'))).toContain('\x1b[1m');
  expect(await loadPaint(false)).toBe(PLAIN);
  expect(PLAIN.red('a')).toBe('a');
});
