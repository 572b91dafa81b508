import { statSync } from 'node:fs';
import { readConfiguration } from '../../house/read.ts';
import { createSource } from '../../text/index.ts';
import { CONFIGURATION, CONFIGURATION_SCHEMA } from '../config/config-resolver.ts';
import { nearestAbove } from '../files/paths.ts';
import { readTextFile } from '../files/read.ts';

/** The languages of messages. */
export type Language = 'en' | 'zh';

/** The variables that choose the language of messages in POSIX, the strongest first. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** `zh`, `zh_CN.UTF-8`, `zh-Hans`. A locale with another encoding could not show what is printed. */
const CHINESE = /^zh(?:[_-][\w-]+)?(?:\.utf-?8)?(?:@\w+)?$/i;

/**
 * The language of messages: that of `messages` in the configuration of the current folder or in `config`, else that of the
 * editor's `locale`, else that of the environment.
 */
export function languageOf(
  environment: Readonly<Record<string, string | undefined>>,
  config?: string,
  editorLocale = '',
): Language {
  const configured = configuredLanguage(config);
  if (configured !== undefined) return configured;
  const locale =
    [editorLocale, ...VARIABLES.map((name) => environment[name] ?? '')].find((value) => value !== '') ?? '';
  return CHINESE.test(locale) ? 'zh' : 'en';
}

/** The key on a line of its own. It is also found in a file with errors, which are reported in this language. */
const LINE = /^messages:[ \t]*(['"]?)(en|zh)\1[ \t]*(?:#.*)?\r?$/m;

/** A file that cannot be read has no language. The run reports it. */
function configuredLanguage(config: string | undefined): Language | undefined {
  try {
    const path = config ?? nearestAbove(process.cwd(), CONFIGURATION);
    // A pipe can be read once, by the run.
    if (path === undefined || !statSync(path).isFile()) return undefined;
    const text = readTextFile(path);
    if (!text.includes('messages')) return undefined;
    return (LINE.exec(text)?.[2] ?? valueIn(path, text)) as Language | undefined;
  } catch {
    return undefined;
  }
}

/** The value in any other spelling that YAML has. */
function valueIn(path: string, text: string): unknown {
  const { data } = readConfiguration(createSource(path, text), CONFIGURATION_SCHEMA, CONFIGURATION);
  return typeof data === 'object' && 'messages' in data ? data.messages : undefined;
}
