/** Every word of a role document, once, for search. */
import type { Block, ListItem, RoleContent } from '../../shared/api/role-content.ts';

/** The texts one below the other, at most 400,000 characters. */
export function wordsOf(role: RoleContent): string {
  const prose = role.sections.flatMap((section) => [section.heading, ...section.blocks.flatMap(blockWords)]);
  const typed: (string | undefined)[] = [
    role.tagline,
    role.mission,
    role.tourOfDuty,
    role.summary,
    role.focus,
    role.functionName,
    role.standard,
    role.nature,
    ...role.stack,
    ...role.facts.map((one) => one.value),
    ...role.requirements.flatMap((one) => [
      one.competency,
      one.category,
      one.blurb,
      ...one.details.map((detail) => detail.text),
    ]),
    ...role.responsibilities.map((one) => `${one.lead ?? ''} ${one.text}`),
    ...role.kpis.flatMap((one) => [one.name, one.measures, one.why, one.target, one.note]),
    ...role.tools.flatMap((one) => [one.name, one.use]),
    ...role.milestones.map((one) => one.text),
    ...role.items.flatMap((one) => [one.name, one.text]),
    ...role.scorecard.flatMap((one) => [one.dimension, one.meets, one.exceeds]),
    ...role.faqs.flatMap((one) => [one.question, one.answer]),
    ...role.links.flatMap((one) => [one.title, one.note, one.tourOfDuty]),
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
