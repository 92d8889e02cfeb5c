/** What is taken over, joined and left: the choices of a review and what is sent of them. */
import { expect, test } from 'vitest';
import type { EditionOffer, JoinOffer } from '../../../shared/api/import.ts';
import type { ShownChange } from '../../../shared/api/role-change.ts';
import { joinInput } from '../../../src-renderer/features/import/review/pack/use-joins.ts';
import { repairSentence } from '../../../src-renderer/features/import/review/repair-strip.tsx';
import { takeOverLabel } from '../../../src-renderer/features/import/review/review-actions.ts';
import {
  changeSides,
  changeSummary,
  differenceOf,
  groupChanges,
} from '../../../src-renderer/features/import/review/role/change-sides.ts';
import { unplacedLines } from '../../../src-renderer/features/import/review/role/unplaced-lines.ts';
import { chosenChanges, isTakenOver } from '../../../src-renderer/features/import/review/role/use-editions.ts';
import { rowForLine } from '../../../src-renderer/features/import/review/use-linked-scroll.ts';

const mission: ShownChange = {
  id: 'field mission',
  change: { field: 'mission', before: 'Keeps boats moving.', after: 'Keeps boats moving and feet dry.' },
  words: 'Mission changed: Keeps boats moving. → Keeps boats moving and feet dry.',
  yours: null,
};
const target: ShownChange = {
  id: 'kpis waiting',
  change: {
    list: 'kpis',
    key: 'waiting',
    before: { name: 'Waiting', target: '20 min', line: 4 },
    after: { name: 'Waiting', target: '15 min', line: 9 },
    rank: 0,
  },
  words: 'Target of Waiting changed: 20 min → 15 min',
  yours: '25 min',
};
const offer: EditionOffer = { roleId: 'r', title: 'Lock keeper', index: 2, changes: [mission, target], yourEdits: 1 };

test('everything is taken over but what the user changed too, until they say otherwise', () => {
  expect(chosenChanges([offer], {})).toEqual([{ roleId: 'r', index: 2, changeIds: ['field mission'] }]);
  expect(isTakenOver({ '2 kpis waiting': true }, offer, target)).toBe(true);
  expect(chosenChanges([offer], { '2 kpis waiting': true, '2 field mission': false })).toEqual([
    { roleId: 'r', index: 2, changeIds: ['kpis waiting'] },
  ]);
});

test('a choice for one role says nothing of another', () => {
  const other = { ...offer, roleId: 'o', index: 3 };
  expect(chosenChanges([offer, other], { '2 field mission': false }).map(({ changeIds }) => changeIds)).toEqual([
    [],
    ['field mission'],
  ]);
});

test('the button says what it will do', () => {
  expect(takeOverLabel(12, 0)).toBe('Take over 12 changes');
  expect(takeOverLabel(1, 1)).toBe('Take over 1 change, add 1 role');
  expect(takeOverLabel(0, 2)).toBe('Add 2 roles');
});

const offers: JoinOffer[] = [
  {
    name: 'k8s',
    candidates: [
      { id: 'a', name: 'Kubernetes', likeness: 0.9 },
      { id: 'b', name: 'Kubeflow', likeness: 0.5 },
    ],
  },
  { name: 'Go', candidates: [{ id: 'c', name: 'Golang', likeness: 0.8 }] },
];

test('nothing is joined and nothing kept apart without the user’s word', () => {
  expect(joinInput(offers, {})).toEqual({ joins: [], apart: [] });
});

test('the same joins one; different keeps all that were offered apart; a name no longer offered is left alone', () => {
  expect(joinInput(offers, { k8s: { same: 'a' }, Go: { apart: true }, gone: { same: 'z' } })).toEqual({
    joins: [{ name: 'k8s', competencyId: 'a' }],
    apart: [{ name: 'Go', competencyId: 'c' }],
  });
  expect(joinInput(offers, { k8s: { apart: true } }).apart).toHaveLength(2);
  expect(joinInput(offers, { k8s: { same: 'no longer a candidate' } })).toEqual({ joins: [], apart: [] });
});

test('changes stand under the groups of the values, the text of the document last', () => {
  const text: ShownChange = {
    id: 's',
    change: {
      list: 'sections',
      key: 'about',
      before: null,
      after: { depth: 1, heading: 'About', blocks: [{ kind: 'paragraph', inlines: [{ text: 'Words' }] }] },
      rank: 0,
    },
    words: 'Section “About” added',
    yours: null,
  };
  expect(groupChanges([text, target, mission]).map(({ group }) => group)).toEqual(['Role', 'KPIs', 'Prose']);
  expect(changeSides(text.change)).toEqual([{ label: '', before: null, after: 'Words' }]);
});

test('only parts that say something are shown: not where a row stood, not what its sentence tells', () => {
  expect(changeSides(target.change)).toEqual([{ label: 'Target', before: '20 min', after: '15 min' }]);
  expect(changeSummary(target).sides).toEqual([]);
  const cut = { ...mission, words: 'Mission changed: Keeps… → Keeps…' };
  expect(changeSummary(cut)).toMatchObject({
    words: 'Mission changed',
    sides: [{ after: 'Keeps boats moving and feet dry.' }],
  });
});

test('a changed text shows what differs, at the bounds of words; two texts that share little are shown whole', () => {
  expect(differenceOf('Keeps boats moving', 'Keeps barges moving')).toEqual({
    head: 'Keeps ',
    before: 'boats',
    after: 'barges',
    tail: ' moving',
  });
  expect(differenceOf('Keeps boats moving.', 'Opens gates')).toEqual({
    head: '',
    before: 'Keeps boats moving.',
    after: 'Opens gates',
    tail: '',
  });
  const long = 'word '.repeat(80).trim();
  const shown = differenceOf(`${long} old ${long}`, `${long} new ${long}`);
  expect(shown).toMatchObject({ before: 'old', after: 'new' });
  expect(shown.head.length + shown.tail.length).toBeLessThan(140);
});

test('the strip of a repair counts what was mended and what was not', () => {
  const repair = { isApplied: true, places: 424, left: 12, samples: [] };
  expect(repairSentence(repair)).toBe('412 places were saved in a wrong encoding and are repaired; 12 could not be.');
  expect(repairSentence({ ...repair, isApplied: false })).toBe(
    '424 places were saved in a wrong encoding. They are shown as they stand.',
  );
  expect(repairSentence({ ...repair, places: 1, left: 0 })).toBe(
    '1 place was saved in a wrong encoding and is repaired.',
  );
});

test('what is unplaced is every line with words that became no value, under the heading it stands below', () => {
  const source = ['Lock keeper', 'Duties', '• Log every passage of a boat', 'Be kind.', '', 'Subscribe'];
  const marks = new Map([
    [1, { code: null, notice: null, valueId: 'title' }],
    [6, { code: 'LEFT_OUT' as const, notice: 0, valueId: null }],
  ]);
  const sections = [{ depth: 1, heading: 'Duties', blocks: [] }];
  expect(unplacedLines(source, marks, sections, ['Log every passage of a boat'])).toEqual([
    { heading: 'Duties', lines: [{ number: 4, words: 'Be kind.' }] },
  ]);
});

test('the row that belongs to a line is the one that begins last at or above it, else the first of all', () => {
  expect(rowForLine([3, 40, 12], 20)).toBe(2);
  expect(rowForLine([3, 40, 12], 1)).toBe(0);
  expect(rowForLine([], 1)).toBeNull();
});
