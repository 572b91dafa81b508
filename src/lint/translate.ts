/** Translates a text for a person from English. */
export type Translate = (english: string) => string;

export const asIs: Translate = (english) => english;
