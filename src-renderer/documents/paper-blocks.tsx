/** Sections of a document as they are set: headings, paragraphs, lists with the source's own numbers, tables. */
import { createContext, Fragment, useContext } from 'react';
import type {
  PaperBlock,
  PaperCell,
  PaperColumn,
  PaperItem,
  PaperRowGroup,
  PaperRun,
  PaperSection,
} from '../../shared/api/document.ts';
import { directionIn } from '../../shared/domain/paper/text-direction.ts';
import { PaperTile } from './paper-tile.tsx';
import { TypesetText } from './typeset-text.tsx';

/** The direction of the whole document, by which those of its texts are decided. */
export const DirectionContext = createContext<'ltr' | 'rtl'>('ltr');

/** A table of no more and no longer cells stays on one page. */
const shortRows = 4;
const shortText = 120;

export function PaperSections({ sections }: { readonly sections: readonly PaperSection[] }) {
  return sections.map((section) => (
    <section key={section.id} className={`chapter ${section.id}`}>
      <h2>{section.heading}</h2>
      {section.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a page never move
        <OneBlock key={index} block={block} />
      ))}
    </section>
  ));
}

function OneBlock({ block }: { readonly block: PaperBlock }) {
  const direction = useContext(DirectionContext);
  switch (block.kind) {
    case 'heading':
      return block.depth === 3 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case 'paragraph':
      return block.style === 'quote' ? (
        <blockquote dir={directionOfRuns(direction, block.runs)}>
          <Runs runs={block.runs} />
        </blockquote>
      ) : (
        <p className={block.style} data-opens={opens(block.runs)} dir={directionOfRuns(direction, block.runs)}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list':
      return <Items items={block.items} />;
    case 'table':
      return <Table columns={block.columns} groups={block.groups} />;
  }
}

function directionOfRuns(direction: 'ltr' | 'rtl', runs: readonly PaperRun[]): 'ltr' | 'rtl' {
  return directionIn(direction, runs.map((run) => run.text).join(''));
}

/** Whether a text announces what follows it. */
function opens(runs: readonly PaperRun[]): true | undefined {
  return runs.at(-1)?.text.trimEnd().endsWith(':') || undefined;
}

function Runs({ runs }: { readonly runs: readonly PaperRun[] }) {
  return runs.map((run, index) => {
    const text = <TypesetText text={run.text} />;
    const marked = run.mark === 'bold' ? <b>{text}</b> : run.mark === 'italic' ? <i>{text}</i> : text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text never move
      <span key={index}>{run.href === null ? marked : <a href={run.href}>{marked}</a>}</span>
    );
  });
}

/** Numbers are list markers where each item has one; among items without they stand in the text. */
function Items({ items }: { readonly items: readonly PaperItem[] }) {
  const direction = useContext(DirectionContext);
  const isNumbered = items.every((item) => /^\d+\.$/.test(item.marker));
  const rows = items.map((item, index) => (
    <li
      // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list never move
      key={index}
      value={isNumbered ? Number.parseInt(item.marker, 10) : undefined}
      data-opens={opens(item.runs)}
      dir={directionOfRuns(direction, item.runs)}
    >
      {isNumbered || item.marker === '' ? null : `${item.marker} `}
      <Runs runs={item.runs} />
      {item.items.length === 0 ? null : <Items items={item.items} />}
    </li>
  ));
  return isNumbered ? <ol>{rows}</ol> : <ul>{rows}</ul>;
}

function Table({
  columns,
  groups,
}: {
  readonly columns: readonly PaperColumn[];
  readonly groups: readonly PaperRowGroup[];
}) {
  const whole = columns.reduce((sum, column) => sum + column.share, 0);
  const hasHead = columns.some((column) => column.head !== '');
  const rows = groups.flatMap((group) => group.rows);
  const isShort = rows.length <= shortRows && rows.flat().every((cell) => cell.text.length <= shortText);
  return (
    <table className="paper-table" data-short={isShort || undefined}>
      <colgroup>
        {columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
          <col key={at} style={{ width: `${(100 * column.share) / whole}%` }} />
        ))}
      </colgroup>
      {hasHead ? (
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
              <th key={at} scope="col" className={column.kind}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      {groups.map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups never move
        <tbody key={place}>
          {group.heading === '' ? null : (
            <tr className="group">
              <th scope="rowgroup" colSpan={columns.length} dir="auto">
                {group.heading}
              </th>
            </tr>
          )}
          {group.rows.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
            <tr key={at}>
              {columns.map((column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <Cell key={index} column={column} cell={cells[index]} />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Words joined by a slash may part after it; a column is narrow. */
function CellText({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=\p{L}{2}\/)(?=\p{L}{2})/u);
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
    <Fragment key={at}>
      {at === 0 ? null : <wbr />}
      <TypesetText text={part} />
    </Fragment>
  ));
}

function Cell({ column, cell }: { readonly column: PaperColumn; readonly cell: PaperCell | undefined }) {
  const content =
    cell === undefined ? null : (
      <>
        {cell.level === null ? null : (
          <>
            <PaperTile level={cell.level} /> {cell.level.label}
          </>
        )}
        <CellText text={cell.text} />
        {cell.notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the notes of a cell never move
          <div key={index} className="cell-note">
            {note.label === '' ? null : <i>{note.label} </i>}
            <CellText text={note.text} />
          </div>
        ))}
      </>
    );
  return column.kind === 'lead' && cell?.text ? (
    <th scope="row" dir="auto">
      {content}
    </th>
  ) : (
    <td className={column.kind} dir="auto">
      {content}
    </td>
  );
}
