import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { copydesk, file, folder } from '../program.ts';

type Front = Readonly<Record<string, string>>;

function note(body: string, front: Front): string {
  const fields = Object.entries({ headline: 'News', source: 'Newswire', ...front });
  return `---\n${fields.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n${body}\n`;
}

const english = (front: Front = {}) =>
  note('The lab has 40 robots and cost 120 million yuan.', { id: 'a', lang: 'en', ...front });
const chinese = (front: Front = {}) =>
  note('实验室有 40 台机器人，耗资 1200 万元。', { id: 'a', lang: 'zh', ...front });
const ANY = 'translation-number,translation-date,translation-name,translation-count';

/** The warnings of a run as `file: message. advice`. */
async function found(args: readonly string[], stdin?: string): Promise<readonly string[]> {
  const { stdout } = await copydesk(['check', ...args, '--report', 'json'], stdin === undefined ? {} : { stdin });
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: Diagnostic[] }[] };
  return files.flatMap(({ path: name, findings }) =>
    findings
      .filter(({ rule, severity }) => rule.startsWith('translation-') && severity === 'warning')
      .map(({ message, advice }) => `${name.split('/').pop()}: ${message}. ${advice?.replace(/\S*\//g, '')}`),
  );
}

const WRONG = "number '1200 万元' is not in the first version. Compare";

describe('two notes of one id in two languages', () => {
  test('are compared in a run over a folder: the second with the first', async () => {
    const root = folder();
    file(root, 'one.md', english());
    file(root, 'two.md', chinese());
    expect(await found([root])).toEqual([`two.md: ${WRONG} one.md:8:32: '120 million yuan'.`]);
  });

  test('are compared in the order in which they are named', async () => {
    const root = folder();
    const [one, two] = [file(root, 'one.md', english()), file(root, 'two.md', chinese())];
    expect(await found([two, one])).toEqual([
      "one.md: number '120 million yuan' is not in the first version. Compare two.md:8:17: '1200 万元'.",
    ]);
    expect(await found([one, two, one])).toHaveLength(1);
  });

  test('are compared if one is checked alone and their names say so', async () => {
    const root = folder();
    file(root, 'story.md', english());
    const path = file(root, 'story.zh.md', chinese());
    const finding = `story.zh.md: ${WRONG} story.md:8:32: '120 million yuan'.`;
    expect(await found([path])).toEqual([finding]);
    expect(await found(['-', '--stdin-filepath', path], chinese())).toEqual([finding]);
    expect(await found([path, join(root, 'story.md')])).toEqual([finding]);
    expect(await found([join(root, 'story.md')])).toEqual([]);
    expect(await found([root])).toEqual([finding]);
  });

  test('are compared if both names have a language', async () => {
    const root = folder();
    file(root, 'story.en.md', english());
    expect(await found([file(root, 'story.zh-Hans.md', chinese())])).toHaveLength(1);
    expect(await found([join(root, 'story.en.md')])).toEqual([]);
  });

  test('are not compared without an id, with another id or in the same language', async () => {
    const root = folder();
    for (const [name, front] of Object.entries({ none: { id: '' }, other: { id: 'b' } })) {
      file(root, `${name}/story.md`, english());
      file(root, `${name}/story.zh.md`, chinese(front));
    }
    file(root, 'same/one.md', english());
    file(root, 'same/two.md', english().replace('40', '50'));
    expect(await found([root])).toEqual([]);
  });

  test('may have an id that is a number, a byte order mark and no lang', async () => {
    const root = folder();
    file(root, 'one.md', `\ufeff${english({ id: '2026' })}`);
    file(root, 'two.md', `\ufeff${chinese({ id: '2026' }).replace('lang: zh\n', '')}\n## 洞察\n\n它在转动。\n`);
    expect(await found([root])).toEqual([`two.md: ${WRONG} one.md:8:32: '120 million yuan'.`]);
  });

  test('may be three: all others are held to the first', async () => {
    const root = folder();
    file(root, 'story.md', english());
    file(root, 'story.zh.md', chinese().replace('1200 万', '1.2 亿'));
    file(root, 'story.zh-Hant.md', note('實驗室有 40 臺機器人，耗資 1200 萬元。', { id: 'a', lang: 'zh-Hant' }));
    expect(await found([root])).toEqual([
      "story.zh-Hant.md: number '1200 萬元' is not in the first version. Compare story.md:8:32: '120 million yuan'.",
    ]);
  });

  test('do not stop the run if the first cannot be read', async () => {
    const root = folder();
    file(root, 'story.md', Uint8Array.from([0x2d, 0xff]));
    file(root, 'story.zh.md', chinese());
    file(root, 'zebra.md', english());
    expect(await found([root])).toEqual([
      "zebra.md: number '120 million yuan' is not in the first version. Compare story.zh.md:8:17: '1200 万元'.",
    ]);
  });

  test('may be YAML and stdin', async () => {
    const root = folder();
    const yaml = file(root, 'a.yaml', 'headline: News\nsource: Wire\nid: a\nlang: zh\nbody: 实验室耗资 1200 万元。\n');
    expect(await found(['-', yaml], english())).toEqual([`a.yaml: ${WRONG} <stdin>:8:32: '120 million yuan'.`]);
  });
});

describe('a finding about another version', () => {
  test('can be suppressed, made an error and recorded', async () => {
    const root = folder();
    file(root, 'story.md', english());
    const path = file(root, 'story.zh.md', chinese());
    file(root, 'house/house.yaml', 'extends: abab-zh\nseverities:\n  translation-number: error\n');
    const failed = await copydesk(['check', path, '--house', join(root, 'house'), '--rule', ANY]);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('error: number');
    const known = join(root, 'known.json');
    expect((await copydesk(['check', path, '--rule', ANY, '--baseline', known])).code).toBe(0);
    const again = await copydesk(['check', path, '--rule', ANY, '--baseline', known]);
    expect(again.stderr).toContain('in the baseline');
    file(root, 'story.zh.md', chinese().replace('实验', '<!-- copydesk-ignore translation-number: ours -->\n\n实验'));
    expect(await found([path])).toEqual([]);
  });

  test('is left after a fix, and counted by an audit', async () => {
    const root = folder();
    file(root, 'story.md', english());
    const path = file(root, 'story.zh.md', chinese().replace('。', '.'));
    const fixed = await copydesk(['check', '--fix', root]);
    expect(fixed.stdout).toContain('[translation-number]');
    expect(fixed.stderr).toContain('fixed');
    const audit = await copydesk(['check', '--audit', path]);
    expect(audit.stdout).toContain('translation-number');
  });

  test('is found among staged notes, as the index has them', async () => {
    const root = folder();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
    git('init', '-q');
    file(root, 'one.md', english());
    file(root, 'two.md', chinese());
    git('add', '.');
    file(root, 'one.md', 'gone');
    const before = process.cwd();
    process.chdir(root);
    try {
      const { stdout } = await copydesk(['check', '--staged', '--rule', ANY], { environment: process.env });
      expect(stdout).toContain("Compare one.md:8:32: '120 million yuan'.");
    } finally {
      process.chdir(before);
    }
  });
});
