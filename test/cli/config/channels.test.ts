import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { ConfigResolver } from '../../../src/cli/config/config-resolver.ts';
import { FEEDS } from '../../../src/write/feed/index.ts';
import { FORMATS } from '../../../src/write/index.ts';
import { copydesk, file, folder, note } from '../program.ts';

let dir = '';
beforeEach(() => {
  dir = folder();
  file(dir, 'a.md', note());
});

const channelsIn = async (yaml: string) => {
  file(dir, 'copydesk.yaml', yaml);
  return (await new ConfigResolver({}).of(join(dir, 'a.md'))).channels;
};

describe('channels of copydesk.yaml', () => {
  test('is a list of names, or a mapping of names to settings', async () => {
    expect(await channelsIn('channels: [html, x]\n')).toEqual({ html: {}, x: {} });
    expect(await channelsIn('channels:\n  html:\n  x: { link: true, parts: [laws] }\n')).toEqual({
      html: {},
      x: { link: true, parts: ['laws'] },
    });
    expect(await channelsIn('house: ap\n')).toBeUndefined();
  });
  test('has every name of --to', async () => {
    const names = [...FORMATS, ...FEEDS].map(({ name }) => name);
    expect(Object.keys((await channelsIn(`channels: [${names.join(', ')}]\n`)) ?? {})).toEqual(names);
  });
  test.each([
    ['channels: [html, telegrm]\n', "1:18: error: unknown channel 'telegrm'", "Did you mean 'telegram'?"],
    ['channels:\n  telegrm:\n', "2:3: error: unknown key 'telegrm' in channels", "Did you mean 'telegram'?"],
    ['channels:\n  x:\n    lnik: true\n', "3:5: error: unknown key 'lnik' in x", "Did you mean 'link'?"],
    ['channels:\n  x:\n    limit: 900\n', "3:5: error: unknown key 'limit' in x", ''],
    ['channels:\n  atom: { link: true }\n', "2:11: error: unknown key 'link' in atom", 'Remove it.'],
    ['channels:\n  x: { parts: [lwas] }\n', "2:16: error: unknown part 'lwas'", "Did you mean 'laws'?"],
    ['channels:\n  x: { parts: [] }\n', '2:8: error: parts is empty, so x prints nothing', 'List the parts'],
    ['channels:\n  x: { link: yes }\n', '2:14: error: link must be true or false', ''],
    ['channels:\n  x: { hashtags: AI }\n', '2:18: error: hashtags must be true, false or a list of words', ''],
    ['channels:\n  mastodon: { limit: 20 }\n', '2:22: error: limit must be a whole number from 100', ''],
    ['channels: x\n', '1:11: error: channels must be a list of channels, or a mapping', ''],
  ])('%j', async (yaml, message, advice) => {
    const path = file(dir, 'copydesk.yaml', yaml);
    const result = await copydesk(['render', join(dir, 'a.md'), '--to', 'x']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(advice);
    expect(result.stderr).toContain(`${path}:${message}`);
  });
});

describe('the settings of a channel', () => {
  const front = 'headline: Lab Opens\nsource: The Lab\nurl: https://lab.example/a\ntopics: [robots]';
  const x = async (...args: string[]) => {
    const path = file(dir, 'b.md', note({ front }));
    const { stdout } = await copydesk(['render', path, '--to', 'x', ...args]);
    return JSON.parse(stdout).posts as string[];
  };
  test('apply to --to, and options replace them', async () => {
    file(dir, 'copydesk.yaml', 'channels: { x: { parts: [headline, laws], link: true, hashtags: true } }\n');
    expect(await x()).toEqual([
      'Lab Opens\n\nABAB News · Cognitive Laws\n\nNot this, but that.\n\nhttps://lab.example/a\n\n#robots',
    ]);
    expect(await x('--parts', 'headline, body')).toEqual([
      'Lab Opens\n\nA lab opened.\n\nhttps://lab.example/a\n\n#robots',
    ]);
  });
  test('of another channel do not', async () => {
    file(dir, 'copydesk.yaml', 'channels: { telegram: { parts: [headline] } }\n');
    expect((await x()).join('')).toContain('A lab opened.');
  });
});

test('docs/channels.md lists every setting with the channels that take it', () => {
  const page = readFileSync('docs/channels.md', 'utf8');
  for (const setting of new Set(FORMATS.flatMap(({ settings = [] }) => settings)))
    expect(page).toMatch(new RegExp(`^\\| \`${setting}\` `, 'm'));
});
