import type { Article } from '../../../model/article.ts';
import type { House } from '../../../model/house.ts';
import { names } from '../../template/context.ts';
import { DOES_NOT_FIT, type Reason } from '../../unprintable.ts';
import { WECHAT } from '../limits/wechat.ts';

/** A field of WeChat's editor with a limit, and what of the story is meant for it. */
interface Field {
  readonly name: 'title' | 'author' | 'digest';
  readonly key: 'headline' | 'byline' | 'dek';
  readonly text: string;
}

function fieldsOf({ headline, byline = [], dek = '' }: Article, house: House): readonly Field[] {
  return [
    { name: 'title', key: 'headline', text: headline },
    { name: 'author', key: 'byline', text: names(byline, house) },
    { name: 'digest', key: 'dek', text: dek },
  ];
}

function excess({ name, text }: Field): number {
  return [...text].length - WECHAT[name].max;
}

/** WeChat shows the title and the author above the text. The text has those that do not fit, so that nothing is lost. */
export function withoutFieldParts(article: Article, house: House): House {
  const shown = fieldsOf(article, house).filter((field) => field.key !== 'dek' && excess(field) <= 0);
  return { ...house, order: house.order.filter((part) => !shown.some(({ key }) => key === part)) };
}

/** Says what does not fit into a field, so that an editor writes something shorter. */
export function fieldWarnings(article: Article, house: House): readonly Reason[] {
  return fieldsOf(article, house)
    .filter((field) => excess(field) > 0 && house.order.includes(field.key))
    .map((field) => {
      const over = excess(field);
      const { name, key } = field;
      return {
        rule: DOES_NOT_FIT,
        key,
        message: `wechat: ${key} is ${over} ${over === 1 ? 'character' : 'characters'} over ${WECHAT[name].max}`,
        advice: `Give WeChat's editor a shorter ${name}; the post has the whole ${key}.`,
      };
    });
}
