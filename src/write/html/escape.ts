import Handlebars from 'handlebars/runtime.js';

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element's content or a quoted attribute: one function for both, so that none can be taken for the other. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character);
}

/** HTML that a template prints as it is, with `{{…}}` or `{{{…}}}`; the empty string stays one, so that `{{#if}}` sees it. */
export function markup(html: string): unknown {
  return html === '' ? '' : new Handlebars.SafeString(html);
}

/** Plain text, escaped once, that a template prints as it is. */
export function escaped(text: string): unknown {
  return markup(escapeHtml(text));
}
