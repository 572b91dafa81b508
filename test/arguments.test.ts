import { describe, expect, test } from 'vitest';
import { approve, check, correct, fix, format, readPost, render, withdraw } from '../src/index.ts';

const VERBS = { render, readPost, format, check, fix } as const;
type Call = (text: unknown, options?: unknown) => unknown;

describe.each(Object.entries(VERBS))('the arguments of %s', (verb, call) => {
  const said = async (...args: [text: unknown, options?: unknown]) => {
    try {
      await (call as unknown as Call)(...args);
    } catch (error) {
      return error instanceof TypeError ? error.message : error;
    }
    return undefined;
  };

  test.each<[unknown, unknown, string]>([
    [undefined, {}, "'text' must be a string, not undefined"],
    [Buffer.from('x'), {}, "'text' must be a string, not object"],
    ['x', null, "'options' must be an object, not null"],
    ['x', 'html', "'options' must be an object, not string"],
    ['x', { path: 5 }, "'path' must be a string, not number"],
    ['x', { translationOf: 5 }, "'translationOf' must be a string, not number"],
    ['x', { to: ['html'] }, "'to' must be a string, not an array"],
    ['x', { width: '40' }, "'width' must be a number, not string"],
    ['x', { force: 'no' }, "'force' must be a boolean, not string"],
    ['x', { house: {} }, "'house' must be a House or the name of a house, not object"],
    ['x', { rules: 'bare-url' }, "'rules' must be an array of rule names, not string"],
    ['x', { parts: 'body' }, "'parts' must be an array of parts, not string"],
    ['x', { hashtags: 'AI' }, "'hashtags' must be a boolean or an array of words, not string"],
    ['x', { limit: '500' }, "'limit' must be a number, not string"],
    ['x', { channels: ['x'] }, "'channels' must be an object of settings by channel, not an array"],
  ])('%o with %o', async (text, options, message) => {
    expect(await said(text, options)).toBe(`${verb}: ${message}`);
  });

  test('may be absent', async () => {
    expect(await said('x', { path: undefined, house: undefined, rules: undefined })).toBeUndefined();
  });
});

test.each<[string, Call, object, string]>([
  ['approve', approve as Call, { at: '2026-05-07T09:00:00Z' }, "'by' must be a string, not undefined"],
  ['approve', approve as Call, { by: 'Ada Okafor' }, "'at' must be a string, not undefined"],
  ['correct', correct as Call, { at: '2026-05-07T09:00:00Z' }, "'correction' must be a string, not undefined"],
  ['correct', correct as Call, { correction: 5 }, "'correction' must be a string, not number"],
  ['withdraw', withdraw as Call, { path: 5 }, "'path' must be a string, not number"],
  ['withdraw', withdraw as Call, {}, "'at' must be a string, not undefined"],
])('%s refuses missing options', (verb, call, options, message) => {
  expect(() => call('x', options)).toThrow(new TypeError(`${verb}: ${message}`));
});
