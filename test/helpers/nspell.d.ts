/** The part of the spelling checker the tests use; it brings no types of its own. */
declare module 'nspell' {
  export default function nspell(affix: Buffer, dictionary: Buffer): { correct(word: string): boolean };
}
