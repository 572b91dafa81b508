import type { House } from '../../model/house.ts';
import { graphemeCount } from '../../typography/index.ts';
import { threadWriter } from './channel.ts';
import { byteCount } from './count.ts';
import { hashtagOf, hashtagsOf } from './hashtags.ts';
import { BLUESKY } from './limits/bluesky.ts';
import type { RichText } from './rich-text.ts';
import { spellOut } from './spell-out.ts';

/** Records of `app.bsky.feed.post`, without the time and the replies that only the sender knows. Links and hashtags are facets. */
export const bluesky = threadWriter({
  name: 'bluesky',
  list: 'posts',
  fits(part, house) {
    const { text } = posted(part, house);
    if (text.length > BLUESKY.bytes.max || byteCount(text) > BLUESKY.bytes.max) return false;
    // Counting graphemes is slow, and no text has more of them than UTF-16 units.
    return text.length <= BLUESKY.graphemes.max || graphemeCount(text) <= BLUESKY.graphemes.max;
  },
  post(part, index, article, house, options) {
    const rich = posted(part, house);
    const hashtags = hashtagsOf(article, options);
    const facets = [...facetsOf(rich), ...hashtagFacets(rich, hashtags)];
    // Readers find the thread by its first post. A hashtag in the text is no tag beside it.
    const topics = (article.topics ?? []).filter((topic) => !hashtags.includes(hashtagOf(topic) ?? ''));
    const tags = index === 0 ? tagsOf(topics) : [];
    return {
      $type: 'app.bsky.feed.post',
      text: rich.text,
      ...(facets.length === 0 ? {} : { facets }),
      langs: [article.lang],
      ...(tags.length === 0 ? {} : { tags }),
    };
  },
});

function posted(part: RichText, house: House): RichText {
  return spellOut(part, ['quote', 'item', 'strike'], house);
}

function facetsOf({ text, marks }: RichText): readonly object[] {
  return marks
    .filter(({ kind }) => kind === 'link')
    .map(({ start, end, url }) => facet(text, start, end, { $type: 'app.bsky.richtext.facet#link', uri: url }));
}

/** The hashtags in a text, which are words of their own. */
function hashtagFacets({ text }: RichText, hashtags: readonly string[]): readonly object[] {
  if (hashtags.length === 0) return [];
  return Array.from(text.matchAll(/(?<!\S)#\S+/g))
    .filter(([tag]) => hashtags.includes(tag))
    .map(({ 0: tag, index }) =>
      facet(text, index, index + tag.length, { $type: 'app.bsky.richtext.facet#tag', tag: tag.slice(1) }),
    );
}

/** What a range of UTF-16 offsets is. Bluesky counts bytes. */
function facet(text: string, start: number, end: number, feature: object): object {
  const byteStart = byteCount(text.slice(0, start));
  return { index: { byteStart, byteEnd: byteStart + byteCount(text.slice(start, end)) }, features: [feature] };
}

/** The topics that Bluesky accepts. */
function tagsOf(topics: readonly string[]): readonly string[] {
  const { tags, tagGraphemes, tagBytes } = BLUESKY;
  return topics
    .filter((topic) => graphemeCount(topic) <= tagGraphemes.max && byteCount(topic) <= tagBytes.max)
    .slice(0, tags.max);
}
