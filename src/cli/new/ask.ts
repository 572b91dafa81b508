import { select, text } from '@clack/prompts';
import type { House } from '../../model/house.ts';
import { UsageError } from '../exit.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../messages/messages.ts';
import { isUtf8 } from '../terminal/locale.ts';
import { headlineOf, isChinese } from './headline.ts';
import type { NewRequest } from './request.ts';

/** Values of `--lang` by the names that writers know. */
const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', zh: '中文' };

const HEADLINE = 'What is the headline?';
const LANGUAGE = 'Which language is it in?';

/** Asks a person at the terminal for the headline, and for the language if the house has several. */
export async function askForStory(
  lang: string | undefined,
  house: House,
  messages: Messages,
  environment: Host['environment'],
): Promise<Pick<NewRequest, 'headline' | 'lang'>> {
  const adapt = isUtf8(environment) ? asIs : await (await import('../terminal/ascii.ts')).loadAscii();
  const shown = (english: string) => adapt(messages.text(english));
  // The questions go to stderr, so that stdout has only the path of the note.
  const output = adapt === asIs ? process.stderr : adapted(process.stderr, adapt);
  const headline = answered(
    await text({ output, message: shown(HEADLINE), validate: (typed) => faultOf(typed ?? '', shown) }),
  );
  const languages = [house.lang, ...house.translations.keys()];
  if (lang !== undefined || languages.length < 2) return { headline, ...(lang === undefined ? {} : { lang }) };
  const options = languages.map((value) => ({ value, label: adapt(LANGUAGES[value] ?? value) }));
  const initialValue = isChinese(headline) && languages.includes('zh') ? 'zh' : house.lang;
  return { headline, lang: answered(await select({ output, message: shown(LANGUAGE), options, initialValue })) };
}

const asIs = (text: string): string => text;

/**
 * A terminal that is sent adapted text. Clack prints its lines and bullets on every terminal, and both kinds of bullets would
 * become the same character.
 */
function adapted(terminal: typeof process.stderr, adapt: (text: string) => string): typeof process.stderr {
  const write = (text: string): boolean => terminal.write(adapt(text.replaceAll('●', '>').replaceAll('○', ' ')));
  return Object.create(terminal, { write: { value: write } });
}

function faultOf(typed: string, shown: (english: string) => string): string | undefined {
  try {
    headlineOf(typed);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return shown(error.message);
    throw error;
  }
}

/** Ctrl-C at a question ends the program as it does anywhere else. */
function answered(answer: string | symbol): string {
  if (typeof answer === 'symbol') process.exit(130);
  return answer;
}
