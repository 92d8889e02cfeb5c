/** The texts a printed page must hold, in reading order: what the read-back looks for. */
import type { ContactItem, DocumentField, PrintableDocument, ResumeBlock, ResumeDocument } from '../../api/document.ts';
import { trackDocumentFields, trackRunningText } from '../ladder/track-document.ts';
import { matchDocumentFields, matchRunningText } from '../match/match-document.ts';
import { roleDocumentFields, roleRunningText } from '../role/role-document.ts';
import { listed } from './joined-text.ts';

/** Every text of the document once, in the order in which it is read. */
export function printedFieldsOf(document: PrintableDocument): readonly DocumentField[] {
  return everyField(document).filter((field) => field.text.trim() !== '');
}

function everyField(document: PrintableDocument): readonly DocumentField[] {
  switch (document.kind) {
    case 'resume':
      return resumeFields(document);
    case 'match':
      return matchDocumentFields(document);
    case 'role':
      return roleDocumentFields(document);
    case 'track':
      return trackDocumentFields(document);
  }
}

/** What runs at the head or foot of later pages; it is no field and may stand between two lines of one. */
export function runningTextsOf(document: PrintableDocument): readonly string[] {
  switch (document.kind) {
    case 'resume':
      return [document.name];
    case 'match':
      return matchRunningText(document);
    case 'role':
      return roleRunningText(document);
    case 'track':
      return trackRunningText(document);
  }
}

function resumeFields(document: ResumeDocument): DocumentField[] {
  const typed = new Map(document.changed.map((change) => [change.text, change.typed]));
  const fields: readonly DocumentField[] = [
    { label: 'Name', text: document.name },
    { label: 'Headline', text: document.headline },
    ...document.contact.flatMap((line) => line.map((item) => ({ label: contactLabel(item.href), text: item.text }))),
    ...document.blocks.flatMap(blockFields),
  ];
  return fields.map((field) => {
    const source = typed.get(field.text);
    return source === undefined ? field : { ...field, typed: source };
  });
}

/** Whether the name of an employer leads to its address; else the address prints after it. */
export function isLinked(employer: { readonly name: string; readonly link: ContactItem | null }): boolean {
  return employer.name !== '' && (employer.link?.href ?? null) !== null;
}

function contactLabel(href: string | null): string {
  if (href === null) return 'Contact';
  return href.startsWith('mailto:') ? 'E-mail' : href.startsWith('tel:') ? 'Phone' : 'Address';
}

function blockFields(block: ResumeBlock): DocumentField[] {
  switch (block.kind) {
    case 'summary':
      return [{ label: 'Summary', text: block.text }];
    case 'experience':
      return [
        { label: 'Heading', text: block.heading },
        ...block.employers.flatMap((employer) => [
          { label: 'Employer', text: employer.name },
          { label: `${employer.name}, description`, text: employer.about },
          { label: `${employer.name}, address`, text: isLinked(employer) ? '' : (employer.link?.text ?? '') },
          { label: `${employer.name}, dates`, text: employer.dates },
          ...employer.positions.flatMap((position) => [
            { label: `Position at ${employer.name}`, text: position.title },
            { label: `${position.title}, dates`, text: position.dates },
            { label: `${position.title}, summary`, text: position.summary },
            ...bulletFields(position.bullets, employer.name || position.title),
          ]),
        ]),
      ];
    case 'skills':
      return [
        { label: 'Heading', text: block.heading },
        ...block.groups.flatMap((group) => [
          { label: 'Skill group', text: group.label },
          { label: group.label === '' ? 'Skills' : `Skills, ${group.label}`, text: listed(group.items) },
        ]),
      ];
    case 'entries':
      if (block.section === 'languages') {
        return [
          { label: 'Heading', text: block.heading },
          ...block.entries.map((entry) => ({ label: 'Language', text: entry.lead })),
        ];
      }
      return [
        { label: 'Heading', text: block.heading },
        ...block.entries.flatMap((entry) => [
          { label: block.heading, text: entry.lead },
          { label: `${entry.lead}, more`, text: entry.rest },
          { label: `${entry.lead}, address`, text: entry.link?.text ?? '' },
          { label: `${entry.lead}, dates`, text: entry.dates },
          { label: `${entry.lead}, note`, text: entry.note },
          ...bulletFields(entry.bullets, entry.lead),
        ]),
      ];
  }
}

function bulletFields(bullets: readonly { readonly text: string }[], of: string): DocumentField[] {
  return bullets.map((bullet, index) => ({
    label: of === '' ? `Bullet ${index + 1}` : `Bullet ${index + 1} of ${of}`,
    text: bullet.text,
  }));
}
