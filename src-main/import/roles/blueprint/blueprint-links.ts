/** The roles that a page names as the way up, sideways and in. */
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { wordsOf } from '../../outline/clean-text.ts';
import { splitBracket } from '../../outline/heading.ts';
import { boldLead, labelled, plainLead } from '../../outline/line-labels.ts';
import { type Item, isParagraph, type OutlineChapter, textOf, wordsOfItem } from '../../outline/outline.ts';
import { topicOfHeading } from '../heading-topics.ts';
import { asLine, asProse, proseOrUndefined, type RoleReading } from '../role-reading.ts';
import { splitNames } from './blueprint-tables.ts';

const linkKinds = ['feeder', 'next', 'lateral'] as const;

type Link = RoleContent['links'][number];

/** Title and note of one item. In bold the title is certain; otherwise it ends at a colon, a dash or the last brackets. */
function titleAndNote(item: Item): { title: string; note: string | undefined } {
  const beneath = item.items.map(wordsOfItem);
  const bold = boldLead(item.inlines);
  if (bold !== null)
    return { title: bold.lead, note: proseOrUndefined([bold.rest, ...beneath].filter(Boolean).join(' ')) };
  const text = textOf(item.inlines);
  const lead = plainLead(text, 10);
  if (lead !== null && lead.rest !== '')
    return { title: lead.lead, note: proseOrUndefined([lead.rest, ...beneath].join(' ')) };
  const { name, bracket } = splitBracket(text);
  return { title: name, note: proseOrUndefined([bracket, ...beneath].filter(Boolean).join(' ')) };
}

const singleRolePhrases = [' next role ', ' next roles ', ' next step ', ' step up to '];

/** Short lines under “Next role” or “Step up to” are roles although no list marks them. */
function titleLines(chapter: OutlineChapter): Item[] {
  const words = wordsOf(chapter.heading);
  if (!singleRolePhrases.includes(words)) return [];
  return chapter.parts.filter(isParagraph).flatMap((part) =>
    textOf(part.inlines)
      .split('\n')
      .flatMap((text, offset) =>
        /^\p{Lu}/u.test(text) && text.length <= 80 && text.split(' ').length <= 8 && !/[.!?:;]$/.test(text)
          ? [{ inlines: [{ text }], items: [], line: part.line + offset }]
          : [],
      ),
  );
}

/** “Next roles: A, B” as an entry or a line of its own: the label tells where the roles lead. */
function readLabelledLinks(reading: RoleReading, chapter: OutlineChapter, section: number): void {
  const items = chapter.parts.flatMap((part): Item[] => {
    if (part.kind === 'list') return [...part.items];
    if (part.kind === 'table') return [];
    return [{ inlines: part.inlines, items: [], line: part.line }];
  });
  for (const item of items) {
    const found = labelled(item.inlines);
    const topic = found === null ? undefined : topicOfHeading(found.label);
    const kind = linkKinds.find((candidate) => candidate === topic);
    if (found === null || kind === undefined) continue;
    const beneath = item.items.map((sub) => ({ ...titleAndNote(sub), line: sub.line }));
    const named = splitNames(found.text).map((title) => ({ title, note: undefined, line: item.line }));
    for (const { title, note, line } of [...named, ...beneath]) {
      if (title === '' || title.length > 160 || !/^\p{Lu}/u.test(title)) continue;
      const link: Link = { kind, title: asLine(title), section, line, words: asProse(wordsOfItem(item)) };
      reading.links.push(note === undefined ? link : { ...link, note });
    }
  }
}

/** A sentence, or parts of one: where the list lost its nesting, it describes the role above. */
function isNote(item: Item): boolean {
  const text = textOf(item.inlines).trim();
  if (boldLead(item.inlines) !== null || plainLead(text, 10)?.rest) return false;
  return (text.endsWith('.') && text.split(' ').length >= 4) || /; \p{Ll}/u.test(text.slice(0, 1_000));
}

/** Adds a link for every role named under a feeder, next or lateral heading. */
export function readLinks(reading: RoleReading): void {
  reading.chapters.forEach((chapter, section) => {
    const kind = linkKinds.find((candidate) => candidate === reading.topics[section]);
    if (reading.topics[section] === 'career') readLabelledLinks(reading, chapter, section);
    if (kind === undefined) return;
    const items = chapter.parts.flatMap((part) => (part.kind === 'list' ? part.items : []));
    let above: Link | undefined;
    for (const item of items.length > 0 ? items : titleLines(chapter)) {
      const { title, note } = titleAndNote(item);
      const words = wordsOfItem(item);
      if (above !== undefined && isNote(item)) {
        above.note = asProse([above.note, words].filter((text) => text !== undefined).join('\n'));
        above.words = asProse(`${above.words}\n${words}`);
        continue;
      }
      if (title === '' || title.length > 200) {
        reading.notices.add(
          'NOT_PLACED',
          `No role title could be told apart in “${asLine(words).slice(0, 100)}”.`,
          item.line,
        );
        continue;
      }
      const link: Link = { kind, title: asLine(title), section, line: item.line, words: asProse(words) };
      above = note === undefined ? link : { ...link, note };
      reading.links.push(above);
    }
  });
}
