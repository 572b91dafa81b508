import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { email, wechat } from '../../../src/write/channels/formats.ts';
import { house } from '../fixtures.ts';
import { ATTACKS, hostileStory } from '../html/hostile.ts';
import { attribute, elementsOf, textOf } from './html-text.ts';
import { expectAllowed } from './wechat-rules.ts';

const story = (attack: string): Article => ({ ...hostileStory(attack), url: 'https://a.example/b', lang: 'en' });

/** The story in pieces, each short enough for WeChat. */
function pieces(attack: string): readonly Article[] {
  const { body, insight, laws, sections, ...rest } = story(attack);
  const none = { ...rest, body: [], insight: [], laws: [], sections: [] };
  return [
    { ...none, body },
    { ...none, insight },
    { ...none, laws },
    { ...none, sections },
  ];
}

describe.each(ATTACKS)('%j everywhere', (attack) => {
  test('is text for WeChat', () => {
    for (const piece of pieces(attack)) {
      const html = wechat.write(piece, house(), {});
      expectAllowed(html);
      expect(textOf(html)).toContain(attack);
    }
  });
  test('is text in an e-mail, whose header has no other field', async () => {
    const { headers, subject, text, html = '' } = await PostalMime.parse(email.write(story(attack), house(), {}));
    const own = ['subject', 'message-id', 'content-language', 'x-unsent', 'mime-version', 'content-type'];
    expect(headers.map(({ key }) => key).filter((key) => !own.includes(key))).toEqual([]);
    expect(subject).toBe(attack.replace('\t', ' '));
    expect(text).toContain(attack);
    const elements = elementsOf(html);
    expect(elements.filter(({ tagName }) => /^(?:script|svg|iframe|title\w)$/.test(tagName))).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on')))).toEqual([]);
    for (const element of elements) {
      const url = attribute(element, 'href') ?? attribute(element, 'src');
      if (url !== undefined) expect(['https:', 'http:', 'mailto:']).toContain(new URL(url).protocol);
    }
    expect(elements.find(({ tagName }) => tagName === 'h1') ?? '').not.toBe('');
    expect(textOf(html)).toContain(attack);
  });
});
