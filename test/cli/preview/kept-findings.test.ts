import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigResolver } from '../../../src/cli/config/config-resolver.ts';
import { ENGLISH } from '../../../src/cli/messages/messages.ts';
import { type PageSetting, readStory } from '../../../src/cli/preview/browser/read-story.ts';
import { KeptFindings } from '../../../src/lint/kept-findings.ts';
import { folder } from '../program.ts';

/* The preview checks only the passages of a story that have changed, and shows what a check of the whole story finds. */

const examples = resolve(import.meta.dirname, '../../../examples');
const SETTING: PageSetting = { urls: { image: '/image/', card: '/card/' }, messages: ENGLISH };

/** What a writer does to a story, one save after another. */
const SAVES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace('\n---\n', '\n---\n\nThe the lab  opened on Mondey, it’s director said.\n'),
  (text) => text.replace('The the lab', '“The” the lab, lab'),
  (text) => text.replace(/\n\n([^\n]+)\n\n/, '\n\n$1\n\n$1\n\n'),
  (text) => text.replace('headline: ', 'headline: A a '),
  (text) => text.replace(/\nlang: .*\n/, '\nlang: fr\n'),
  (text) => text.replace('\nlang: fr\n', '\nembargo: 2099-01-01T00:00:00Z\n'),
  (text) => text.replace('\n---\n', '\n'),
  (text) => text.replace('\n\n', '\n---\n\n<!-- copydesk-ignore repeated-word: so -->\n\n'),
  () => '# The the Lab\n\nA a lab.\n\nA a lab.\n',
];

test.each(['intelligence-explosion.md', 'longyu-harvest-share.md'])('%s, saved again and again', async (name) => {
  const path = join(folder(), 'story.md');
  const configResolver = new ConfigResolver({}, 'house');
  const kept = new KeptFindings();
  const read = (setting: PageSetting) => readStory(path, true, {}, configResolver, setting);
  let text = readFileSync(join(examples, name), 'utf8');
  for (const save of SAVES) {
    const before: string = text;
    text = save(text);
    if (save !== SAVES[0]) expect(text).not.toBe(before);
    writeFileSync(path, text);
    const [whole, version] = [await read(SETTING), await read({ ...SETTING, kept })];
    expect(version?.state).toEqual(whole?.state);
    expect(version?.findings).toEqual(whole?.findings);
  }
});

test('a passage that has not changed is not checked again', async () => {
  const path = join(folder(), 'story.md');
  const configResolver = new ConfigResolver({}, 'house');
  const kept = new KeptFindings();
  const text = readFileSync(join(examples, 'intelligence-explosion.md'), 'utf8');
  const looked: number[] = [];
  const { start } = kept;
  kept.start = (context) => {
    const check = start.call(kept, context);
    const { check: run } = check;
    check.check = (rule) =>
      run.call(check, {
        ...rule,
        check: (changed) => {
          looked.push(changed.passages.length);
          return rule.check(changed);
        },
      });
    return check;
  };
  for (const version of [text, text.replace('\n---\n', '\n---\n\nA lab opened.\n')]) {
    looked.length = 0;
    writeFileSync(path, version);
    await readStory(path, true, {}, configResolver, { ...SETTING, kept });
  }
  expect(new Set(looked)).toEqual(new Set([1]));
});
