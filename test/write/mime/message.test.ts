import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { encodeBody } from '../../../src/write/mime/body.ts';
import { messageId, textField } from '../../../src/write/mime/header.ts';
import { writeMessage } from '../../../src/write/mime/message.ts';

/* Another author's parser reads what is written. */
const runs = { numRuns: Number(process.env.RUNS ?? 300) };

function parse(subject: string, text = 'a', html = '<p>a</p>') {
  return PostalMime.parse(writeMessage({ fields: [textField('Subject', subject)], text, html }));
}

/** Texts with what encodings get wrong. */
const any = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '北京',
        '🚀',
        '=',
        '=20',
        '=?UTF-8?B?YQ==?=',
        ' \n',
        '\t\n',
        '.\n',
        'From a\n',
        '\r\n',
        '--=_copydesk\n',
      ),
      fc.string({ unit: 'grapheme', minLength: 60, maxLength: 200 }),
    ),
  )
  .map((parts) => parts.join(''));

const lines = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n');

test('a body is read as it was, in lines of at most 76 ASCII characters', async () => {
  await fc.assert(
    fc.asyncProperty(any, any, async (text, html) => {
      const message = writeMessage({ fields: [], text, html });
      for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
      expect(message).toMatch(/^[\t\r\n\x20-\x7e]*$/);
      const read = await PostalMime.parse(message);
      expect(lines(read.text ?? '').trimEnd()).toBe(lines(text).trimEnd());
      expect(lines(read.html ?? '').trimEnd()).toBe(lines(html).trimEnd());
    }),
    runs,
  );
});

test('a subject is read as it was, and adds no field', async () => {
  await fc.assert(
    fc.asyncProperty(any, async (subject) => {
      for (const line of textField('Subject', subject).split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
      const { subject: read, headers } = await parse(subject);
      const squeezed = (value: string) => value.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
      expect(squeezed(read ?? '')).toBe(squeezed(subject.toWellFormed()));
      expect(headers.map(({ key }) => key)).toEqual(['subject', 'mime-version', 'content-type']);
    }),
    runs,
  );
});

describe('a subject', () => {
  test.each([
    ['ASCII is printed as it is', 'Lab Opens', 'Subject: Lab Opens'],
    ['a long one is folded at a space', `${'word '.repeat(20)}end`, /^Subject:( word){13}\r\n( word){7} end$/],
    ['other text is encoded', '京', 'Subject: =?UTF-8?B?5Lqs?='],
    ['what looks encoded is encoded', '=?x', 'Subject: =?UTF-8?B?PT94?='],
    ['line ends are spaces', 'a\r\nBcc: b', 'Subject: a Bcc: b'],
    [
      'a long encoded one has whole characters',
      '京'.repeat(30),
      /^Subject: =\?UTF-8\?B\?[\w+/=]+\?=\r\n =\?UTF-8\?B\?/,
    ],
  ])('%s', (_, subject, expected) => {
    const field = textField('Subject', subject);
    if (typeof expected === 'string') expect(field).toBe(expected);
    else expect(field).toMatch(expected);
    for (const line of field.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
  });
});

test('English is quoted-printable, which people can read, and Chinese base64, which is shorter', () => {
  expect(encodeBody('It’s done, said the director of the lab.')).toEqual({
    encoding: 'quoted-printable',
    text: 'It=E2=80=99s done, said the director of the lab.',
  });
  expect(encodeBody('公司发布报告。').encoding).toBe('base64');
  expect(encodeBody('The lab opens: a=b \nIt closes.\t').text).toBe('The lab opens: a=3Db=20\r\nIt closes.=09');
});

describe('the id of a message', () => {
  test.each([
    ['https://news.example/a?b=1', '<https%3A//news.example/a?b=1.en@news.example>'],
    ['urn:uuid:3f0c8a52', '<urn%3Auuid%3A3f0c8a52.en@urn.uri.arpa>'],
    ['tag:news.example,2026:a', '<tag%3Anews.example%2C2026%3Aa.en@news.example>'],
    ['https://user@news.example:8080/', '<https%3A//user%40news.example%3A8080/.en@news.example>'],
    ['urn:news.example:a', '<urn%3Anews.example%3Aa.en@urn.uri.arpa>'],
    ['doi:10.1000/182', '<doi%3A10.1000/182.en@doi.uri.arpa>'],
    ['https://a.example/(x)..y.', '<https%3A//a.example/%28x%29%2E.y%2E.en@a.example>'],
    ['no URI', undefined],
    ['', undefined],
  ])('of %s', (uri, expected) => {
    expect(messageId(uri, 'en')).toBe(expected);
  });
  test('differs between languages', () => {
    expect(messageId('urn:a:b', 'zh-Hans')).toBe('<urn%3Aa%3Ab.zh-Hans@urn.uri.arpa>');
  });
  test('is a msg-id of RFC 5322 for any URI', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (rest) => {
        const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
        const id = messageId(`urn:x:${rest}`, 'en') ?? '';
        expect(id).toMatch(new RegExp(`^<${atom}(?:\\.${atom})*@${atom}(?:\\.${atom})*>$`));
      }),
      runs,
    );
  });
});
