/** Names as they are compared: what tells two spellings of one name from two names. */

/** The form in which names are compared: case, accents, spaces and signs between words do not matter. */
export function comparedForm(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])\.|\.(?![\p{L}\p{N}])/gu, ' ')
    .trim()
    .replace(/ {2,}/g, ' ');
}
