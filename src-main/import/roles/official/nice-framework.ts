/** The NICE framework for cybersecurity as JSON: work roles with their tasks, knowledge and skills. */
import type { Draft } from '../../../../shared/api/import.ts';
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { isObject } from '../../files/read-json.ts';
import { emptyRole } from '../matrix/matrix-library.ts';
import { openNotices } from '../notices.ts';
import { asLine, asProse } from '../role-reading.ts';
import { linesInShort, officialDraft } from './official-pack.ts';

const packCard = {
  id: 'nice-framework',
  name: 'NICE framework work roles',
  author: 'National Institute of Standards and Technology (NIST)',
  licence: 'Public domain in the United States (17 U.S.C. 105)',
  credit: 'Republished courtesy of the National Institute of Standards and Technology. Cairn has changed its form.',
  description: 'Work roles of the NICE Workforce Framework for Cybersecurity as they were downloaded.',
} as const;

interface Element {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly text: string;
}

type Json = Record<string, unknown>;

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textIn = (value: Json, key: string): string => (typeof value[key] === 'string' ? asProse(value[key]) : '');

/** Where the lists stand: at the top, or in the envelope of the tool that offers the download. */
function bodyOf(value: unknown): Json | null {
  let at: unknown = value;
  for (let depth = 0; depth < 4 && isObject(at); depth += 1) {
    if (Array.isArray(at.elements) && Array.isArray(at.relationships)) return at;
    at = at.response ?? at.elements ?? at.data;
  }
  return null;
}

/** Whether JSON holds work roles and what they are related to. */
export function isNiceFramework(value: unknown): boolean {
  const body = bodyOf(value);
  if (body === null) return false;
  return listOf(body.elements)
    .slice(0, 5_000)
    .some((element) => element.element_type === 'work_role');
}

/** The draft of the framework. Never refuses. */
export function readNiceFramework(value: unknown): Draft {
  const notices = openNotices();
  const body = bodyOf(value) ?? {};
  const elements = new Map<string, Element>();
  for (const element of listOf(body.elements)) {
    const id = textIn(element, 'element_identifier');
    const type = textIn(element, 'element_type').toLowerCase();
    if (id !== '')
      elements.set(`${type} ${id}`, {
        id,
        type,
        title: asLine(textIn(element, 'title')),
        text: textIn(element, 'text'),
      });
  }
  const byId = new Map<string, Element>([...elements.values()].map((element) => [element.id, element]));
  const linked = new Map<string, Set<string>>();
  const link = (from: string, to: string) => {
    const known = linked.get(from) ?? new Set<string>();
    known.add(to);
    linked.set(from, known);
  };
  for (const relationship of listOf(body.relationships)) {
    const [from, to] = [
      textIn(relationship, 'source_element_identifier'),
      textIn(relationship, 'dest_element_identifier'),
    ];
    if (from === '' || to === '') continue;
    link(from, to);
    link(to, from);
  }
  const workRoles = [...elements.values()].filter((element) => element.type === 'work_role');
  const roles = workRoles.map((element) =>
    roleOf(
      element,
      [...(linked.get(element.id) ?? [])].flatMap((id) => byId.get(id) ?? []),
    ),
  );
  if (roles.every((role) => role.requirements.length === 0))
    notices.add(
      'KEPT',
      'The roles ask for nothing yet: the file holds no relations between work roles and skills. Give the whole framework.',
    );
  else
    notices.add('INTERPRETED', 'The framework has no levels: each role asks that its knowledge and skills be shown.');
  return officialDraft(
    'nice-framework',
    packCard,
    versionOf(body),
    { scales: [], competencies: [], ladders: [], roles },
    notices,
    linesInShort([{ name: packCard.name, rows: elements.size }], roles),
  );
}

function versionOf(body: Json): string {
  const [document] = listOf(body.documents);
  return (document === undefined ? '' : asLine(textIn(document, 'version')).slice(0, 40)) || 'as downloaded';
}

function roleOf(element: Element, related: readonly Element[]): RoleContent {
  const of = (type: string): Element[] =>
    related
      .filter((other) => other.type === type)
      .toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  const category = of('category')[0];
  const asked = [...of('skill'), ...of('knowledge')].slice(0, 1_000);
  return {
    ...emptyRole(element.title || element.id),
    family: asLine(category?.title || category?.text || 'NICE framework'),
    ...(element.text === '' ? {} : { summary: element.text }),
    facts: [{ label: 'Work role ID', value: asLine(element.id) }],
    requirements: asked.map((quality) => ({
      competency: asLine(quality.title || quality.text || quality.id),
      kind: quality.type === 'skill' ? 'skill' : 'competency',
      level: null,
      scale: 'five-levels',
      importance: null,
      isMandatory: false,
      category: quality.type === 'skill' ? 'Skills' : 'Knowledge',
      countsInMatch: true,
      details: [{ label: 'ID', text: quality.id }],
      words: asProse(`${quality.id} ${quality.text || quality.title}`),
    })),
    responsibilities: of('task')
      .slice(0, 500)
      .map((task) => ({ text: task.text || task.title || task.id, words: asProse(`${task.id} ${task.text}`) })),
  };
}
