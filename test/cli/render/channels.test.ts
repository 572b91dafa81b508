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
    ['a.slack.json', /"blocks"/],
    ['a.discord.json', /"embeds"/],
    ['a.linkedin.txt', /^Lab Opens\n\nA lab opened/],
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
    [['--to', 'x', '--template', 't.hbs'], /'--template' cannot be used with '--follow-up'/, 2],
    [['--to', 'x'], /no correction to follow up \[no-follow-up\]/, 1],
  ])('%j is refused', async (args, message, code) => {
    const result = await copydesk(['render', ...args, '--follow-up'], { stdin: note() });
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(message);
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
