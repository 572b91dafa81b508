/** X's own counter, which has no types. */
declare module 'twitter-text' {
  const twitter: {
    extractHashtags(text: string): readonly string[];
    parseTweet(text: string): { readonly weightedLength: number; readonly valid: boolean };
  };
  export default twitter;
}
