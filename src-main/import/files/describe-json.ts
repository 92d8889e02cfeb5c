/** What a JSON file is when it is no role document, in words for the person who chose it. */
import { cleanLine } from '../outline/clean-text.ts';
import { isObject } from './read-json.ts';

const has = (value: Record<string, unknown>, ...keys: string[]): boolean =>
  keys.every((key) => Object.hasOwn(value, key));

/** “a JSON Resume: a person’s record”, “a list of 3 numbers”, “an object with the keys a, b and c”. */
export function describeJson(value: unknown): string {
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    if (value.length === 0) return 'an empty list';
    return value.length === 1
      ? `a list with one entry: ${describeJson(first)}`
      : `a list of ${value.length} entries, the first of them ${describeJson(first)}`;
  }
  if (!isObject(value))
    return value === null ? 'null' : typeof value === 'string' ? 'a single text' : `a single ${typeof value}`;
  if (has(value, 'code', 'message', 'data'))
    return `a website’s refusal (“${cleanLine(String(value.message).slice(0, 200))}”)`;
  if (isObject(value.basics) || has(value, 'work', 'education')) return 'a JSON Resume: a person’s record, not a role';
  if (has(value, 'title', 'description', 'impact') || value.format === 'cairn-archive')
    return 'a record of work, not a role';
  if (has(value, '$schema', 'properties')) return 'a JSON Schema';
  if (has(value, 'name', 'version', 'dependencies')) return 'a package manifest';
  const keys = Object.keys(value).map((key) => cleanLine(key.slice(0, 40)));
  if (keys.length === 0) return 'an empty object';
  const more = keys.length > 6 ? ` and ${keys.length - 6} more` : '';
  return `an object with the ${keys.length === 1 ? 'key' : 'keys'} ${keys.slice(0, 6).join(', ')}${more}`;
}
