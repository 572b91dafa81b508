/** The types of the options of all verbs. An option of one name has one type. */
const OPTION_TYPES = {
  path: 'string',
  to: 'string',
  endOfLine: 'string',
  width: 'number',
  limit: 'number',
  now: 'number',
  force: 'boolean',
  fragment: 'boolean',
  asText: 'boolean',
  followUp: 'boolean',
  link: 'boolean',
  number: 'boolean',
  premium: 'boolean',
  removeBom: 'boolean',
  onlyNotes: 'boolean',
  unsafe: 'boolean',
  accepts: 'function',
  sourceText: 'string',
  findSourceText: 'function',
  translationOf: 'string',
  findFirstVersion: 'function',
  reportChannels: 'function',
  by: 'string',
  at: 'string',
  correction: 'string',
  home: 'string',
} as const;

/**
 * Checks the types of arguments, because the compiler does not check them in JavaScript.
 * @throws {TypeError} that names the argument.
 */
export function checkArguments(verb: string, text: unknown, options: unknown): void {
  if (typeof text !== 'string') throw wrong(verb, 'text', 'a string', text);
  if (!isObject(options)) throw wrong(verb, 'options', 'an object', options);
  for (const [name, type] of Object.entries(OPTION_TYPES)) {
    const value = options[name];
    if (value !== undefined && typeof value !== type) throw wrong(verb, name, `a ${type}`, value);
  }
  const { house, rules, dictionary, parts, hashtags, channels, imageSizes } = options;
  if (imageSizes !== undefined && !(imageSizes instanceof Map)) throw wrong(verb, 'imageSizes', 'a Map', imageSizes);
  if (house !== undefined && typeof house !== 'string' && !(isObject(house) && isObject(house.labels)))
    throw wrong(verb, 'house', 'a House or the name of a house', house);
  if (rules !== undefined && !isTexts(rules)) throw wrong(verb, 'rules', 'an array of rule names', rules);
  if (dictionary !== undefined && !isTexts(dictionary))
    throw wrong(verb, 'dictionary', 'an array of words', dictionary);
  if (parts !== undefined && !isTexts(parts)) throw wrong(verb, 'parts', 'an array of parts', parts);
  if (hashtags !== undefined && typeof hashtags !== 'boolean' && !isTexts(hashtags))
    throw wrong(verb, 'hashtags', 'a boolean or an array of words', hashtags);
  if (
    channels !== undefined &&
    (!isObject(channels) || Array.isArray(channels) || !Object.values(channels).every(isObject))
  )
    throw wrong(verb, 'channels', 'an object of settings by channel', channels);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/** Tabs and line ends are spaces in front matter. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\p{Surrogate}/u;

/** Returns a text for the front matter on one line. Undefined if it is empty or contains characters that a note cannot. */
export function oneLine(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' || UNPRINTABLE.test(line) ? undefined : line;
}

/**
 * Returns the text of a required option on one line.
 * @throws {TypeError} for a missing one.
 * @throws {RangeError} for one that is not printable text.
 */
export function requiredText<Name extends string>(
  verb: string,
  options: { readonly [name in Name]: string },
  name: Name,
): string {
  const value: unknown = options[name];
  if (typeof value !== 'string') throw wrong(verb, name, 'a string', value);
  const line = oneLine(value);
  if (line === undefined) throw new RangeError(`${verb}: '${name}' must be printable text`);
  return line;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function wrong(verb: string, name: string, expected: string, value: unknown): TypeError {
  const type = value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
  return new TypeError(`${verb}: '${name}' must be ${expected}, not ${type}`);
}
