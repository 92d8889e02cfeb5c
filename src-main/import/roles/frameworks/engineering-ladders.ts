/** The engineering ladders in Markdown: levels such as `D1 - Developer 1`, each with five axes and a verb for its place on them. */

import type { Draft } from '../../../../shared/api/import.ts';
import { limits } from '../../../../shared/vocabulary/limits.ts';
import { cleanLine, lettersAndFigures, quoted } from '../../outline/clean-text.ts';
import { titleOfFile } from '../../outline/file-title.ts';
import { toSections, withinLimits } from '../../outline/outline.ts';
import { outlineOfText } from '../../outline/text-outline.ts';
import { checkLimit } from '../../output-limits.ts';
import { emptyRole } from '../matrix/matrix-library.ts';
import { openNotices } from '../notices.ts';
import { asLine, asProse } from '../role-reading.ts';

/** The axes with the verbs of their five places, lowest first. */
const axes: readonly (readonly [string, readonly string[]])[] = [
  ['Technology', ['Adopts', 'Specializes', 'Evangelizes', 'Masters', 'Creates']],
  ['System', ['Enhances', 'Designs', 'Owns', 'Evolves', 'Leads']],
  ['People', ['Learns', 'Supports', 'Mentors', 'Coordinates', 'Manages']],
  ['Process', ['Follows', 'Enforces', 'Challenges', 'Adjusts', 'Defines']],
  ['Influence', ['Subsystem', 'Team', 'Multiple teams', 'Company', 'Community']],
];

interface Place {
  readonly axis: string;
  readonly level: number;
  readonly verb: string;
  readonly text: string;
  readonly line: number;
  readonly words: string;
}

interface Step {
  readonly prefix: string;
  readonly code: string;
  readonly title: string;
  readonly line: number;
  readonly places: Place[];
}

const headingPattern =
  /^#{1,5}\s{1,3}\[?(\p{Lu}{1,5})(\d{1,2})\]?(?:\([^)]{0,200}\))?\s{0,3}[-–—:]\s{0,3}(\S.{0,120})$/u;

/** Words without the marks of links and type. */
const plain = (text: string): string =>
  cleanLine(text.replaceAll(/\]\([^)]{0,300}\)/g, '').replaceAll(/[[\]*_`]/g, ''));

/** `**Technology** - Adopts: learns actively`, `* **Adopts**: learns actively`. */
function placeIn(line: string, at: number): Place | null {
  const text = plain(line.slice(0, 2_000).replace(/^\s{0,12}(?:[*•-]|\d{1,2}\.)\s{1,4}(?=\S)/, ''));
  for (const [axis, verbs] of axes) {
    const isNamed = text.toLowerCase().startsWith(axis.toLowerCase());
    const rest = isNamed ? text.slice(axis.length).replace(/^[\s:–—(|-]{0,5}/, '') : text;
    const index = verbs.findIndex((verb) => {
      const next = rest
        .slice(verb.length, verb.length + 2)
        .trim()
        .charAt(0);
      return (
        lettersAndFigures(rest.slice(0, verb.length)) === lettersAndFigures(verb) &&
        (next === '' || ':–—-|)'.includes(next))
      );
    });
    // “Team” or “Leads” alone may begin any sentence: without its axis the verb has to be marked off.
    if (index === -1) continue;
    const verb = verbs[index] ?? '';
    const description = rest.slice(verb.length).replace(/^[\s:–—)|-]{0,5}/, '');
    if (!isNamed && description === '') continue;
    return { axis, level: index + 1, verb, text: description, line: at + 1, words: line.trim() };
  }
  return null;
}

function stepsIn(lines: readonly string[]): Step[] {
  const steps: Step[] = [];
  lines.forEach((line, index) => {
    const heading = line.length <= 400 ? headingPattern.exec(line) : null;
    if (heading?.[1] !== undefined && heading[2] !== undefined && heading[3] !== undefined) {
      steps.push({
        prefix: heading[1],
        code: `${heading[1]}${heading[2]}`,
        title: plain(heading[3]),
        line: index + 1,
        places: [],
      });
      return;
    }
    const step = steps.at(-1);
    const place = step === undefined ? null : placeIn(line, index);
    if (step !== undefined && place !== null && !step.places.some((earlier) => earlier.axis === place.axis))
      step.places.push(place);
  });
  return steps.filter((step) => step.places.length >= 3);
}

/** The draft of such a document; null for any other text. Throws FILE_TOO_LARGE alone. */
export function readEngineeringLadders(name: string, text: string): Draft | null {
  const lines = text.split('\n');
  const steps = stepsIn(lines);
  if (steps.length < 2) return null;
  checkLimit(quoted(name), lines.length, limits.lines);
  const notices = openNotices();
  const outline = outlineOfText(text);
  const chapters = withinLimits(outline.chapters);
  const prefixes = [...new Set(steps.map((step) => step.prefix))];
  const title = plain(outline.title ?? '') || titleOfFile(name);
  const familyOf = (prefix: string): string => {
    const first = steps.find((step) => step.prefix === prefix);
    return asLine(
      prefixes.length === 1 && outline.title ? title : (first?.title.replace(/\s?(?:\d{1,2}|I{1,3}V?)$/, '') ?? prefix),
    );
  };
  notices.add(
    'INTERPRETED',
    'The verb of each axis is read as its place from 1 to 5.',
    undefined,
    axes.map(([axis, verbs]) => `${axis}: ${verbs.join(', ')}`).join('. '),
  );
  const scale = 'engineering-ladders';
  return {
    kind: 'ladder',
    format: 'engineering-ladders',
    title: asLine(title),
    notices: notices.all(),
    sourceLines: outline.sourceLines,
    library: {
      scales: [
        {
          key: scale,
          name: 'Place on an axis, 1 to 5',
          levels: [1, 2, 3, 4, 5].map((ordinal) => ({ ordinal, label: `Place ${ordinal}`, code: String(ordinal) })),
        },
      ],
      competencies: [],
      ladders: prefixes.map((prefix, index) => {
        const own = steps.filter((step) => step.prefix === prefix);
        return {
          family: familyOf(prefix),
          title: familyOf(prefix),
          matrix: {
            scale,
            countsThroughParents: false,
            skills: axes
              .map(([axis]) => ({
                name: axis,
                cells: own.slice(0, 30).map((step) => {
                  const place = step.places.find((place) => place.axis === axis);
                  if (place === undefined) return null;
                  return {
                    level: place.level,
                    isMandatory: false,
                    detail: asProse(`${place.verb}${place.text === '' ? '' : `: ${place.text}`}`),
                  };
                }),
              }))
              .filter((skill) => skill.cells.some((cell) => cell !== null)),
          },
          shortRows: [],
          faqs: [],
          facts: [],
          sections: index === 0 ? toSections(chapters) : [],
        };
      }),
      roles: prefixes.flatMap((prefix) =>
        steps
          .filter((step) => step.prefix === prefix)
          .slice(0, 30)
          .map((step, index) => ({
            ...emptyRole(asLine(step.title)),
            family: familyOf(prefix),
            levelCode: step.code,
            levelLabel: asLine(step.title),
            levelOrder: index + 1,
          })),
      ),
    },
  };
}
