/** The labels under which a page says something of a skill: “Description: …”, “Typical use: …”. None of them is the name of one. */
import { wordsOf } from '../outline/clean-text.ts';
import { itemMark } from '../outline/text-marks.ts';

const fieldLabels = new Set([
  'description',
  'use',
  'typical use',
  'examples',
  'importance',
  'priority',
  'level',
  'proficiency',
  'why it matters',
  'shows up as',
  'how it shows up',
  'on the job',
  'strong performance',
  'what good looks like',
]);

/** Whether words are such a label. */
export function isFieldLabel(words: string): boolean {
  return words.length <= 40 && fieldLabels.has(wordsOf(words).trim());
}

/** Whether a line is such a label and its text, with or without a bullet or stars. */
export function isFieldLine(line: string): boolean {
  const start = line.slice(0, 80);
  const text = (itemMark(start)?.text ?? start.trim()).replaceAll('*', '');
  const colon = text.indexOf(':');
  return colon > 0 && isFieldLabel(text.slice(0, colon));
}

/** Whether a short line stands right above two of them: it names what they refer to. */
export function isNameOfFields(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const name = line.trim();
  if (name === '' || name.length > 120 || /[.:;!?|]$/.test(name) || itemMark(line) !== null || name.startsWith('#'))
    return false;
  return !isFieldLine(line) && isFieldLine(lines[index + 1] ?? '') && isFieldLine(lines[index + 2] ?? '');
}
