/** What else a role lists, by group: named entries as pairs, others as lines; the facts of its head; its questions. */
import { Flex, Stack } from '@mantine/core';
import type { RoleSpec } from '../../../../shared/api/role.ts';
import type { RoleItemContent } from '../../../../shared/api/role-content.ts';
import { groupedRuns } from '../../../../shared/domain/role/requirement-words.ts';
import { labelFields } from '../../../../shared/domain/role/role-parts.ts';
import { roleFields } from '../../../../shared/vocabulary/role-shape.ts';
import { Markdown } from '../../../parts/text/markdown.tsx';
import classes from './chapters.module.css';
import { leadText } from './list-chapters.tsx';

interface ItemsProps {
  readonly items: readonly RoleItemContent[];
}

export function ItemGroups({ items }: ItemsProps) {
  return (
    <Stack gap="lg">
      {groupedRuns(items, (item) => item.group ?? '').map((run) => (
        <div key={run.label}>
          {run.label !== '' && <h3 className={classes.groupHead}>{run.label}</h3>}
          <ItemRun items={run.rows} />
        </div>
      ))}
    </Stack>
  );
}

const hasName = (item: RoleItemContent): boolean => item.name !== undefined && item.name !== '';

/** Pairs of name and text where every entry has both; else lines, a name leading its text. */
function ItemRun({ items }: ItemsProps) {
  if (items.every((item) => hasName(item) && item.text !== '')) {
    return (
      <Flex component="dl" direction="column">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a source may say the same, and rows never move
          <div key={index} className={classes.pair}>
            <dt>{item.name}</dt>
            <dd>{item.text}</dd>
          </div>
        ))}
      </Flex>
    );
  }
  return (
    <ul className={classes.lines}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a source may say the same, and rows never move
        <li key={index}>
          {hasName(item) && <span className="cn-bold">{leadText(item.name, item.text)}</span>}
          {item.text}
        </li>
      ))}
    </ul>
  );
}

/** What the head of a document states in a word or a figure, with what the level works on and works with. */
export function Glance({ role }: { readonly role: RoleSpec }) {
  const stated = ([...labelFields, 'focus'] as const).map((field) => [roleFields[field].label, role[field]] as const);
  const badges = role.facts.filter((fact) => !fact.label);
  return (
    <Flex component="dl" direction="column">
      {[
        ...role.facts.filter((fact) => fact.label).map((fact) => [fact.label ?? '', fact.value] as const),
        ...stated.filter(([, value]) => value !== undefined && value !== ''),
      ].map(([label, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two facts of a source may be labelled alike, and rows never move
        <div key={index} className={classes.pair}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {badges.length > 0 && (
        <div className={classes.pair}>
          <dt>Badges</dt>
          <dd>
            <Words words={badges.map((fact) => fact.value)} />
          </dd>
        </div>
      )}
      {role.stack.length > 0 && (
        <div className={classes.pair}>
          <dt>Stack</dt>
          <dd>
            <Words words={role.stack} />
          </dd>
        </div>
      )}
    </Flex>
  );
}

function Words({ words }: { readonly words: readonly string[] }) {
  return (
    <ul className={classes.words}>
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two words of a source may be the same, and they never move
        <li key={index}>{word}</li>
      ))}
    </ul>
  );
}

export function Faqs({ role }: { readonly role: RoleSpec }) {
  return (
    <Stack gap="lg">
      {role.faqs.map((faq, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a source may say the same, and rows never move
        <div key={index}>
          <h3 className={classes.groupHead}>{faq.question}</h3>
          <div className={classes.prose}>
            <Markdown text={faq.answer} />
          </div>
        </div>
      ))}
    </Stack>
  );
}
