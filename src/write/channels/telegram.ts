import type { House } from '../../model/house.ts';
import { apart } from './apart.ts';
import { threadWriter } from './channel.ts';
import { TELEGRAM } from './limits/telegram.ts';
import type { MarkKind, RichText } from './rich-text.ts';
import { spellOut } from './spell-out.ts';

/** A `MessageEntity` of the Bot API. Offsets are UTF-16 units. */
interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
}

const TYPES: Readonly<Record<Exclude<MarkKind, 'item'>, string>> = {
  bold: 'bold',
  heading: 'bold',
  italic: 'italic',
  strike: 'strikethrough',
  code: 'code',
  pre: 'pre',
  quote: 'blockquote',
  link: 'text_link',
};

/** Messages for `sendMessage`. Entities need no escaping. */
export const telegram = threadWriter({
  name: 'telegram',
  list: 'messages',
  fits(part, house) {
    if (part.text.length > TELEGRAM.units.max) return false;
    const rich = posted(part, house);
    return rich.text.length <= TELEGRAM.units.max && entitiesOf(rich).length <= TELEGRAM.entities.max;
  },
  post(part, _, __, house) {
    const rich = posted(part, house);
    const entities = entitiesOf(rich);
    return entities.length === 0 ? { text: rich.text } : { text: rich.text, entities };
  },
});

function posted(part: RichText, house: House): RichText {
  return spellOut(part, ['item'], house);
}

function entitiesOf({ marks }: RichText): Entity[] {
  return apart(marks).flatMap(({ kind, start, end, url, lang }) =>
    kind === 'item'
      ? []
      : {
          type: TYPES[kind],
          offset: start,
          length: end - start,
          ...(url === undefined ? {} : { url }),
          ...(lang === undefined ? {} : { language: lang }),
        },
  );
}
