/** JSON, role packs, YAML and object literals that grow, nest or reach for what every object inherits. */
import { each, nested, noise, type Recipe, times } from './shapes.ts';

const pack = (parts: Record<string, unknown>): string =>
  JSON.stringify({
    format: 'cairn-rolepack',
    formatVersion: 2,
    id: 'hostile',
    name: 'Hostile',
    version: '1',
    author: 'Nobody',
    licence: 'None',
    roles: [{ title: 'Deckhand' }],
    ...parts,
  });
const list = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));
const ladderOf = (levels: number) => list(levels, (at) => ({ title: `R${at}`, family: 'F', levelOrder: at + 1 }));
const post = (html: string, count = 1): string =>
  JSON.stringify(list(count, () => ({ title: { rendered: 'A' }, content: { rendered: html } })));
const topics = (yaml: string): string => `---\n${yaml}\ntopics:\n  - title: T\n    content:\n      - level: 1\n---\n`;
/** Lists of lists, as deep as asked. */
const itemsOf = (depth: number): unknown[] =>
  depth === 0 ? [] : [{ inlines: [{ text: 'a' }], items: itemsOf(depth - 1) }];

export const data: readonly Recipe[] = [
  ['brackets.json', 'five million brackets', () => times('[', 5e6)],
  ['deep.json', 'lists and objects 60 deep around a wide list', () => nested('[', each(100_000, String, ','), ']', 60)],
  ['deep-objects.json', 'objects a million deep', () => nested('{"a":', '1', '}', 1e6)],
  ['half.json', 'a text that never ends', () => `{"title":"${noise(4e6)}`],
  ['values.json', '499,000 empty objects', () => `[${times('{},', 499_000)}{}]`],
  ['keys.json', '200,000 different keys', () => `{${each(200_000, (index) => `"k${index}":1`, ',')}}`],
  ['long-string.json', 'one string of 19 MB', () => `{"title":"${times('a', 19e6)}"}`],
  ['escapes.json', 'escapes of 19 MB', () => `{"title":"${times('\\u0061', 3.1e6)}"}`],
  ['digits.json', 'a number of five million digits', () => `{"n":${times('9', 5e6)}}`],
  [
    'numbers.json',
    'numbers beyond every range',
    () => '{"title":"x","level":1e999,"n":-1e999,"z":-0,"i":1234567890123456789012}',
  ],
  ['proto.json', 'the key __proto__', () => '{"__proto__":{"polluted":1},"title":"x"}'],
  ['escaped-proto.json', 'the same key, escaped', () => '{"\\u005f_proto__":{"polluted":1},"title":"x"}'],
  ['constructor.json', 'the key constructor', () => '{"constructor":{"prototype":{"polluted":1}}}'],
  ['surrogates.json', 'halves of characters', () => '{"title":"\\ud800","text":"\\udc00\\ud800"}'],
  ['tree.json', 'a tree of 65,000 leaves', () => list(16, () => 0).reduce((text) => `[${text},${text}]`, '1')],
  ['long-keys.json', 'keys of 100 kB', () => `{${each(40, (index) => `"${noise(100_000)}${index}":{"a":1}`, ',')}}`],
  [
    'nice.json',
    '40,000 elements that are related in a chain',
    () =>
      JSON.stringify({
        elements: list(40_000, (at) => ({ element_type: 'task', element_identifier: `T${at}`, text: 'x' })),
        relationships: list(40_000, (at) => ({
          source_element_identifier: `T${at}`,
          dest_element_identifier: `T${at + 1}`,
        })),
      }),
  ],
  [
    'nice-shared.json',
    '300 work roles that all ask for the same 900 long skills',
    () =>
      JSON.stringify({
        elements: [
          ...list(300, (at) => ({ element_type: 'work_role', element_identifier: `W${at}`, title: `W${at}` })),
          ...list(900, (at) => ({ element_type: 'skill', element_identifier: `S${at}`, text: noise(2_000) })),
        ],
        relationships: list(150_000, (at) => ({
          source_element_identifier: `W${at % 300}`,
          dest_element_identifier: `S${at % 900}`,
        })),
      }),
  ],
  ['posts.json', '90 posts of 12,000 paragraphs', () => post(times('<p>a</p>', 12_000), 90)],
  ['tags-post.json', 'a post of 600,000 tags', () => post(times('<b><p>', 300_000))],
  ['newer.rolepack.json', 'a format that is not known yet', () => pack({ formatVersion: 99 })],
  [
    'bare-roles.rolepack.json',
    '5,000 roles of nothing but a title',
    () => pack({ roles: list(5_000, (at) => ({ title: `R${at}` })) }),
  ],
  [
    'matrix.rolepack.json',
    'a matrix of 600 long rows over 30 levels',
    () =>
      pack({
        roles: ladderOf(30),
        ladders: [
          {
            family: 'F',
            matrix: {
              scale: 'five-levels',
              skills: list(600, (at) => ({ name: `S${at}`, words: noise(3_000), cells: list(30, () => '3!') })),
            },
          },
        ],
      }),
  ],
  [
    'rubric.rolepack.json',
    'a long rubric behind every cell',
    () =>
      pack({
        roles: ladderOf(30),
        ladders: [
          {
            family: 'F',
            matrix: {
              scale: 'five-levels',
              skills: list(600, (at) => ({
                name: `S${at}`,
                rubric: { 3: noise(3_000) },
                cells: list(30, () => 3).map(String),
              })),
            },
          },
        ],
      }),
  ],
  [
    'cells.rolepack.json',
    '450,000 cells in 200 ladders',
    () =>
      pack({
        roles: list(1_000, (at) => ({ title: `R${at}`, family: `F${at % 200}` })),
        ladders: list(200, (ladder) => ({
          family: `F${ladder}`,
          matrix: {
            scale: 'five-levels',
            skills: list(450, (at) => ({ name: `S${at}`, cells: ['1', '2', '3', '4', '5'] })),
          },
        })),
      }),
  ],
  ['faults.rolepack.json', '400,000 faults', () => pack({ roles: list(400_000, () => 1) })],
  [
    'items.rolepack.json',
    'a list nested 30 deep, and one 20,000 deep',
    () =>
      pack({
        roles: [
          {
            title: 'R',
            sections: [{ depth: 1, heading: 'H', blocks: [{ kind: 'list', isOrdered: false, items: itemsOf(25) }] }],
          },
        ],
      }),
  ],
  [
    'patch.json',
    'a patch of 100,000 changes',
    () =>
      JSON.stringify({
        format: 'cairn-rolepatch',
        formatVersion: 1,
        role: { title: 'R' },
        changes: list(100_000, (at) => ({ id: `c${at}` })),
      }),
  ],
  [
    'laughs.yaml',
    'aliases that grow',
    () =>
      topics(
        `a: &a [${times('"ha",', 9)}]\n${[...'bcdefghi'].map((key, at) => `${key}: &${key} [${times(`*${'abcdefgh'[at]},`, 9)}]`).join('\n')}`,
      ),
  ],
  [
    'aliases.yaml',
    '40,000 names of one long text',
    () => topics(`a: &a "${noise(20_000)}"\nb: [${times('*a,', 40_000)}]`),
  ],
  [
    'topics.yaml',
    'one long topic named 2,000 times',
    () =>
      `---\ntopics:\n  - &t\n    title: T\n    content:\n      - &c\n        level: 1\n        criteria: ["${noise(20_000)}"]\n${times('  - *t\n', 2_000)}---\n`,
  ],
  ['anchors.yaml', '60,000 anchors', () => topics(each(60_000, (at) => `k${at}: &a${at} ${at}`, '\n'))],
  ['deep.yaml', 'lists 100,000 deep', () => topics(`a: ${times('- ', 100_000)}x`)],
  ['flow.yaml', 'brackets 100,000 deep', () => topics(`a: ${nested('[', '', ']', 100_000)}`)],
  [
    'tags.yaml',
    'tags that name code',
    () => topics('a: !!js/function "function(){}"\nb: !!python/object/apply:os.system ["id"]'),
  ],
  [
    'merge.yaml',
    'merges of merges',
    () => topics(`a: &a {x: 1}\n${each(5_000, (at) => `m${at}: {<<: [${times('*a,', 50)}]}`, '\n')}`),
  ],
  ['colons.yaml', '1.7 MB of colons', () => topics(times('a: ', 560_000))],
  ['proto.yaml', 'the key __proto__', () => topics('__proto__: {polluted: 1}')],
  ['deep.js', 'an object literal 100,000 deep', () => `export const tracks = ${nested('{a:', '1', '}', 100_000)}`],
  [
    'call.js',
    'a call where data stands',
    () => 'export const milestones = {"MOBILITY": {displayName: process.exit(1)}}',
  ],
  [
    'comments.js',
    'a comment that never ends, a million times begun',
    () => `export const tracks = {"MOBILITY": ${times('/*', 900_000)}`,
  ],
  [
    'template.js',
    'a template string with code in it',
    () => 'export const tracks = {"MOBILITY": {displayName: `\u0024{process.exit(1)}`}}',
  ],
];
