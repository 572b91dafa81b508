import { describe, expect, test } from 'vitest';
import { type Diagnostic, render } from '../../src/index.ts';

/*
 * Advice that works: what each message says to write is written, and the note then reads. One slip is one message.
 */
const REST = '---\n\nText.\n\n## Insight\n\nI.\n\n## Laws\n\n- L.\n';
const front = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n${REST}`;

/** Follows the advice of a diagnostic as a writer would, by the form of the advice. */
function follow(text: string, { advice = '', message, span }: Diagnostic): string {
  const at = (replacement: string) => text.slice(0, span.start) + replacement + text.slice(span.end);
  const line = /(?:Quote the value|Remove the spaces|and a space): ((.+?): .+)$/.exec(advice);
  if (line) {
    const [, written = '', key = ''] = line;
    return text.replace(new RegExp(`^ *${key} *[:：].*(?:\\n +[^\\n]*(?<!:.*))?$`, 'm'), () => written);
  }
  const meant = /^Did you mean '(.+)'\?$/.exec(advice)?.[1];
  if (meant !== undefined) {
    const wrong = /'(.+?)'/.exec(message)?.[1] ?? '';
    return at(text.slice(span.start, span.end).replace(wrong, meant));
  }
  if (advice.startsWith('Start each item of a list with a hyphen')) return text.replace(/^( *)\* /gm, '$1- ');
  if (advice === "Use three hyphens: '---'.") return text.replaceAll(text.slice(span.start, span.end), '---');
  if (advice === "Write '---' above the first key and below the last one.") {
    const keys = /^(?:[a-z]+: .*\n)+/.exec(text)?.[0] ?? '';
    return `---\n${keys}---\n${text.slice(keys.length).replace(/^---\n/, '')}`;
  }
  const value = /^(?:Write|Add .*?, such as) (\S+?)(?:\.| or .*)$/.exec(advice)?.[1];
  if (value !== undefined) return at(value);
  throw new Error(`the test cannot follow: ${advice}`);
}

const long = `'${'A Harbor That Never Sleeps '.repeat(4)}Wakes'`;

describe('a message', () => {
  test.each<[name: string, text: string, message: string, fixed: string]>([
    [
      'an apostrophe in single quotes',
      front("headline: 'Port's Opening'", 'source: X'),
      'unexpected text after the value',
      `headline: "Port's Opening"`,
    ],
    [
      'quotation marks in double quotes',
      front('headline: "Port "Opens" Again"', 'source: X'),
      'unexpected text after the value',
      `headline: 'Port "Opens" Again'`,
    ],
    [
      'a quotation at the start',
      front("headline: 'Stop' and Go", 'source: X'),
      'unexpected text after the value',
      `headline: "'Stop' and Go"`,
    ],
    [
      'a quotation at the start and one at the end',
      front("headline: 'Stop' She Said 'Go'", 'source: X'),
      'unexpected text after the value',
      `headline: "'Stop' She Said 'Go'"`,
    ],
    [
      'a long value',
      front(`headline: ${long} Up`, 'source: X'),
      'unexpected text after the value',
      `headline: "${long} Up"`,
    ],
    [
      'an indented key',
      front('headline: Port Opens', ' source: Port'),
      "the key 'source' is indented",
      '\nsource: Port\n',
    ],
    [
      'a colon in a value',
      front('headline: Port: Opens', 'source: X'),
      'a colon inside the value makes YAML read it as a key',
      'headline: "Port: Opens"',
    ],
    [
      'a star below a headline',
      front('id: urn:x:y', 'headline:', '  * bar', 'source: X'),
      'YAML reads a value that starts with * as an alias',
      'headline: "* bar"',
    ],
    [
      'stars for a list',
      front('headline: H', 'source: X', 'topics:', '  * ports', '  * trade'),
      'YAML reads a value that starts with * as an alias',
      '  - ports\n  - trade',
    ],
    [
      'an ampersand',
      front('headline: H', 'source: & Sons'),
      'YAML reads a value that starts with & as an anchor',
      'source: "& Sons"',
    ],
    [
      'an ampersand in a word',
      front('headline: H', 'source: &Sons'),
      'YAML reads a value that starts with & as an anchor',
      'source: "&Sons"',
    ],
    [
      'a star in a word',
      front('headline: *Port Opens', 'source: X'),
      'YAML reads a value that starts with * as an alias',
      'headline: "*Port Opens"',
    ],
    [
      'an at sign',
      front('headline: "@home"', 'source: @home'),
      'a value cannot start with this character',
      'source: "@home"',
    ],
    [
      'a full-width colon',
      front('headline：港口开放', 'source: X'),
      "full-width colon after the key 'headline'",
      'headline: 港口开放',
    ],
    [
      'a colon without a space',
      front('headline:Port', 'source: X'),
      "missing space after the colon of 'headline'",
      'headline: Port',
    ],
    ['a key with a capital', front('Headline: H', 'source: X'), "unknown key 'Headline'", '\nheadline: H'],
    ['a misspelt key', front('headline: H', 'sorce: X'), "unknown key 'sorce'", '\nsource: X'],
    ['a key in the singular', front('headline: H', 'source: X', 'tag: ports'), "unknown key 'tag'", '\ntags: ports'],
    [
      'a typographic fence',
      `—\nheadline: H\nsource: X\n—${REST.slice(3)}`,
      "front matter fence is '—'",
      '---\nheadline',
    ],
    [
      'a fence of en dashes',
      `–––\nheadline: H\nsource: X\n–––${REST.slice(3)}`,
      "front matter fence is '–––'",
      '---\nheadline',
    ],
    [
      'no fence',
      `headline: H\nsource: X\n${REST.slice(3)}`,
      'missing front matter fence',
      '---\nheadline: H\nsource: X\n---',
    ],
    [
      'no opening fence',
      `headline: H\nsource: X\n${REST}`,
      'missing front matter fence',
      '---\nheadline: H\nsource: X\n---',
    ],
    [
      'a date in words',
      front('headline: H', 'source: X', 'date: 4 March 2026'),
      'date is not in ISO 8601 format',
      'date: 2026-03-04',
    ],
    [
      'a date in American order',
      front('headline: H', 'source: X', 'date: Mar. 4, 2026'),
      'date is not in ISO 8601 format',
      'date: 2026-03-04',
    ],
    [
      'a date in Chinese',
      front('headline: H', 'source: X', 'date: 2026年3月4日'),
      'date is not in ISO 8601 format',
      'date: 2026-03-04',
    ],
    [
      'a date with full stops',
      front('headline: H', 'source: X', 'date: 04.03.2026'),
      'date is not in ISO 8601 format',
      'date: 2026-03-04',
    ],
    [
      'a date of two readings',
      front('headline: H', 'source: X', 'date: 03/04/2026'),
      'date is not in ISO 8601 format',
      'date: 2026-04-03',
    ],
    [
      'a date as git prints it',
      front('headline: H', 'source: X', 'date: 2024-04-18 18:50:16 +0800'),
      'date is not in ISO 8601 format',
      'date: 2024-04-18T18:50:16+08:00',
    ],
    [
      'a time without an offset',
      front('headline: H', 'source: X', 'date: 2026-03-04 09:00'),
      'date has no UTC offset',
      'date: 2026-03-04T09:00:00Z',
    ],
    [
      'a day without a time',
      front('headline: H', 'source: X', 'date: 2026-03-04'),
      'date has no time or UTC offset',
      'date: 2026-03-04T09:00:00Z',
    ],
    [
      'an embargo without a time',
      front('headline: H', 'source: X', 'embargo: 2020-03-04'),
      'embargo has no time or UTC offset',
      'embargo: 2020-03-04T09:00:00Z',
    ],
    [
      'a URL with one slash',
      front('headline: H', 'source: https:/port.example'),
      "malformed URL 'https:/port.example'",
      'source: https://port.example',
    ],
    [
      'a host alone with one slash',
      front('headline: H', 'source: https:/port'),
      "malformed URL 'https:/port'",
      'source: https://port',
    ],
    [
      'laws in the singular',
      front('headline: H', 'source: X').replace('Laws', 'Law'),
      "unknown section 'Law'",
      '## Laws',
    ],
    [
      'a misspelt section',
      front('headline: H', 'source: X').replace('## Insight', '## Insights'),
      "unknown section 'Insights'",
      '## Insight\n',
    ],
    [
      'a misspelt section below another',
      front('headline: H', 'source: X').replace('## Laws', '### Cognitive Law'),
      "unknown section 'Cognitive Law'",
      '### Cognitive Laws',
    ],
  ])('about %s gives advice that works', (_, text, message, fixed) => {
    const { diagnostics } = render(text);
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
    const [diagnostic] = diagnostics;
    const followed = diagnostic ? follow(text, diagnostic) : '';
    expect(followed).toContain(fixed);
    const again = render(followed);
    expect(again.text, JSON.stringify(again.diagnostics.map(({ message, advice }) => [message, advice]))).toBeDefined();
    expect(again.diagnostics.filter(({ rule }) => rule !== 'date-without-offset')).toEqual([]);
  });

  test.each(['31/02/2026', '2026-02-29', '2026-13-45', 'June 31, 2026', '2026-06-31T09:00:00Z'])(
    'says that the day of %s does not exist',
    (date) => {
      expect(render(front('headline: H', 'source: X', `date: ${date}`)).diagnostics).toMatchObject([
        { message: `no such day '${date}'`, advice: 'Correct the day or the month.' },
      ]);
    },
  );

  test('says that a time does not exist', () => {
    expect(render(front('headline: H', 'source: X', 'date: 2026-03-04T25:00:00Z')).diagnostics).toMatchObject([
      { message: "no such time '2026-03-04T25:00:00Z'" },
    ]);
  });

  test.each(['+++\ntitle = "H"\n+++\n\nText.\n', ';;;\n{ "title": "H" }\n;;;\n\nText.\n'])(
    'refuses front matter that is not YAML: %j',
    (text) => {
      expect(render(text).diagnostics).toMatchObject([
        { severity: 'fatal', advice: "Write YAML, such as 'headline: …', between two '---' lines." },
      ]);
    },
  );

  test('recognises the JSON output of copydesk', () => {
    const json = render(front('headline: H', 'source: X'), { to: 'json' }).text ?? '';
    expect(render(json, { path: '<stdin>' }).diagnostics).toMatchObject([
      { severity: 'fatal', message: 'this is the JSON output of copydesk, not a note' },
    ]);
  });

  test('points to an empty source', () => {
    expect(render(front('headline: H', 'source:')).diagnostics).toMatchObject([
      { message: 'missing source', span: { start: 16, end: 22 } },
    ]);
  });

  test('advises to wait for the end of an embargo', () => {
    const [diagnostic] = render(front('headline: H', 'source: X', 'embargo: 2030-01-01T00:00:00Z'), {
      now: 0,
    }).diagnostics;
    expect(diagnostic?.advice).toMatch(/^Wait until then, or run/);
  });

  test('names headings and labels in the language of the note', () => {
    const { diagnostics } = render('---\nheadline: 港口夜间开放\nlang: zh\n---\n\n港口周一开放。\n');
    expect(diagnostics.map(({ advice }) => advice)).toEqual([
      "Write 'source: …' in the front matter or '来源：…' as the last line of the body.",
      "Write it under a heading '## 洞察'.",
      "Write them as a list under a heading '## 认知定律'.",
    ]);
  });

  test.each([
    'Note: the port opens.\n',
    'Source: a spring in the hills.\n\nIt rises early.\n',
    'title: a word\nof our own\n',
    '—\n\nA dash.\n',
  ])('does not take prose for front matter: %j', (text) => {
    expect(render(text).diagnostics.map(({ rule }) => rule)).not.toContain('front-matter-fence');
  });
});
