import { CHINESE } from './chinese.ts';
import { languageOf } from './language.ts';

/** The texts of the program in one language. The English text in the code is the key. */
export interface Messages {
  /** The language as a BCP 47 tag. */
  readonly lang: 'en' | 'zh-Hans';
  /** A message, an advice, a word or any other text for a person. A text that is not in the catalogue stays as it is. */
  text(english: string): string;
  /** A text of several lines, some of which have columns. */
  block(english: string): string;
  /** Between a severity and a message, and before a list. */
  readonly colon: string;
  /** Between the parts of a list. */
  readonly comma: string;
  /** Between two lists. */
  readonly semicolon: string;
  /** At the end of a sentence. */
  readonly stop: string;
}

const asIs = (english: string): string => english;

export const ENGLISH: Messages = {
  lang: 'en',
  text: asIs,
  block: asIs,
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  stop: '.',
};

/**
 * The messages in the language of a run. The catalogue is loaded when the first one is printed.
 * @param config `--config`. @param locale that of an editor, where it has one.
 */
export function messagesOf(
  environment: Readonly<Record<string, string | undefined>>,
  config?: string,
  locale?: string,
): Messages {
  return languageOf(environment, config, locale) === 'zh' ? CHINESE : ENGLISH;
}
