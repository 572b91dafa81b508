import { select, text } from '@clack/prompts';
import type { House } from '../../model/house.ts';
import { UsageError } from '../exit.ts';
import type { Messages } from '../messages/messages.ts';
import { headlineOf, isChinese } from './headline.ts';
import type { NewRequest } from './request.ts';

/** Values of `--lang` by the names that writers know. */
const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', zh: '中文' };

const HEADLINE = 'What is the headline?';
const LANGUAGE = 'Which language is it in?';

/** The questions go to stderr, so that stdout has only the path of the note. */
const TO = { output: process.stderr };

/** Asks a person at the terminal for the headline, and for the language if the house has several. */
export async function askForStory(
  lang: string | undefined,
  house: House,
  messages: Messages,
): Promise<Pick<NewRequest, 'headline' | 'lang'>> {
  const headline = answered(
    await text({ ...TO, message: messages.text(HEADLINE), validate: (typed) => faultOf(typed ?? '', messages) }),
  );
  const languages = [house.lang, ...house.translations.keys()];
  if (lang !== undefined || languages.length < 2) return { headline, ...(lang === undefined ? {} : { lang }) };
  const options = languages.map((value) => ({ value, label: LANGUAGES[value] ?? value }));
  const initialValue = isChinese(headline) && languages.includes('zh') ? 'zh' : house.lang;
  return { headline, lang: answered(await select({ ...TO, message: messages.text(LANGUAGE), options, initialValue })) };
}

function faultOf(typed: string, messages: Messages): string | undefined {
  try {
    headlineOf(typed);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return messages.text(error.message);
    throw error;
  }
}

/** Ctrl-C at a question ends the program as it does anywhere else. */
function answered(answer: string | symbol): string {
  if (typeof answer === 'symbol') process.exit(130);
  return answer;
}
