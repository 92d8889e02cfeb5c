/** The card of an official download, and the draft around its roles. */
import type { Draft, DraftFormat } from '../../../../shared/api/import.ts';
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import type { RoleLibrary } from '../../../../shared/api/role-pack.ts';
import type { Notices } from '../notices.ts';

export interface OfficialCard {
  readonly id: string;
  readonly name: string;
  readonly author: string;
  readonly licence: string;
  /** What must be shown with every role of it. */
  readonly credit: string;
  readonly description: string;
}

const mostRoles = 5_000;
const mostCompetencies = 20_000;

/** The draft of a download: a pack whose every role carries the credit line. */
export function officialDraft(
  format: DraftFormat,
  card: OfficialCard,
  version: string,
  library: RoleLibrary,
  notices: Notices,
  sourceLines: readonly string[],
): Draft {
  const { roles, competencies } = library;
  if (roles.length > mostRoles)
    notices.add('NOT_PLACED', `Only the first ${mostRoles} of ${roles.length} roles are read.`);
  if (competencies.length > mostCompetencies)
    notices.add(
      'NOT_PLACED',
      `Only the first ${mostCompetencies} of ${competencies.length} competencies are described.`,
    );
  notices.add('KEPT', card.credit, undefined, 'This line is shown with every role that was read from it.');
  return {
    kind: 'pack',
    format,
    title: card.name,
    notices: notices.all(),
    sourceLines,
    pack: {
      ...library,
      competencies: competencies.slice(0, mostCompetencies),
      roles: roles.slice(0, mostRoles).map((role): RoleContent => ({ ...role, credit: card.credit })),
      format: 'cairn-rolepack',
      formatVersion: 2,
      id: card.id,
      name: card.name,
      version,
      author: card.author,
      licence: card.licence,
      attribution: card.credit,
      description: card.description,
    },
  };
}

/** A download told in short: its files, then its roles. The whole would be a book. */
export function linesInShort(
  files: readonly { readonly name: string; readonly rows: number }[],
  roles: readonly RoleContent[],
): string[] {
  return [
    ...files.map(({ name, rows }) => `${name}: ${rows} rows`),
    '',
    ...roles.map((role) =>
      [role.title, role.levelCode, role.family, `${role.requirements.length} requirements`].filter(Boolean).join(' · '),
    ),
  ];
}
