import { expect, test } from 'vitest';
import { RULES } from '../../src/lint/rules/index.ts';
import { render } from '../../src/render.ts';

const CODED = 'Percent-encode spaces, quotes and angle brackets: ';

/* An invalid URL prevents the post, and the message says how to fix it. */
test.each([
  ['source: { url: a.example }', 'malformed-url', 'Write the full URL, starting with https://.'],
  ['url: http:/a.example', 'malformed-url', 'Write the full URL, starting with https://.'],
  ['url: https:///a', 'malformed-url', 'Copy the URL again from your browser.'],
  ['url: <https://a.example>', 'malformed-url', 'Copy the URL again from your browser.'],
  ['source: { url: https://a.example/a b }', 'malformed-url', `${CODED}https://a.example/a%20b`],
  [`url: 'https://a.example/?r="2"'`, 'malformed-url', `${CODED}https://a.example/?r=%222%22`],
  ['image: { url: https://a.example/a b.png }', 'wrong-type', `${CODED}https://a.example/a%20b.png`],
  ['image: { url: ftp://a.example/a.png }', 'wrong-type', 'Write the full URL, starting with https://.'],
])('%s', async (line, rule, advice) => {
  const { diagnostics } = await render(`---\nheadline: Lab Opens at Night\n${line}\n---\n\nIt opened.\n`, {
    to: 'text',
  });
  const found = diagnostics.find((diagnostic) => diagnostic.rule === rule);
  expect(found).toMatchObject({ severity: 'error', advice });
});

test('the page of malformed-url says that it may be an error', () => {
  expect(RULES.find(({ id }) => id === 'malformed-url')?.why).toContain('is an error');
});
