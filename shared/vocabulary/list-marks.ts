/** Marks of lists that come along with pasted text. What is kept is the text: a list is marked again wherever it is shown. */

/** Signs that are nothing but a mark of a list. */
const bullets = '•‣⁃∙▪▫◦●○■□◆◇►▶➤➔❖·';
/** Signs that text holds too: marks only with a space behind them, and not before a figure, whose sign they may be. */
const signs = '*+–—✓✔✅-';

const marksPattern = new RegExp(`^\\s*(?:[${bullets}]\\s*|[${signs}]\\s+(?![\\s\\d])|o\\t\\s*)+`, 'u');
/** A line of Markdown that begins with a mark Markdown does not know, or with such a mark behind one it knows. */
const strangeMarksPattern = new RegExp(
  `^([ \\t]*)(?:(?:[-*+–—][ \\t]+)*(?:[${bullets}][ \\t]*|o\\t[ \\t]*))+(?:[-*+–—][ \\t]+)*`,
  'gmu',
);

/** A line without the marks of a list before it; a line of marks alone stays. */
export function withoutListMark(line: string): string {
  const text = line.replace(marksPattern, '');
  return text === '' ? line : text;
}

/** Text in Markdown-lite with one mark before each entry of a list, the one that Markdown knows. */
export const withPlainListMarks = (text: string): string => text.replace(strangeMarksPattern, '$1- ');
