/** Loads what writes Chinese characters in Pinyin without tones: a syllable for each character. */
export async function loadPinyin(): Promise<(han: string) => readonly string[]> {
  const { pinyin } = await import('pinyin-pro');
  return (han) => pinyin(han, { toneType: 'none', type: 'array', v: true });
}
