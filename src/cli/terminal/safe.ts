const PLAIN = /^[\x20-\x7e]*$/;
const PLAIN_LINES = /^[\x20-\x7e\n]*$/;

/** Visible sequences that need an invisible character. */
const KEPT = [
  // The flags of England, Scotland and Wales: no other sequence of tags is recommended for interchange.
  '\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}',
  // The joiner between two pictographs.
  '(?<=\\p{ExtPict}\\ufe0f?\\p{Emoji_Modifier}?)\\u200d(?=\\p{ExtPict})',
  // One variation selector straight after what it varies.
  '(?<=[\\p{Emoji}\\p{Script=Han}])[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
];

let unsafe: RegExp | undefined;

/** Characters that move the cursor, reorder text or are invisible. Built on demand, because such patterns compile slowly. */
function loadUnsafe(): RegExp {
  unsafe ??= new RegExp(
    [
      `(?<kept>${KEPT.join('|')})`,
      '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}]',
    ].join('|'),
    'gu',
  );
  return unsafe;
}

/**
 * Makes any text safe to print on a terminal: control, bidirectional and invisible characters, line separators, lone
 * surrogates and noncharacters are shown as `\u{202e}`, a tab as `\u{9}`. Letters of every script, accents and emoji stay.
 * A line feed is kept with `lines`. Applying it twice changes nothing more.
 */
export function terminalSafe(text: string, { lines = false }: { readonly lines?: boolean } = {}): string {
  if ((lines ? PLAIN_LINES : PLAIN).test(text)) return text;
  return text.replace(loadUnsafe(), (found, kept: string | undefined) =>
    kept !== undefined || (lines && found === '\n') ? found : `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
