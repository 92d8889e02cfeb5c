/** Names and labels at the start of a line: “**Name** rest”, “Label: text”. */
import type { Inline } from '../../../shared/api/role-content.ts';
import { textOf } from './outline.ts';

export interface Lead {
  readonly lead: string;
  /** What follows, without the mark that parted them. */
  readonly rest: string;
  /** The mark was a colon. */
  readonly hasColon: boolean;
  readonly isBold: boolean;
}

const dashes = [' – ', ' — ', ' - '];

/** What is bold at the start. A colon may stand inside or after it. */
export function boldLead(inlines: readonly Inline[]): Lead | null {
  const end = inlines.findIndex((inline) => inline.mark !== 'bold');
  const bold = textOf(end === -1 ? inlines : inlines.slice(0, end)).trim();
  if (bold === '' || end === 0) return null;
  const after = end === -1 ? '' : textOf(inlines.slice(end)).trim();
  const hasColon = bold.endsWith(':') || after.startsWith(':');
  const lead = (bold.endsWith(':') ? bold.slice(0, -1) : bold).trim();
  return lead === ''
    ? null
    : { lead, rest: after.startsWith(':') ? after.slice(1).trim() : after, hasColon, isBold: true };
}

/** What stands before the first colon or dash of a line, when it is short enough to be a name. */
export function plainLead(text: string, mostWords: number): Lead | null {
  const start = text.slice(0, 200);
  const colon = start.indexOf(':');
  const places = [colon, ...dashes.map((dash) => start.indexOf(dash))].filter((place) => place > 0);
  if (places.length === 0) return null;
  const place = Math.min(...places);
  const lead = text.slice(0, place).trim();
  const hasColon = place === colon;
  if (lead === '' || lead.split(/\s/).length > mostWords) return null;
  // “https://” and “10:30” are no labels.
  if (hasColon && !/\s/.test(text.charAt(place + 1)) && place + 1 < text.length) return null;
  return { lead, rest: text.slice(place + (hasColon ? 1 : 3)).trim(), hasColon, isBold: false };
}

/** A labelled line such as “**Typical use:** pipelines” or “Typical use: pipelines”; null when it has no label. */
export function labelled(inlines: readonly Inline[]): { readonly label: string; readonly text: string } | null {
  const bold = boldLead(inlines);
  if (bold !== null) return bold.hasColon && bold.lead.length <= 80 ? { label: bold.lead, text: bold.rest } : null;
  const plain = plainLead(textOf(inlines), 5);
  return plain?.hasColon ? { label: plain.lead, text: plain.rest } : null;
}
