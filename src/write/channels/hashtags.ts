import type { Article } from '../../model/article.ts';
import type { WriteOptions } from '../format.ts';

/** The hashtags of a post, each once and with its `#`. A follow-up has none. */
export function hashtagsOf(
  { topics = [] }: Article,
  { hashtags = false, followUp = false }: WriteOptions,
): readonly string[] {
  if (followUp) return [];
  const words = typeof hashtags === 'boolean' ? (hashtags ? topics : []) : hashtags;
  return [...new Set(words.flatMap((word) => hashtagOf(word) ?? []))];
}

/**
 * A topic as a hashtag: `#ArtificialIntelligence`. Channels end a hashtag at a space or a punctuation mark, and none takes a
 * number for one. `C++` and `C#` have none, because only `#C` would be left of them.
 */
export function hashtagOf(topic: string): string | undefined {
  if (/[\p{L}\p{N}][+#]/u.test(topic)) return undefined;
  const words = topic.replace(/['’]/g, '').match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const name = words.length === 1 ? words[0] : words.map(capitalized).join('');
  return name !== undefined && /\p{L}/u.test(name) ? `#${name}` : undefined;
}

function capitalized(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
