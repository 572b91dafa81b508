import { check } from '../../../src/check.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { exampleNote } from '../example.ts';

/** What a rule finds in an example note with a body. The body says whether the note is Chinese. */
export async function findingsOf(
  rule: string,
  body: string,
  front: Readonly<Record<string, string>> = {},
): Promise<readonly Diagnostic[]> {
  const lang = /[\u4e00-\u9fff]/.test(body) ? 'zh' : 'en';
  const house = lang === 'zh' ? 'abab-zh' : 'abab';
  const note = exampleNote({ body, front: { lang, ...front }, house });
  return (await check(note, { rules: [rule], house })).findings;
}

export async function messagesOf(rule: string, body: string): Promise<readonly string[]> {
  return (await findingsOf(rule, body)).map(({ message }) => message);
}

/** The messages after their severities: `warning: two men`. */
export async function warningsOf(
  rule: string,
  body: string,
  front?: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  return (await findingsOf(rule, body, front)).map(({ severity, message }) => `${severity}: ${message}`);
}
