/** Every word of a role document, once, for search. */
import type { Block, ListItem, RoleContent } from '../../../shared/api/role-content.ts';

/** The texts one below the other, at most 400,000 characters. */
export function wordsOf(role: RoleContent): string {
  const prose = role.sections.flatMap((section) => [
    section.heading,
    section.qualifier,
    ...section.blocks.flatMap(blockWords),
  ]);
  const typed: (string | undefined)[] = [
    role.tagline,
    role.mission,
    role.tourOfDuty,
    role.summary,
    role.focus,
    role.functionName,
    role.standard,
    role.nature,
    role.levelLabel,
    role.credit,
    ...role.stack,
    ...role.facts.flatMap((one) => [one.label, one.value]),
    ...role.requirements.flatMap((one) => [
      one.competency,
      one.category,
      one.tier,
      one.importanceNote,
      one.blurb,
      ...one.details.flatMap((detail) => [detail.label, detail.text]),
    ]),
    ...role.responsibilities.flatMap((one) => [one.group, `${one.lead ?? ''} ${one.text}`]),
    ...role.kpis.flatMap((one) => [one.name, one.category, one.measures, one.why, one.target, one.frequency, one.note]),
    ...role.tools.flatMap((one) => [one.name, one.category, one.use, one.adoption]),
    ...role.milestones.flatMap((one) => [one.horizon, one.text]),
    ...role.items.flatMap((one) => [one.group, one.name, one.text]),
    ...role.scorecard.flatMap((one) => [one.dimension, one.meets, one.exceeds]),
    ...role.faqs.flatMap((one) => [one.question, one.answer]),
    ...role.links.flatMap((one) => [one.title, one.family, one.levelCode, one.note, one.tourOfDuty]),
    ...role.gapPairs.flatMap((one) => [one.theme, one.from, one.to]),
  ];
  const seen = new Set([...typed, ...prose].map((text) => text?.trim() ?? '').filter(Boolean));
  return [...seen].join('\n').slice(0, 400_000);
}

function listWords(items: readonly ListItem[]): string[] {
  return items.flatMap((item) => [item.inlines.map((inline) => inline.text).join(''), ...listWords(item.items ?? [])]);
}

function blockWords(block: Block): string[] {
  if (block.kind === 'list') return listWords(block.items);
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()];
  return [block.inlines.map((inline) => inline.text).join('')];
}
