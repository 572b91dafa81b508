import { zh } from 'copydesk:zh';
import type { Messages } from './messages.ts';
import { Translator } from './translator.ts';

const translator = new Translator(JSON.parse(zh));

/** The columns of a line: what is shown, two or more spaces, what it means. */
const COLUMNS = /^( *\S.*? {2,})(\S.*)$/;

/** Simplified Chinese. Loaded when the first message is printed. */
export const CHINESE: Messages = {
  lang: 'zh-Hans',
  text: (english) => translator.translate(english),
  block: (english) => english.split('\n').map(line).join('\n'),
  colon: '：',
  comma: '，',
  semicolon: '；',
  stop: '。',
};

function line(english: string): string {
  const [, shown = '', meaning] = COLUMNS.exec(english) ?? [];
  return meaning === undefined ? translator.translate(english) : shown + translator.translate(meaning);
}
