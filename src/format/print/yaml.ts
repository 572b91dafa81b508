import type { Attribution } from '../../model/article.ts';

/** What YAML 1.2 and older parsers read as something other than a string. */
const OTHER = /^(?:true|false|yes|no|on|off|null|[-+.\d][\d_.,:eE+-]*)$/i;
const PLAIN = /^[A-Za-z\u00c0-\u024f\u3040-\u30ff\u3400-\u9fff][^\n"#:[\]{},&*!|>'%@`]*$/;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;

/** A text as a YAML value, quoted if needed. Undefined if it cannot be written without escapes. */
export function yamlText(text: string): string | undefined {
  if (UNPRINTABLE.test(text) || !text.isWellFormed()) return undefined;
  if (PLAIN.test(text) && !OTHER.test(text) && text.trim() === text) return text;
  return text.includes('"') || text.includes('\\') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Sources as a YAML value. Undefined if inline markup would be lost. */
export function yamlSources(sources: readonly Attribution[]): string | undefined {
  const values = sources.map(yamlSource);
  if (values.length === 0 || values.includes(undefined)) return undefined;
  return values.length === 1 ? values[0] : `[${values.join(', ')}]`;
}

function yamlSource({ name, url, date, tokens }: Attribution): string | undefined {
  if (tokens !== undefined || date !== undefined) return undefined;
  const text = yamlText(name);
  if (url === undefined || text === undefined) return text;
  const target = yamlText(url);
  return target && `{ name: ${text}, url: ${target} }`;
}
