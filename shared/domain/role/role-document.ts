/** A role spec as a document: everything it says, each thing once, in the order in which it is read. */
import type { DocumentField, PaperBlock, PaperSection, RoleDocument } from '../../api/document.ts';
import type { RoleSpec } from '../../api/role.ts';
import { longDateText, partialDateText } from '../dates/date-text.ts';
import { joinParts, sentence } from '../paper/joined-text.ts';
import { sectionFields, sourceBlocks, sourceSections, withoutHidden } from '../paper/paper-blocks.ts';
import { type PaperChapter, paperChapters } from '../paper/paper-chapters.ts';
import { oneLine, plainText } from '../paper/printed-text.ts';
import { typedBlocks } from './role-blocks.ts';
import { headingOf, type RoleChapter, roleChapters } from './role-chapters.ts';

/** Composes the role. `today` is the day it is printed on. Never throws. */
export function composeRoleDocument(role: RoleSpec, today: string, paper: 'a4' | 'letter'): RoleDocument {
  const roleTitle = oneLine(role.title);
  return withoutHidden({
    kind: 'role',
    title: `${roleTitle}, role spec`,
    language: 'en',
    paper,
    roleTitle,
    tagline: plainText(role.tagline ?? ''),
    facts: factsOf(role),
    sections: roleChapters(role, paperChapters)
      .map((chapter) => sectionOf(role, chapter))
      .filter((section) => section.blocks.length > 0),
    credits: creditsOf(role),
    date: longDateText(today),
  });
}

/** Every text of the document in reading order. */
export function roleDocumentFields(document: RoleDocument): DocumentField[] {
  return [
    { label: 'Title', text: document.roleTitle },
    { label: 'Tagline', text: document.tagline },
    ...document.facts.flatMap((fact) => [
      { label: 'Fact', text: fact.label },
      { label: fact.label, text: fact.value },
    ]),
    ...sectionFields(document.sections),
    ...document.credits.map((text) => ({ label: 'Credit', text })),
  ];
}

/** What runs at the head and foot of the pages. */
export function roleRunningText(document: RoleDocument): readonly string[] {
  return ['Role spec', document.roleTitle, `Printed on ${document.date}`];
}

function sectionOf(role: RoleSpec, chapter: RoleChapter<PaperChapter>): PaperSection {
  const { id, kind, before, after, sections } = chapter;
  const title = titleOf(role, chapter);
  if (kind === 'prose') return { id, heading: title, blocks: sourceSections(sections, true) };
  return {
    id,
    heading: title,
    blocks: [
      ...sourceBlocks(before),
      ...typedBlocks(role, kind).filter((block) => !isTitle(block, title)),
      ...sourceBlocks(after),
      ...(sections.length === 0 ? [] : sourceSections(sections, false)),
    ],
  };
}

/** A group that is called as its chapter needs no heading of its own. */
function isTitle(block: PaperBlock, title: string): boolean {
  return block.kind === 'heading' && block.text.toLowerCase() === title.toLowerCase();
}

function titleOf(role: RoleSpec, { kind, title, qualifier }: RoleChapter<PaperChapter>): string {
  if (kind !== 'focus' || title !== paperChapters.titles.focus)
    return oneLine(headingOf({ heading: title, qualifier }));
  return role.stack.length === 0 ? 'Focus' : role.focus ? title : 'Stack';
}

function factsOf(role: RoleSpec): RoleDocument['facts'] {
  const step = role.levelOrder;
  const of = role.ladder.filter((rung) => rung.id !== role.id).length + 1;
  const level = [role.levelCode, role.levelLabel]
    .map((text) => oneLine(text ?? ''))
    .filter(Boolean)
    .join(' ');
  const place = step !== undefined && of > 1 && step <= of ? `${step} of ${of}` : '';
  const own = [
    { label: 'Family', value: role.family },
    { label: 'Function', value: role.functionName },
    { label: 'Level', value: joinParts([level, place]) },
    { label: 'Ladder', value: role.ladderSpec?.title },
    { label: 'Effective', value: role.effectiveOn === undefined ? '' : partialDateText(role.effectiveOn) },
    { label: 'Standard', value: role.standard },
  ].map(({ label, value }) => ({ label, value: oneLine(value ?? '') }));
  const known = new Set(own.map((fact) => fact.value));
  const unlabelled = role.facts
    .filter((fact) => (fact.label ?? '') === '')
    .map((fact) => oneLine(fact.value))
    .filter((value) => !known.has(value));
  return [
    ...own,
    ...role.facts
      .filter((fact) => (fact.label ?? '') !== '')
      .map((fact) => ({ label: oneLine(fact.label ?? ''), value: oneLine(fact.value) })),
    { label: 'In the head of the document', value: unlabelled.join(' · ') },
  ].filter((fact) => fact.value !== '');
}

/** Whose words these are, where they were read, and whether they were changed since. */
function creditsOf(role: RoleSpec): string[] {
  const { pack, source, ownEdits } = role;
  return [
    plainText(role.nature ?? ''),
    plainText(role.credit ?? ''),
    ...(pack === null
      ? []
      : [
          oneLine(pack.attribution),
          sentence(
            joinParts([
              `From the pack ${oneLine(pack.name)} ${pack.version} by ${oneLine(pack.author)}`,
              oneLine(pack.licence),
            ]),
          ),
        ]),
    ...(pack === null && source !== null
      ? [`Read from ${oneLine(source.name)} on ${longDateText(source.importedAt.slice(0, 10))}.`]
      : []),
    ownEdits === 0 ? '' : `Changed in ${ownEdits} ${ownEdits === 1 ? 'place' : 'places'} since it was read.`,
  ].filter(Boolean);
}
