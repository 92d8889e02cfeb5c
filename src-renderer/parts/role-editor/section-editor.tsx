/** The prose of a role: headings, and beneath each its paragraphs, lists and tables. */
import { ActionIcon, Button, NativeSelect, Textarea, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Block, RoleContent, Section } from '../../../shared/api/role-content.ts';
import { useSavedContent } from '../saving/use-saved-content.ts';
import { AddEntry } from './add-entry.tsx';
import { blockText, withText } from './block-text.ts';
import { keyOf, withAdded, withOrder, withoutRow, withRow } from './edit-content.ts';
import { EditText } from './edit-text.tsx';
import { EntryRows } from './entry-rows.tsx';
import classes from './role-editor.module.css';
import { ignoreRefusal } from './use-role-draft.ts';

interface SectionEditorProps {
  readonly role: RoleContent;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

export function SectionEditor({ role, onChange }: SectionEditorProps) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const { sections } = role;
  const add = (heading: string) => {
    const row: Section = { depth: sections.at(-1)?.depth ?? 1, heading, blocks: [] };
    ignoreRefusal(onChange((now) => withAdded(now, 'sections', row, () => true)));
  };
  return (
    <>
      {sections.length > 0 && (
        <EntryRows
          label="Prose"
          entries={sections.map((section) => ({
            key: keyOf(section),
            words: [section.number, section.heading].filter(Boolean).join(' '),
            about: aboutText(section),
          }))}
          openKey={openKey}
          onOpen={setOpenKey}
          onReorder={(keys) => ignoreRefusal(onChange((now) => withOrder(now, 'sections', keys)))}
          onRemove={(key) => ignoreRefusal(onChange((now) => withoutRow(now, 'sections', key)))}
          renderFields={(key) => {
            const section = sections.find((section) => keyOf(section) === key);
            return section === undefined ? null : (
              <SectionFields
                section={section}
                onSave={(make) =>
                  onChange((now) => {
                    const row = now.sections.find((other) => keyOf(other) === key);
                    return row === undefined ? now : withRow(now, 'sections', key, make(row));
                  })
                }
              />
            );
          }}
        />
      )}
      <AddEntry noun="heading" onAdd={add} />
    </>
  );
}

function aboutText(section: Section): string {
  const first = section.blocks[0];
  const words = first === undefined ? '' : first.kind === 'table' ? first.head.join(' · ') : blockText(first);
  // the signs of marks are for the field, not for reading
  return [section.qualifier, words.replace(/[*`]/g, '').slice(0, 160)].filter(Boolean).join(' · ');
}

interface SectionFieldsProps {
  readonly section: Section;
  /** Changes what the section is by then, which may be more than what was drawn. */
  readonly onSave: (make: (now: Section) => Partial<Record<keyof Section, unknown>>) => Promise<void>;
}

function SectionFields({ section, onSave }: SectionFieldsProps) {
  const { blocks } = section;
  const change = (place: number, make: (now: Block) => Block) =>
    onSave((now) => ({ blocks: now.blocks.map((block, index) => (index === place ? make(block) : block)) }));
  const add = (block: Block) => ignoreRefusal(onSave((now) => ({ blocks: [...now.blocks, block] })));
  return (
    <div className={classes.grid}>
      <EditText label="Heading" value={section.heading} isWide onSave={(heading) => onSave(() => ({ heading }))} />
      <EditText
        label="Number"
        value={section.number ?? ''}
        onSave={(number) => onSave(() => ({ number: number.slice(0, 20) || undefined }))}
      />
      <EditText
        label="In brackets"
        value={section.qualifier ?? ''}
        onSave={(qualifier) => onSave(() => ({ qualifier: qualifier || undefined }))}
      />
      <NativeSelect
        size="xs"
        className={classes.field}
        label="Depth"
        value={String(section.depth)}
        data={[1, 2, 3, 4, 5, 6].map((depth) => ({
          value: String(depth),
          label: depth === 1 ? 'A chapter' : `Heading ${depth}`,
        }))}
        onChange={(event) => {
          const depth = Number(event.currentTarget.value);
          ignoreRefusal(onSave(() => ({ depth })));
        }}
      />
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
        <div key={`${index} ${block.kind}`} className={classes.block}>
          {block.kind === 'table' ? (
            <TableFields
              block={block}
              onSave={(make) => change(index, (now) => (now.kind === 'table' ? make(now) : now))}
            />
          ) : (
            <EditText
              label={blockNames[block.kind]}
              value={blockText(block)}
              isLong
              onSave={(text) => change(index, (now) => (now.kind === 'table' ? now : withText(now, text)))}
            />
          )}
          <Tooltip label="Take out">
            <ActionIcon
              aria-label={`Take out ${blockNames[block.kind].toLowerCase()} ${index + 1}`}
              onClick={() => ignoreRefusal(onSave((now) => ({ blocks: now.blocks.filter((_, at) => at !== index) })))}
            >
              <IconX size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <div className={classes.blockActs}>
        <Button variant="subtle" color="gray" onClick={() => add({ kind: 'paragraph', inlines: [] })}>
          Add a paragraph
        </Button>
        <Button variant="subtle" color="gray" onClick={() => add({ kind: 'list', isOrdered: false, items: [] })}>
          Add a list
        </Button>
      </div>
    </div>
  );
}

const blockNames = { paragraph: 'Paragraph', quote: 'Quote', list: 'List', table: 'Table' } as const;

type TableBlock = Extract<Block, { kind: 'table' }>;

interface TableFieldsProps {
  readonly block: TableBlock;
  readonly onSave: (make: (now: TableBlock) => TableBlock) => Promise<void>;
}

interface TableCellProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<void>;
}

/** A cell is saved when it is left. */
function TableCell({ label, value, onSave }: TableCellProps) {
  const { content, change, leave } = useSavedContent({ saved: value, save: onSave, pauseMs: null });
  return (
    <Textarea
      aria-label={label}
      value={content}
      minRows={1}
      maxRows={8}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => void leave()}
    />
  );
}

/** Every cell as a field of its own. */
function TableFields({ block, onSave }: TableFieldsProps) {
  const saveHead = (column: number, text: string) =>
    onSave((now) => ({ ...now, head: now.head.map((cell, at) => (at === column ? text : cell)) }));
  const saveCell = (place: number, column: number, text: string) =>
    onSave((now) => ({
      ...now,
      rows: now.rows.map((row, at) => (at === place ? row.map((cell, from) => (from === column ? text : cell)) : row)),
    }));
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        {block.head.length > 0 && (
          <thead>
            <tr>
              {block.head.map((head, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <th key={column} scope="col">
                  <TableCell
                    label={`Head of column ${column + 1}`}
                    value={head}
                    onSave={(text) => saveHead(column, text)}
                  />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a source never move
            <tr key={place}>
              {row.map((value, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <td key={column}>
                  <TableCell
                    label={`Row ${place + 1}, column ${column + 1}`}
                    value={value}
                    onSave={(text) => saveCell(place, column, text)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
