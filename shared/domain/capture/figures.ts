/** Numbers as people write them: grouped by commas, dots, spaces or apostrophes, with a comma or a dot before decimals. */

/** Which signs a language groups digits by and parts decimals with. */
export interface NumberSigns {
  readonly group: string;
  readonly decimal: string;
}

/** A figure that was read; or the two it may be, where only its writer knows; or null for what is none. */
export type Figure = { readonly value: number } | { readonly choices: readonly [number, number] } | null;

/** The signs of a language, such as `de`; of the system’s where none is named. */
export function numberSigns(language?: string): NumberSigns {
  const parts = new Intl.NumberFormat(language).formatToParts(1_234_567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: sign('group'), decimal: sign('decimal') };
}

/**
 * Reads a figure. `1.204,50` and `1,204.50` say themselves what their signs mean. A single sign before three digits says
 * nothing: a comma groups and a dot parts, unless the language does it the other way round; then both are answered.
 */
export function readFigure(text: string, { group, decimal }: NumberSigns): Figure {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s'’_]/g, '')
    .replace(/^[−–]/, '-');
  const found = /^([+-]?)([\d.,]+)$/.exec(typed);
  if (found === null || !/\d/.test(typed)) return null;
  const sign = found[1] === '-' ? -1 : 1;
  const digits = found[2] ?? '';
  const signs = digits.match(/[.,]/g) ?? [];
  const answer = (plain: string): Figure => {
    const value = sign * Number(plain);
    return /^(?:\d+\.?\d*|\.\d+)$/.test(plain) && Number.isFinite(value) ? { value } : null;
  };
  if (signs.length === 0) return answer(digits);
  const last = signs.at(-1) ?? '';
  const whole = digits.slice(0, digits.lastIndexOf(last));
  const rest = digits.slice(digits.lastIndexOf(last) + 1);
  if (new Set(signs).size === 2) {
    const other = last === ',' ? '.' : ',';
    return !whole.includes(last) && isGrouped(whole, other) ? answer(`${whole.replaceAll(other, '')}.${rest}`) : null;
  }
  if (signs.length > 1) return isGrouped(digits, last) ? answer(digits.replaceAll(last, '')) : null;
  const mayGroup = /^[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(rest);
  const asDecimal = answer(`${whole}.${rest}`);
  if (!mayGroup) return asDecimal;
  const asGroup = Number(whole + rest) * sign;
  const isOtherWay = last === '.' ? group === '.' : decimal === ',';
  if (!isOtherWay || asDecimal === null || !('value' in asDecimal))
    return last === ',' ? { value: asGroup } : asDecimal;
  return { choices: [asGroup, asDecimal.value] };
}

/** Groups of three, or as India writes them: two and at last three. */
function isGrouped(digits: string, sign: string): boolean {
  const [first = '', ...groups] = digits.split(sign);
  const isEach = (length: number) => groups.slice(0, -1).every((group) => group.length === length);
  return /^\d{1,3}$/.test(first) && groups.at(-1)?.length === 3 && (isEach(3) || (isEach(2) && first.length <= 2));
}
