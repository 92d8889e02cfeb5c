/** A document's prose: the block tree as React elements, never as HTML. */
import { Anchor } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { Block, Inline, ListItem } from '../../../shared/api/role-content.ts';
import classes from './document-blocks.module.css';
import { openAddress } from './open-address.ts';

interface InlinesProps {
  readonly inlines: readonly Inline[];
}

/** Runs of text; a link asks with its full address before anything opens. */
function Inlines({ inlines }: InlinesProps) {
  return inlines.map((inline, index) => {
    let content: ReactNode = inline.text;
    if (inline.mark === 'bold') content = <strong>{content}</strong>;
    else if (inline.mark === 'italic') content = <em>{content}</em>;
    else if (inline.mark === 'code') content = <span className={classes.code}>{content}</span>;
    const { href } = inline;
    if (href !== undefined) {
      content = (
        <Anchor component="button" type="button" className={classes.link} onClick={() => openAddress(href)}>
          {content}
        </Anchor>
      );
    }
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never move
    return <Fragment key={index}>{content}</Fragment>;
  });
}

interface ItemsProps {
  readonly items: readonly ListItem[];
  readonly isOrdered: boolean;
  readonly start?: number | undefined;
}

function Items({ items, isOrdered, start }: ItemsProps) {
  const rows = items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of a source never move
    <li key={index}>
      <Inlines inlines={item.inlines} />
      {item.items !== undefined && item.items.length > 0 && <Items items={item.items} isOrdered={false} />}
    </li>
  ));
  return isOrdered ? (
    <ol className={classes.list} start={start}>
      {rows}
    </ol>
  ) : (
    <ul className={classes.list}>{rows}</ul>
  );
}

interface BlocksProps {
  readonly blocks: readonly Block[];
}

/** Blocks in their order: paragraphs, quotes, lists with their own numbers, tables with every cell. */
export function DocumentBlocks({ blocks }: BlocksProps) {
  return (
    <div className={classes.blocks}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a source never move
        <OneBlock key={index} block={block} />
      ))}
    </div>
  );
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={classes.paragraph}>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'quote':
      return (
        <blockquote className={classes.quote}>
          <Inlines inlines={block.inlines} />
        </blockquote>
      );
    case 'list':
      return <Items items={block.items} isOrdered={block.isOrdered} start={block.start} />;
    case 'table':
      return <CellTable head={block.head} rows={block.rows} />;
  }
}

interface CellTableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function CellTable({ head, rows }: CellTableProps) {
  return (
    // A wide table scrolls within itself; it must be reachable without a pointer.
    // A group and not a region: a document may hold many tables, and landmarks are few.
    // biome-ignore lint/a11y/useSemanticElements: a group of nothing to fill in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable so that keys can scroll it
    <div role="group" className={classes.tableFrame} tabIndex={0} aria-label={head.join(', ') || 'Table'}>
      <table className={classes.table}>
        {head.some((cell) => cell !== '') && (
          <thead>
            <tr>
              {head.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <th key={index} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a source never move
            <tr key={place}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
