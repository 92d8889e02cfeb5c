/** What a careful author of a pack wants to know before others read it: what points at nothing, falls, or says the same twice. */
import type { RoleContent } from '../../api/role-content.ts';
import type { RolePack } from '../../api/role-pack.ts';
import { defaultScale } from '../../vocabulary/role-shape.ts';
import { cellsOf, expandMatrix, rolesOfLadder, scaleOf } from '../ladder/matrix.ts';
import { comparedForm } from '../names/compared-form.ts';
import { blockTexts } from '../role/role-texts.ts';

/** A fault makes part of the pack unreadable or untrue; advice is for its author to weigh. */
export interface PackRemark {
  readonly kind: 'fault' | 'advice';
  /** Where it is, in words: “Senior Machine Learning Engineer, scorecard”. */
  readonly place: string;
  readonly text: string;
}

/** A requirement that is lower than a level beneath says so under this label, with its reason. */
export const whyLowerLabel = 'Why lower here';

/** Every remark on a pack that has passed its schema, in the order of the pack. */
export function checkPack(pack: RolePack): PackRemark[] {
  return [
    ...checkScales(pack),
    ...checkCompetencies(pack),
    ...checkMatrices(pack),
    ...checkLadders(pack),
    ...checkLinks(pack),
    ...checkRoles(pack),
    ...checkWording(pack),
  ];
}

const fault = (place: string, text: string): PackRemark => ({ kind: 'fault', place, text });
const advice = (place: string, text: string): PackRemark => ({ kind: 'advice', place, text });

function checkScales(pack: RolePack): PackRemark[] {
  const remarks: PackRemark[] = repeated(pack.scales.map((scale) => scale.key)).map((key) =>
    fault(`Scale ${key}`, 'is defined twice'),
  );
  for (const { key, levels } of pack.scales)
    if (levels.some((level, index) => level.ordinal !== index + 1))
      remarks.push(fault(`Scale ${key}`, 'has ordinals that do not count 1, 2, 3 … without a hole'));
  return [...remarks, ...checkLevels(pack)];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function checkLevels(pack: RolePack): PackRemark[] {
  const known = new Map<string, number>([
    [defaultScale, 5],
    ...pack.scales.map((scale) => [scale.key, scale.levels.length] as const),
  ]);
  return pack.roles.flatMap((role) =>
    role.requirements.flatMap((asked) => {
      if (asked.level === null) return [];
      const levels = known.get(asked.scale);
      const place = `${role.title}, ${asked.competency}`;
      if (levels === undefined)
        return [fault(place, `names the scale “${asked.scale}”, which the pack does not define`)];
      return asked.level > levels ? [fault(place, `asks level ${asked.level} of a scale that ends at ${levels}`)] : [];
    }),
  );
}

function checkCompetencies(pack: RolePack): PackRemark[] {
  const remarks: PackRemark[] = [];
  const owners = new Map<string, string>();
  for (const { name, aliases } of pack.competencies) {
    for (const word of [name, ...aliases]) {
      const owner = owners.get(comparedForm(word));
      if (owner !== undefined && owner !== name)
        remarks.push(fault(name, `shares the name “${word}” with “${owner}”; a name belongs to one competency`));
      owners.set(comparedForm(word), name);
    }
  }
  const defined = new Set(pack.competencies.map((competency) => comparedForm(competency.name)));
  for (const { name, parent } of pack.competencies)
    if (parent !== undefined && !defined.has(comparedForm(parent)))
      remarks.push(fault(name, `stands under “${parent}”, which the pack does not define`));
  remarks.push(...parentCycles(pack));
  const asked = new Map<string, boolean>();
  for (const role of expandMatrix(pack))
    for (const requirement of role.requirements) asked.set(requirement.competency, requirement.kind === 'skill');
  const parents = new Map(pack.competencies.map((competency) => [comparedForm(competency.name), competency.parent]));
  for (const [name, isSkill] of asked) {
    if (!owners.has(comparedForm(name)) && pack.competencies.length > 0)
      remarks.push(advice(name, 'is asked for but not defined under competencies'));
    else if (isSkill && parents.has(comparedForm(name)) && parents.get(comparedForm(name)) === undefined)
      remarks.push(advice(name, 'is a skill without a competency above it: evidence for it counts for nothing wider'));
  }
  return remarks;
}

/** Competencies that stand beneath themselves. */
function parentCycles(pack: RolePack): PackRemark[] {
  const parents = new Map(
    pack.competencies.map((competency) => [
      comparedForm(competency.name),
      competency.parent === undefined ? '' : comparedForm(competency.parent),
    ]),
  );
  return pack.competencies.flatMap(({ name }) => {
    const start = comparedForm(name);
    const seen = new Set<string>();
    for (let at = parents.get(start) ?? ''; at !== '' && !seen.has(at); at = parents.get(at) ?? '') {
      if (at === start) return [fault(name, 'stands beneath itself')];
      seen.add(at);
    }
    return [];
  });
}

function checkMatrices(pack: RolePack): PackRemark[] {
  const twice = repeated(pack.ladders.map((ladder) => ladder.family)).map((family) =>
    fault(`Ladder ${family}`, 'is there twice; a family has one ladder'),
  );
  return [...twice, ...pack.ladders.flatMap((ladder) => checkMatrix(pack, ladder))];
}

function checkMatrix(pack: RolePack, ladder: RolePack['ladders'][number]): PackRemark[] {
  const place = `Ladder ${ladder.family}`;
  const roles = rolesOfLadder(ladder.family, pack.roles);
  if (roles.length === 0) return [fault(place, 'has no role of its family')];
  if (!ladder.matrix) return [];
  const scale = scaleOf(ladder, pack.scales);
  if (!scale && ladder.matrix.scale !== defaultScale)
    return [fault(place, `its matrix names the scale “${ladder.matrix.scale}”, which the pack does not define`)];
  const doubled = repeated(ladder.matrix.skills.map((skill) => comparedForm(skill.name))).map((name) =>
    fault(place, `has the skill “${name}” twice`),
  );
  const skills = ladder.matrix.skills.flatMap((skill) => {
    const at = `${place}, ${skill.name}`;
    const codes = new Set((scale?.levels ?? []).flatMap((level) => [level.code ?? '', String(level.ordinal)]));
    const read = cellsOf(skill, scale);
    return [
      ...Object.keys(skill.rubric ?? {})
        .filter((key) => scale && !codes.has(key))
        .map((key) => advice(at, `has words for “${key}”, which is no level of its scale`)),
      ...(skill.cells.length > roles.length
        ? [fault(at, `has ${skill.cells.length} cells for ${roles.length} levels`)]
        : []),
      ...skill.cells.flatMap((cell, index) =>
        cell !== null && !read[index]
          ? [fault(at, `level ${index + 1}: “${String(cell)}” is no level of its scale`)]
          : [],
      ),
    ];
  });
  return [...doubled, ...skills];
}

/** A level that is lower than one beneath it says why. */
function checkLadders(pack: RolePack): PackRemark[] {
  const families = new Set(pack.roles.flatMap((role) => role.family ?? []));
  const roles = expandMatrix(pack);
  return [...families].flatMap((family) => {
    const remarks: PackRemark[] = [];
    const highest = new Map<string, number>();
    for (const role of rolesOfLadder(family, roles)) {
      for (const asked of role.requirements) {
        if (asked.level === null) continue;
        const key = `${asked.competency} ${asked.scale}`;
        const before = highest.get(key) ?? 0;
        const isExplained = asked.details.some((detail) => detail.label === whyLowerLabel);
        if (asked.level < before && !isExplained)
          remarks.push(
            advice(
              `${role.title}, ${asked.competency}`,
              `falls from ${before} to ${asked.level}; a detail “${whyLowerLabel}” would say why`,
            ),
          );
        highest.set(key, Math.max(before, asked.level));
      }
    }
    return remarks;
  });
}

/** Links to a family of the pack lead to a role of it, and steps sideways lead back. */
function checkLinks(pack: RolePack): PackRemark[] {
  const families = new Set(pack.roles.flatMap((role) => role.family ?? []));
  const at = new Map(pack.roles.map((role) => [linkKey(role), role]));
  const byTitle = new Map(pack.roles.map((role) => [JSON.stringify([role.title, role.family]), role]));
  return pack.roles.flatMap((role) =>
    role.links.flatMap((link) => {
      if (link.family === undefined || !families.has(link.family)) return [];
      // as on the page of a role: by title and family, and by level where one is named
      const target =
        link.levelCode === undefined ? byTitle.get(JSON.stringify([link.title, link.family])) : at.get(linkKey(link));
      const place = `${role.title}, link to ${link.title}`;
      if (!target) return [fault(place, 'leads to no role of the pack')];
      const back = { next: 'feeder', feeder: 'next', lateral: 'lateral' } as const;
      const isAnswered = target.links.some(
        (answer) =>
          answer.kind === back[link.kind] &&
          answer.title === role.title &&
          (answer.levelCode === undefined || answer.levelCode === role.levelCode),
      );
      return isAnswered ? [] : [advice(place, `has no ${back[link.kind]} link back`)];
    }),
  );
}

function checkRoles(pack: RolePack): PackRemark[] {
  const twice = repeated(pack.roles.map(linkKey)).map((key) => fault(key, 'is there twice'));
  return [
    ...twice,
    ...pack.roles.flatMap((role) => {
      const remarks: PackRemark[] = [];
      const weights = role.scorecard.flatMap((dimension) => dimension.weight ?? []);
      const sum = weights.reduce((total, weight) => total + weight, 0);
      if (weights.length > 0 && Math.abs(sum - 100) > 0.01)
        remarks.push(fault(`${role.title}, scorecard`, `its weights sum to ${sum}, not 100`));
      const names = role.requirements.map((requirement) => comparedForm(requirement.competency));
      for (const name of new Set(names.filter((other, index) => names.indexOf(other) !== index)))
        remarks.push(fault(role.title, `asks for “${name}” twice`));
      return remarks;
    }),
  ];
}

/** Sentences of five words or more that two roles share. */
function checkWording(pack: RolePack): PackRemark[] {
  const owners = new Map<string, string>();
  const remarks: PackRemark[] = [];
  for (const role of pack.roles) {
    for (const sentence of new Set(sentencesOf(role))) {
      const owner = owners.get(sentence);
      if (owner === undefined) owners.set(sentence, role.title);
      else remarks.push(advice(role.title, `says the same as ${owner}: “${sentence.slice(0, 120)}”`));
    }
  }
  return remarks;
}

/** What a role says in words of its own, sentence by sentence; names, links and tours of duty repeat by nature. */
export function sentencesOf(role: RoleContent): string[] {
  const texts: (string | undefined)[] = [
    role.mission,
    role.tourOfDuty,
    role.summary,
    role.focus,
    ...role.requirements.flatMap((requirement) => [
      requirement.blurb,
      ...requirement.details.map((detail) => detail.text),
    ]),
    ...role.responsibilities.map((responsibility) => responsibility.text),
    ...role.kpis.flatMap((kpi) => [kpi.measures, kpi.why, kpi.target]),
    ...role.tools.map((tool) => tool.use),
    ...role.milestones.map((milestone) => milestone.text),
    ...role.items.map((item) => item.text),
    ...role.scorecard.flatMap((dimension) => [dimension.meets, dimension.exceeds]),
    ...role.gapPairs.flatMap((gapPair) => [gapPair.from, gapPair.to]),
    ...role.links.map((link) => link.note),
    ...role.sections.flatMap((section) => section.blocks.flatMap(blockTexts)),
  ];
  return texts
    .flatMap((text) => (text ?? '').split(/(?<=[.?!])\s+|\n+/))
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replace(/[.?!]+$/, '')
        .trim(),
    )
    .filter((sentence) => sentence.split(' ').length >= 5);
}

function linkKey(role: { title: string; family?: string | undefined; levelCode?: string | undefined }): string {
  return [role.title, role.family, role.levelCode ?? ''].join(' · ');
}
