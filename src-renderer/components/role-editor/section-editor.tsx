/** The prose of a role: headings, and beneath each its paragraphs, lists and tables. */
import { ActionIcon, Button, NativeSelect, Textarea, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Block, RoleContent, Section } from '../../../shared/api/role-content.ts';
import { AddEntry } from './add-entry.tsx';
import { blockText, withText } from './block-text.ts';
import { EditText } from './edit-text.tsx';
import { EntryRows } from './entry-rows.tsx';
import classes from './role-editor.module.css';
import { keyOf, withAdded, withOrder, withoutRow, withRow } from './role-rows.ts';

interface SectionEditorProps {
  readonly role: RoleContent;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

const told = (change: Promise<void>): void => void change.catch(() => undefined);

export function SectionEditor({ role, onChange }: SectionEditorProps) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const { sections } = role;
  const add = (heading: string) => {
    const row: Section = { depth: sections.at(-1)?.depth ?? 1, heading, blocks: [] };
    told(onChange((now) => withAdded(now, 'sections', row, () => true)));
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
          onReorder={(keys) => told(onChange((now) => withOrder(now, 'sections', keys)))}
          onRemove={(key) => told(onChange((now) => withoutRow(now, 'sections', key)))}
          renderFields={(key) => {
            const section = sections.find((one) => keyOf(one) === key);
            return section === undefined ? null : (
              <SectionFields
                section={section}
                onSave={(patch) => onChange((now) => withRow(now, 'sections', key, patch))}
              />
            );
          }}
        />
      )}
      <AddEntry one="heading" onAdd={add} />
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
  readonly onSave: (patch: Partial<Record<keyof Section, unknown>>) => Promise<void>;
}

function SectionFields({ section, onSave }: SectionFieldsProps) {
  const { blocks } = section;
  const change = (place: number, block: Block) =>
    onSave({ blocks: blocks.map((one, index) => (index === place ? block : one)) });
  const add = (block: Block) => told(onSave({ blocks: [...blocks, block] }));
  return (
    <div className={classes.grid}>
      <EditText label="Heading" value={section.heading} isWide onSave={(heading) => onSave({ heading })} />
      <EditText
        label="Number"
        value={section.number ?? ''}
        onSave={(number) => onSave({ number: number.slice(0, 20) || undefined })}
      />
      <EditText
        label="In brackets"
        value={section.qualifier ?? ''}
        onSave={(qualifier) => onSave({ qualifier: qualifier || undefined })}
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
        onChange={(event) => told(onSave({ depth: Number(event.currentTarget.value) }))}
      />
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
        <div key={`${index} ${block.kind}`} className={classes.block}>
          {block.kind === 'table' ? (
            <TableFields block={block} onSave={(next) => change(index, next)} />
          ) : (
            <EditText
              label={BLOCK_NAMES[block.kind]}
              value={blockText(block)}
              isLong
              onSave={(text) => change(index, withText(block, text))}
            />
          )}
          <Tooltip label="Take out">
            <ActionIcon
              aria-label={`Take out ${BLOCK_NAMES[block.kind].toLowerCase()} ${index + 1}`}
              onClick={() => told(onSave({ blocks: blocks.filter((_, at) => at !== index) }))}
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

const BLOCK_NAMES = { paragraph: 'Paragraph', quote: 'Quote', list: 'List', table: 'Table' } as const;

type TableBlock = Extract<Block, { kind: 'table' }>;

interface TableFieldsProps {
  readonly block: TableBlock;
  readonly onSave: (block: TableBlock) => Promise<void>;
}

/** Every cell as a field of its own; a cell is saved when it is left. */
function TableFields({ block, onSave }: TableFieldsProps) {
  const cell = (label: string, value: string, save: (text: string) => Promise<void>) => (
    <Textarea
      key={`${label} ${value}`}
      aria-label={label}
      defaultValue={value}
      minRows={1}
      maxRows={8}
      onBlur={(event) => {
        if (event.currentTarget.value !== value) told(save(event.currentTarget.value));
      }}
    />
  );
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        {block.head.length > 0 && (
          <thead>
            <tr>
              {block.head.map((head, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <th key={column} scope="col">
                  {cell(`Head of column ${column + 1}`, head, (text) =>
                    onSave({ ...block, head: block.head.map((one, at) => (at === column ? text : one)) }),
                  )}
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
                  {cell(`Row ${place + 1}, column ${column + 1}`, value, (text) =>
                    onSave({
                      ...block,
                      rows: block.rows.map((one, at) =>
                        at === place ? one.map((old, from) => (from === column ? text : old)) : one,
                      ),
                    }),
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
