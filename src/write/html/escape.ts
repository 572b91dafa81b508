import Handlebars from 'handlebars/runtime.js';

/** Characters that HTML reads as markup, with the reason. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;', // starts a character reference
  '<': '&lt;', // opens a tag or a comment
  '>': '&gt;', // closes a tag, and a comment that a template opened
  '"': '&quot;', // closes an attribute in double quotes
  "'": '&#39;', // closes an attribute in single quotes
};

/** Text for the content of an element or a quoted attribute. One function serves both, so they cannot be confused. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character);
}

/** HTML that a template prints unescaped with `{{…}}` or `{{{…}}}`. An empty string stays a string, so that `{{#if}}` is false. */
export function markup(html: string): unknown {
  return html === '' ? '' : new Handlebars.SafeString(html);
}

/** Plain text, escaped once, that a template prints unescaped. */
export function escaped(text: string): unknown {
  return markup(escapeHtml(text));
}
