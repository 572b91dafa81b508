import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { check, fix } from '../../../src/index.ts';
import { copydesk, file, folder, note } from '../program.ts';

let dir = '';
beforeEach(() => {
  dir = folder();
});

const long = 'A lab opened at night. '.repeat(200).trim();
const RULES = ['--rule', 'does-not-fit,lost-link'];
const checked = (yaml: string, text: string, ...args: string[]) => {
  file(dir, 'copydesk.yaml', yaml);
  return copydesk(['check', file(dir, 'a.md', text), ...(args.length > 0 ? args : RULES)]);
};

describe('does-not-fit', () => {
  test('says what a channel cannot publish, at the headline, and how long each part is', async () => {
    const result = await checked('channels: [html, linkedin, x]\n', note({ body: long }));
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/a\.md:2:11: error: linkedin: 1,\d+ characters over 3,000 \[does-not-fit\]/);
    expect(result.stdout).toContain('Characters: headline 9, body 4,599, source 15, insight 26, laws 47.');
    expect(result.stderr).toContain('1 error');
  });
  test.each([
    ['no channels', 'house: abab\n', note({ body: long })],
    ['another channel', 'channels: [telegram]\n', note({ body: long })],
    ['parts that fit', 'channels: { linkedin: { parts: [headline, laws] } }\n', note({ body: long })],
    ['a post that fits', 'channels: [linkedin]\n', note()],
  ])('is silent about %s', async (_, yaml, text) => {
    expect(await checked(yaml, text)).toMatchObject({ code: 0, stdout: '' });
  });
  test.each([
    ['channels: { x: { link: true } }\n', 'x: a post that ends with a link needs the url of the story'],
    ['channels: { x: { parts: [dek] } }\n', 'x: the story has none of the parts that are printed'],
    ['channels: [ninjs]\n', 'ninjs: '],
    ['channels: [atom]\n', 'atom: a feed needs the id or the url of the story'],
  ])('%j', async (yaml, message) => {
    const { code, stdout } = await checked(yaml, note());
    expect([code, stdout]).toEqual([1, expect.stringContaining(`error: ${message}`)]);
  });
  test.each(['email', 'atom'])('a relative URL in %s is reported at the URL', async (channel) => {
    const front = 'headline: Lab Opens\nsource: The Lab\nid: urn:lab:1\ndate: 2026-05-07T09:00:00Z';
    const { stdout } = await checked(`channels: [${channel}]\n`, note({ front, body: 'A lab [opened](night.html).' }));
    expect(stdout).toMatch(/a\.md:8:16: error: (?:email|atom): relative URL 'night\.html'/);
    expect(stdout).not.toContain('lost-link');
  });
  test('a feed lists no drafts', async () => {
    const front = 'headline: Lab Opens\nsource: The Lab\nstatus: draft';
    expect(await checked('channels: [atom]\n', note({ front }))).toMatchObject({ code: 0, stdout: '' });
  });
  test('no channel gets a withdrawn story', async () => {
    const front = 'headline: Lab Opens\nsource: The Lab\nstatus: withdrawn';
    const text = note({ front, body: 'A lab [opened](night.html).' });
    expect(await checked('channels: { x: { link: true }, atom: }\n', text)).toMatchObject({ code: 0, stdout: '' });
  });
  test('a template that fails is a finding', async () => {
    file(dir, 'desk/house.yaml', 'extends: abab\n');
    file(dir, 'desk/post.channel.hbs', '{{#each insight}}{{> (lookup . "part")}}{{/each}}\n');
    const { code, stdout } = await checked('house: ./desk\nchannels: [x]\n', note());
    expect([code, stdout]).toEqual([1, expect.stringContaining('error: x: ')]);
  });
  test('a comment with a reason suppresses it', async () => {
    const front = '# copydesk-ignore does-not-fit: posted by hand\nheadline: Lab Opens\nsource: The Lab';
    const result = await checked('channels: [linkedin]\n', note({ front, body: long }));
    expect(result).toMatchObject({ code: 0, stdout: '' });
  });
  test('a house sets its severity', async () => {
    const severities = (severity: string) =>
      `house: { severities: { does-not-fit: ${severity} } }\nchannels: [linkedin]\n`;
    const paragraphs = note({ body: long });
    expect((await checked(severities('warning'), paragraphs, '--quiet')).code).toBe(0);
    expect((await checked(severities('off'), paragraphs, '--report', 'json')).stdout).not.toContain('linkedin');
  });
  test('a change of the channels is not hidden by the cache', async () => {
    file(dir, 'a.md', note({ body: long }));
    const run = (yaml: string) => {
      file(dir, 'copydesk.yaml', yaml);
      return copydesk(['check', dir, '--quiet'], { environment: { XDG_CACHE_HOME: dir } });
    };
    expect((await run('channels: [telegram]\n')).stdout).toBe('');
    expect((await run('channels: [linkedin]\n')).stdout).toContain('does-not-fit');
    expect((await run('channels: [linkedin]\n')).stdout).toContain('does-not-fit');
    expect((await run('channels: { linkedin: { parts: [laws] } }\n')).stdout).toBe('');
  });
  test('--fix leaves it, and reports it', async () => {
    const result = await checked('channels: [linkedin]\n', note({ body: `The the lab. ${long}` }), '--fix');
    expect(result.stdout).toContain('does-not-fit');
    expect(readFileSync(`${dir}/a.md`, 'utf8')).toContain(long);
  });
});

describe('lost-link', () => {
  const linking = note({
    body: 'A [lab](/lab.html) opened, as [it says](/lab.html), and a [page](https://lab.example/).',
  });
  test('says where a channel prints a link as text', async () => {
    const { code, stdout } = await checked('channels: [html, telegram, x]\n', linking);
    expect(code).toBe(0);
    expect(stdout).toContain("a.md:6:3: warning: relative link '/lab.html' is printed as text [lost-link]");
    expect(stdout).toContain("Write 'url: https://…' in the front matter, or the full URL here.");
    expect(stdout.match(/\[lost-link\]/g)).toHaveLength(1);
  });
  test.each([
    ['on pages', 'channels: [html]\n', linking],
    ['with a url', 'channels: [x]\n', linking.replace('source:', 'url: https://lab.example/a\nsource:')],
    ['in a part that is left out', 'channels: { x: { parts: [headline, laws] } }\n', linking],
  ])('is silent %s', async (_, yaml, text) => {
    expect((await checked(yaml, text)).stdout).toBe('');
  });
});

describe('the library', () => {
  const channels = { linkedin: {}, x: { link: true } };
  test('checks the channels that it is given', async () => {
    const { findings } = await check(note({ body: long }), { channels, rules: ['does-not-fit'] });
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^linkedin: /),
      expect.stringMatching(/^x: /),
    ]);
    const result = await fix(note({ body: long }), { channels, rules: ['does-not-fit'] });
    expect(result.findings).toHaveLength(2);
  });
  test('refuses an unknown one', async () => {
    await expect(check(note(), { channels: { telegrm: {} } })).rejects.toThrow(
      /^unknown channel 'telegrm'; known channels: markdown, html, /,
    );
  });
});
