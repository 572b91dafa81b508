import { resolveHouse } from '../../../house/resolve.ts';
import type { Article } from '../../../model/article.ts';
import { printDate } from '../../../write/dates.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Chip } from './state.ts';

const STATUS_NAMES: Readonly<Record<NonNullable<Article['status']>, string>> = {
  draft: 'Draft',
  ready: 'Ready',
  published: 'Published',
  withdrawn: 'Withdrawn',
};

export function statusChip(status: keyof typeof STATUS_NAMES, { text }: Messages): Chip {
  return { kind: status, text: text(STATUS_NAMES[status]) };
}

/** @param isHeld whether the embargo has not ended yet. */
export function embargoChip(embargo: string, isHeld: boolean, { text, lang }: Messages): Chip {
  // In the language of the page, whatever the language of the story.
  const until = printDate(embargo, resolveHouse(lang === 'en' ? 'abab' : 'abab-zh').house);
  return isHeld
    ? { kind: 'embargo', text: text(`Under embargo until ${until}`) }
    : { kind: 'over', text: text(`Embargo ended ${until}`) };
}
