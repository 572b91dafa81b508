import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { format } from '../../src/format.ts';
import { copydesk, file, folder, note } from '../cli/program.ts';
import { judge } from './judge.ts';
import strings from './naughty-strings.json' with { type: 'json' };

const dir = folder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Refused with a message, or formatted with everything else still there. */
async function tryNote(text: string): Promise<void> {
  const { text: shaped, messages, faults } = await judge(text);
  expect(faults).toEqual([]);
  if (shaped === undefined) expect(messages.join('\n')).toMatch(/\S/);
  else expect(shaped).toContain('A lab opened.');
}

describe('each string of the Big List of Naughty Strings', () => {
  it('is there', () => expect(strings).toHaveLength(481));

  for (const [at, string] of strings.entries()) {
    const name = `${at} ${JSON.stringify(string).slice(0, 40)}`;
    it(`${name} as a headline in quotes`, () =>
      tryNote(note({ front: `headline: ${JSON.stringify(string)}\nsource: S` })));
    it(`${name} as a headline without`, () => tryNote(note({ front: `source: S\nheadline: ${string}` })));
    it(`${name} as a headline of the text`, () => tryNote(`# ${string}\n\n${note().split('---\n\n')[1]}`));
    it(`${name} as a law`, () => tryNote(note({ laws: `## Laws\n\n* ${string}\n* Another law.` })));
    it(`${name} as the body`, () => tryNote(note({ body: `${string}\n\nA lab opened.` })));
  }
});

/** Names that no file can have. */
function isFileName(name: string): boolean {
  return !/[/\0]/.test(name) && Buffer.byteLength(name) <= 255 && name.isWellFormed();
}

/** What a terminal would obey, or a reader would not see. */
const UNSAFE = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

describe('as the name of a file', () => {
  const messy = `${note().trimEnd()}\n\n\n\n`;
  const names = strings.map((string) => `${string}.md`).filter(isFileName);

  it('is possible for most of them', () => expect(names.length).toBeGreaterThan(300));

  it.each(names)('%j', async (name) => {
    const { text } = await format(messy);
    expect(text).not.toBe(messy);
    const path = file(dir, name, messy);
    const { code, stderr } = await copydesk(['format', '--write', '--any-file', path]);
    expect(stderr).not.toMatch(UNSAFE);
    expect({ code, text: readFileSync(path, 'utf8') }).toEqual({ code: 0, text });
    expect((await copydesk(['format', '--check', path])).code).toBe(0);
    rmSync(path);
  });
});
