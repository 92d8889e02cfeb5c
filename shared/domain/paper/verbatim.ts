/** Pieces of a typed text that no reader takes for marks: what is printed must hold them to the sign. */

/** Each said once more, apart from the rules by which marks are taken away, so that a fault in those is found on paper. */
const patterns: readonly RegExp[] = [
  // code between ticks
  /`[^`\n]{1,200}`/g,
  // names in code: __init__, snake_case
  /(?<![\p{L}\p{N}_*])__[A-Za-z][A-Za-z\d_]{0,60}__(?![\p{L}\p{N}_*])/gu,
  /[A-Za-z\d]+(?:_[A-Za-z\d]+)+/g,
  // patterns of files
  /(?<![\p{L}\p{N}*_\\])\*\.[A-Za-z]\w{0,10}/gu,
  // paths of Windows
  /(?<![\p{L}\p{N}])[A-Za-z]:\\[\w\\.-]{1,200}/gu,
  // figures with a sign of their own
  /(?:^|(?<=\s))[+−-] ?(?:\p{Sc})?\d[\d.,]*(?: ?%)?/gu,
];

/** Of a text of one line: signs at the head of several lines can be the marks of a list. */
export function verbatimPieces(typed: string): readonly string[] {
  const isList = /\n\s*[-+]\s/.test(typed);
  // where a link leads is not printed
  const shown = typed.replace(/\]\((?:[^()\s]|\([^()\s]*\)){1,2000}\)/g, ']');
  const pieces = patterns.flatMap((pattern) => Array.from(shown.matchAll(pattern), ([piece]) => piece));
  return isList ? pieces.filter((piece) => !/^[+-]/.test(piece)) : pieces;
}
