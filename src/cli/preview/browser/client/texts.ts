import type { Texts } from '../texts.ts';

/** What the page says, in the language of the messages. */
export const texts = JSON.parse(document.body.dataset.texts ?? '{}') as Texts;

/** A text with values in place of `{0}` and `{1}`. A number has commas between thousands. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => {
    const value = values[Number(index)] ?? '';
    return typeof value === 'number' ? value.toLocaleString('en') : value;
  });
}
