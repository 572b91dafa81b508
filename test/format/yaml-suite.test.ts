import { afterAll, describe, expect, it } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import { judge } from './judge.ts';
import suite from './yaml-test-suite.json' with { type: 'json' };

const BODY = '\n\nA lab opened.\n';
let formatted = 0;
let tried = 0;

/** Whether two lines at the left margin can be put under a text and are keys of it then. */
function takesKeys(yaml: string): boolean {
  const document = parseDocument(`${yaml}${KEYS}`, { schema: 'core', logLevel: 'silent' });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root) || root.flow === true) return false;
  return !/^(?:---|\.\.\.|%)/m.test(yaml) && document.has('headline') && document.has('source');
}

const KEYS = 'headline: H\nsource: S\n';

/** Refused with a message, or formatted with the same data; what `judge` looks at. */
async function tryOne(yaml: string): Promise<void> {
  const ended = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
  const { text, messages, faults } = await judge(`---\n${ended}---${BODY}`);
  tried++;
  expect(faults).toEqual([]);
  if (text === undefined) expect(messages.join('\n')).toMatch(/\S/);
  else {
    formatted++;
    expect(text).toContain('A lab opened.');
  }
}

describe('each case of the YAML test suite as a front matter', () => {
  for (const { id, name, yaml } of suite) {
    it(`${id} ${name}`, () => tryOne(yaml));
    if (takesKeys(yaml)) it(`${id} ${name}, with a headline and a source`, () => tryOne(yaml + KEYS));
  }

  it('a good part of which is no reason to refuse a note', () => {
    expect(suite).toHaveLength(402);
    expect(formatted).toBeGreaterThan(250);
  });
});

afterAll(() => console.log(`YAML test suite: ${formatted} of ${tried} front matters formatted, the others refused`));
