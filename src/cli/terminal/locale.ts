import type { Host } from '../host.ts';

/** Whether a terminal of this environment shows UTF-8. If the environment does not say, it probably does. */
export function isUtf8({ LC_ALL, LC_CTYPE, LANG }: Host['environment']): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return !locale || /utf-?8/i.test(locale);
}
