import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';

const long = note({ body: 'A lab opened at night. '.repeat(200).trim() });

describe('a story that a channel has no room for', () => {
  test('is an error at the note, and other notes and formats go on', async () => {
    const root = folder();
    file(root, 'n/a.md', note());
    const path = file(root, 'n/b.md', long);
    const out = join(root, 'out');
    const result = await copydesk(['render', join(root, 'n'), '--to', 'linkedin', '--to', 'text', '-d', out]);
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(
      new RegExp(`^${path}:1:1: error: linkedin: 1,\\d+ characters over 3,000 \\[does-not-fit\\]`),
    );
    expect(result.stderr).toContain('Shorten the story, or choose parts of it with --parts.');
    expect(result.stderr).toMatch(/2 notes: 1 written, 1 failed\n$/);
    expect(existsSync(join(out, 'a.linkedin.txt'))).toBe(true);
    expect(existsSync(join(out, 'b.linkedin.txt'))).toBe(false);
    expect(existsSync(join(out, 'b.txt'))).toBe(true);
  });
  test('prints nothing', async () => {
    const result = await copydesk(['render', '--to', 'linkedin'], { stdin: long });
    expect(result).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('the extension sets the format', () => {
  test.each([
    ['a.json', /"headline"/],
    ['a.telegram.json', /"messages"/],
    ['a.x.json', /"posts"/],
    ['a.BLUESKY.json', /app\.bsky/],
    ['a.x.txt', /^Lab Opens\n\nA lab opened/],
    ['a.slack.json', /"blocks"/],
    ['a.discord.json', /"embeds"/],
    ['a.linkedin.txt', /^Lab Opens\n\nA lab opened/],
    ['a.wechat.html', /^<section style="/],
    ['a.eml', /^Subject: Lab Opens\r\n/],
    ['a.html', /^<!doctype html>/],
    ['a.txt', /^Lab Opens\nA lab opened/],
    ['x.json', /"headline"/],
  ])('%s', async (name, expected) => {
    const root = folder();
    const out = join(root, name);
    const result = await copydesk(['render', file(root, 'a.md', note()), '-o', out]);
    expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8')).toMatch(expected);
  });
});

describe('the template of a channel', () => {
  const posts = async (template: string, to: string) => {
    const root = folder();
    const path = join(root, 't.hbs');
    writeFileSync(path, template);
    return copydesk(['render', '--to', to, '--template', path], { stdin: note() });
  };
  test('has tags for formatting, and knows the channel', async () => {
    const template = '<b>{{headline}}</b>\n{{#if channel.x}}On X{{else}}<i>Not on X</i>{{/if}}\n';
    expect(JSON.parse((await posts(template, 'x')).stdout)).toEqual({ posts: ['Lab Opens\nOn X'] });
    expect(JSON.parse((await posts(template, 'telegram')).stdout)).toEqual({
      messages: [
        {
          text: 'Lab Opens\nNot on X',
          entities: [
            { type: 'bold', offset: 0, length: 9 },
            { type: 'italic', offset: 10, length: 8 },
          ],
        },
      ],
    });
  });
  test('knows no other channel', async () => {
    const result = await posts('{{#if channel.twitter}}a{{/if}}', 'x');
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/'channel' has no 'twitter'/);
  });
  test('of a house is the one for every channel', async () => {
    const root = folder();
    file(root, 'desk/house.yaml', 'extends: abab\n');
    file(root, 'desk/post.channel.hbs', '{{headline}}!\n');
    const result = await copydesk(['render', '--to', 'mastodon', '--house', join(root, 'desk')], { stdin: note() });
    expect(JSON.parse(result.stdout)).toEqual({ posts: ['Lab Opens!'] });
  });
});

describe('a follow-up', () => {
  const front = 'headline: Lab Opens\nsource: The Lab\nurl: https://a.example/lab';
  const corrections = 'corrections:\n  - { date: 2026-05-08, text: It was Tuesday. }';
  test('is written beside the post', async () => {
    const root = folder();
    const path = file(root, 'a.md', note({ front: `${front}\n${corrections}` }));
    const out = join(root, 'out');
    expect((await copydesk(['render', path, '--to', 'x', '-d', out])).code).toBe(0);
    expect((await copydesk(['render', path, '--to', 'x', '--to', 'discord', '-d', out, '--follow-up'])).code).toBe(0);
    expect(JSON.parse(readFileSync(join(out, 'a.follow-up.x.json'), 'utf8'))).toEqual({
      posts: ['Correction (May 8, 2026): It was Tuesday.\n\nhttps://a.example/lab'],
    });
    expect(readFileSync(join(out, 'a.x.json'), 'utf8')).toContain('A lab opened.');
    expect(existsSync(join(out, 'a.follow-up.discord.json'))).toBe(true);
  });
  test('that does not exist is one error for all channels', async () => {
    const root = folder();
    const path = file(root, 'a.md', note({ front }));
    const args = ['--to', 'x', '--to', 'discord', '-d', join(root, 'out'), '--follow-up'];
    const { code, stderr } = await copydesk(['render', path, ...args]);
    expect(code).toBe(1);
    expect(stderr.match(/no correction to follow up/g)).toHaveLength(1);
  });
  test('is not said to lose the links of the story', async () => {
    const stdin = note({
      front: `headline: Lab Opens\nsource: The Lab\n${corrections}`,
      body: 'A lab [opened](night.html).',
    });
    expect((await copydesk(['render', '--to', 'x'], { stdin })).stderr).toContain('[lost-link]');
    expect(await copydesk(['render', '--to', 'x', '--follow-up'], { stdin })).toMatchObject({ code: 0, stderr: '' });
  });
  test('of a withdrawn story needs no --force, and one under embargo does', async () => {
    const withdrawn = note({ front: `${front}\nstatus: withdrawn` });
    const result = await copydesk(['render', '--to', 'x', '--follow-up'], { stdin: withdrawn });
    expect(JSON.parse(result.stdout)).toEqual({ posts: ['Withdrawn: Lab Opens\n\nhttps://a.example/lab'] });
    const early = note({ front: `${front}\n${corrections}\nembargo: 2999-05-08T09:00:00Z` });
    expect((await copydesk(['render', '--to', 'x', '--follow-up'], { stdin: early })).code).toBe(1);
  });
  test.each<[readonly string[], RegExp, number]>([
    [['--to', 'html'], /'--follow-up' applies only to channels\n {2}Use --to with telegram, x,/, 2],
    [['--to', 'atom'], /'--follow-up' applies only to channels/, 2],
    [['--to', 'index'], /'--follow-up' applies only to channels/, 2],
    [['--to', 'x', '--template', 't.hbs'], /'--template' cannot be used with '--follow-up'/, 2],
    [['--to', 'x'], /no correction to follow up \[no-follow-up\]/, 1],
  ])('%j is refused', async (args, message, code) => {
    const result = await copydesk(['render', ...args, '--follow-up'], { stdin: note() });
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(message);
  });
  test('of a folder leaves out the stories without a correction, and counts them', async () => {
    const root = folder();
    file(root, 'n/a.md', note({ front: `${front}\n${corrections}` }));
    const path = file(root, 'n/b.md', note());
    const args = ['--to', 'x', '--follow-up', '-d', join(root, 'out')];
    const result = await copydesk(['render', join(root, 'n'), ...args]);
    expect(result).toEqual({ code: 0, stdout: '', stderr: '2 notes: 1 written, 1 without a correction\n' });
    expect(existsSync(join(root, 'out/a.follow-up.x.json'))).toBe(true);
    expect(existsSync(join(root, 'out/b.follow-up.x.json'))).toBe(false);
    expect(await copydesk(['render', path, ...args])).toMatchObject({ code: 1 });
  });
  test('has a template of the house', async () => {
    const root = folder();
    file(root, 'desk/house.yaml', 'extends: abab\n');
    file(root, 'desk/follow-up.channel.hbs', '{{#each newest}}Sorry: {{text}}{{/each}}\n');
    const stdin = note({ front: `${front}\n${corrections}` });
    const result = await copydesk(['render', '--to', 'x', '--follow-up', '--house', join(root, 'desk')], { stdin });
    expect(JSON.parse(result.stdout)).toEqual({ posts: ['Sorry: It was Tuesday.'] });
  });
});

test('a post on a channel needs no image files', async () => {
  const root = folder();
  const front = 'headline: Lab Opens\nsource: The Lab\nimage: { url: none.png, alt: A lab }';
  const path = file(root, 'a.md', note({ front }));
  const result = await copydesk(['render', path, '--to', 'x', '-d', join(root, 'out')]);
  expect(result).toMatchObject({ code: 0, stderr: '' });
});

describe('wechat and email', () => {
  const front = 'headline: Port Authority Sells Its Waiting Time\nsource: The Lab';
  test('what an editor has to do is a warning each time, and the post is written', async () => {
    const root = folder();
    const path = file(root, 'a.md', note({ front }));
    for (let run = 0; run < 2; run++) {
      const result = await copydesk(['render', path, '--to', 'wechat', '-d', join(root, 'out')]);
      expect(result.code).toBe(0);
      expect(result.stderr).toContain(`${path}:2:11: warning: wechat: headline is 5 characters over 32 [does-not-fit]`);
      expect(result.stderr).toContain("Give WeChat's editor a shorter title; the post has the whole headline.");
    }
    expect(readFileSync(join(root, 'out/a.wechat.html'), 'utf8')).toContain('Port Authority Sells Its Waiting Time');
  });
  test.each(['wechat', 'email'])('the style sheet of a house goes to the elements of %s', async (to) => {
    const root = folder();
    file(root, 'desk/house.yaml', 'extends: abab\n');
    file(root, `desk/style.${to}.html.hbs`, 'h2 { color: #{{lang}}{{lang}}00 }\n');
    const result = await copydesk(['render', '--to', to, '--house', join(root, 'desk')], { stdin: note() });
    expect(result.stderr).toBe('');
    expect(result.stdout).toMatch(/<h2 style=(?:3D)?"color:#enen00">ABAB AI Insight/);
  });
  test.each(['wechat', 'email'])('a template for %s escapes, and its names are checked', async (to) => {
    const root = folder();
    const path = file(root, 't.hbs', '<p>{{headline}} {{slug}} {{channel.email}}</p>');
    const stdin = note({ front: 'headline: A <b> & c\nsource: The Lab\nslug: a' });
    const result = await copydesk(['render', '--to', to, '--template', path], { stdin });
    expect(result.stdout).toContain(`<p>A &lt;b&gt; &amp; c a ${to === 'email'}</p>`);
    writeFileSync(path, '{{headlin}}');
    const wrong = await copydesk(['render', '--to', to, '--template', path], { stdin });
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain("unknown name 'headlin'");
  });
  test('a partial for every format reaches them', async () => {
    const root = folder();
    file(root, 'desk/house.yaml', 'extends: abab\n');
    file(root, 'desk/post.email.html.hbs', '{{> sign}}');
    file(root, 'desk/sign.hbs', '<p>By the desk</p>');
    const result = await copydesk(['render', '--to', 'email', '--house', join(root, 'desk')], { stdin: note() });
    expect(result.stdout).toContain('<p>By the desk</p>');
  });
  test('a relative URL in an e-mail is an error at the URL, and not also a lost link', async () => {
    const result = await copydesk(['render', '--to', 'email'], { stdin: note({ body: 'See [it](b.pdf).' }) });
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain(
      "<stdin>:6:10: error: email: relative URL 'b.pdf' needs the url of the story [relative-url]",
    );
    expect(result.stderr).not.toContain('lost-link');
  });
  test('a URL that is too long for a post is an error at the URL', async () => {
    const body = `See https://b.example/${'b'.repeat(320)}.`;
    const result = await copydesk(['render', '--to', 'bluesky'], { stdin: note({ body }) });
    expect(result.stderr).toContain('<stdin>:6:5: error: bluesky: a URL of 338 characters does not fit');
  });
});
