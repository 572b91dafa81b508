/** Titles beside a name, and other words for the same post. */
const TITLES: readonly (readonly string[])[] = [
  ['chief executive officer', 'chief executive', 'ceo'],
  ['chief financial officer', 'finance chief', 'cfo'],
  ['chief operating officer', 'coo'],
  ['chief technology officer', 'technology chief', 'cto'],
  ['chairman', 'chairwoman', 'chair', 'chairperson'],
  ['vice president', 'vp', 'vice-president'],
  ['president'],
  ['prime minister', 'premier', 'pm'],
  ['deputy director'],
  ['director', 'head'],
  ['managing director', 'md'],
  ['manager'],
  ['governor', 'gov'],
  ['mayor'],
  ['senator', 'sen'],
  ['minister', 'secretary'],
  ['ambassador'],
  ['professor', 'prof'],
  ['founder', 'cofounder', 'co-founder'],
  ['spokesman', 'spokeswoman', 'spokesperson'],
  ['judge', 'justice'],
  ['attorney', 'lawyer', 'solicitor', 'barrister', 'counsel'],
  ['captain', 'capt'],
  ['colonel', 'col'],
  ['general', 'gen'],
  ['sergeant', 'sgt'],
  ['inspector'],
  ['treasurer'],
  ['economist'],
  ['engineer'],
  ['analyst'],
];

const FORMS = TITLES.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
/** `director Ada Whitlock` and `Ada Whitlock, the director`. */
const BESIDE_NAME = new RegExp(
  `(?<![\\w’'-])(?<before>${FORMS})(?= [A-Z][a-z]+)|(?<=[A-Z][a-z]+, (?:the |its |a |an |their |[A-Z]\\w+[’']s )?)(?<after>${FORMS})(?![\\w’'-])`,
  'gi',
);

/** Yields the titles next to a name. */
export function* titlesIn(text: string): Generator<{ readonly title: string; readonly index: number }> {
  for (const { 0: title, index } of text.matchAll(BESIDE_NAME)) yield { title, index };
}

const WORDS = new Set(TITLES.flat().flatMap((title) => title.split(' ')));

/** Whether a word is or begins a title, which is not compared as a name. */
export function isTitleWord(word: string): boolean {
  return WORDS.has(word.toLowerCase());
}

/** Whether the words of a text have a title or another word for it. */
export function hasTitle(title: string, words: string): boolean {
  const wanted = title.toLowerCase();
  const forms = TITLES.find((one) => one.includes(wanted)) ?? [wanted];
  return forms.some((form) => {
    const spaced = form.replaceAll('-', ' ');
    return words.includes(` ${spaced} `) || words.includes(` ${spaced}s `);
  });
}
