/** One employer, position, project or the like: its fields edited where they stand. */
import { ActionIcon, Button, Flex, Select, Switch } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Background } from '../../../../shared/api/record.ts';
import type { FieldValues } from '../../../../shared/domain/record/record-items.ts';
import {
  isRecordKind,
  ownerLink,
  type RecordField,
  type RecordKind,
  recordKinds,
} from '../../../../shared/vocabulary/record-kinds.ts';
import { answerKey, call, queryClient } from '../../../api.ts';
import { type AccomplishmentChange, patchOf, useChanges } from '../../../parts/saving/use-changes.ts';
import { DateField } from '../../../parts/text/date-field.tsx';
import { EditableText } from '../../../parts/text/editable-text.tsx';
import { HangingSection, Page, PageHead } from '../../../ui/pane.tsx';
import { blankValues, namedItems, titleOrUntitled, toItem, valuesOf } from './background-fields.ts';
import { FieldText } from './field-text.tsx';
import { namePositions } from './position-names.ts';

interface BackgroundDetailProps {
  readonly background: Background;
  readonly kind: RecordKind;
  /** Null for a new one: the first field that is saved makes it. */
  readonly id: string | null;
  /** What a new one stands under, such as the employer of a position. */
  readonly ownerId: string | null;
  readonly onMade: (id: string) => void;
  readonly onBin: () => void;
}

const merge = (now: FieldValues, patch: FieldValues): FieldValues => ({ ...now, ...patch });

export function BackgroundDetail({ background, kind, id, ownerId, onMade, onBin }: BackgroundDetailProps) {
  const { word, title, fields, period } = recordKinds[kind];
  const owner = ownerLink(kind);
  const titleLabel = fields[title]?.label ?? '';
  const [start, end, isCurrent] = period ?? [];
  const hasEnd = start !== undefined && end !== undefined;
  const [, navigate] = useLocation();
  const [error, setError] = useState<string | null>(null);
  const madeId = useRef(id);
  const blank: FieldValues = {
    ...blankValues(kind),
    ...(owner !== undefined && ownerId !== null ? { [owner.name]: ownerId } : {}),
  };
  const stored = (id === null ? null : valuesOf(background, kind, id)) ?? blank;

  /** Stores some fields on top of what main has by now: the window may show what is older. */
  const send = async (change: AccomplishmentChange<FieldValues, FieldValues>): Promise<void> => {
    const now = madeId.current === null ? null : valuesOf(await call('getBackground', {}), kind, madeId.current);
    const item = toItem(kind, { ...(now ?? blank), ...patchOf(change, now ?? blank) });
    const made = madeId.current === null ? await call('addBackgroundItem', { item }) : null;
    if (madeId.current !== null) await call('changeBackgroundItem', { id: madeId.current, item });
    madeId.current ??= made?.id ?? null;
    await queryClient.refetchQueries({ queryKey: answerKey('getBackground', {}) });
    if (made !== null) onMade(made.id);
  };
  const { shown, change: save } = useChanges({ id: id ?? 'new', data: stored, merge, send });
  const values = shown ?? stored;
  const set = (patch: FieldValues) => {
    setError(null);
    save(patch).catch((refusal: unknown) =>
      setError(refusal instanceof Error ? refusal.message : 'Not saved. Try again.'),
    );
  };
  const isOngoing = isCurrent !== undefined && values[isCurrent] === true;
  const text = (name: string): string => String(values[name] ?? '');
  const date = (name: string): string | null => (typeof values[name] === 'string' ? String(values[name]) : null);
  const keepKey = (name: string) => (id === null ? undefined : `${kind}:${id}:${name}`);
  return (
    <Page>
      <PageHead
        kind={word}
        title={
          <EditableText
            serif
            label={titleLabel}
            value={text(title)}
            placeholder={titleLabel}
            startOpen={id === null}
            keepKey={keepKey(title)}
            onSave={(next) => save({ [title]: next.trim() })}
          />
        }
        actions={
          id === null ? undefined : (
            <>
              {kind === 'position' ? (
                <Button variant="subtle" color="gray" onClick={() => navigate(`/record?position=${id}`)}>
                  Its accomplishments
                </Button>
              ) : null}
              <ActionIcon aria-label="Move to the bin" onClick={onBin}>
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            </>
          )
        }
      />
      {hasEnd ? (
        <HangingSection label="Dates">
          <Flex align="flex-start" wrap="wrap" gap="0.625rem 0.75rem">
            {[start, end].map((name) => (
              <DateField
                key={name}
                label={fields[name]?.label ?? ''}
                width={144}
                value={date(name)}
                disabled={name === end && isOngoing}
                placeholder={name === end && isOngoing ? 'now' : fields[name]?.placeholder}
                onSave={(next) => save({ [name]: next })}
              />
            ))}
            {isCurrent === undefined ? null : (
              <Switch
                mt={28}
                label={fields[isCurrent]?.label}
                checked={isOngoing}
                error={error}
                onChange={(event) =>
                  set({
                    [isCurrent]: event.currentTarget.checked,
                    ...(event.currentTarget.checked ? { [end]: null } : {}),
                  })
                }
              />
            )}
          </Flex>
        </HangingSection>
      ) : null}
      {Object.entries(fields)
        .filter(([name]) => name !== title && !(hasEnd && period?.includes(name)))
        .map(([name, field]) => (
          <HangingSection key={name} label={field.label}>
            {fieldOf(name, field)}
          </HangingSection>
        ))}
    </Page>
  );

  function fieldOf(name: string, field: RecordField): ReactNode {
    if (field.kind === 'date') {
      return (
        <DateField
          hideLabel
          label={field.label}
          value={date(name)}
          placeholder={field.placeholder}
          onSave={(next) => save({ [name]: next })}
        />
      );
    }
    if (field.kind === 'link' && isRecordKind(field.to)) {
      const { to, isRequired } = field;
      const data =
        to === 'position'
          ? namePositions(background).map((position) => ({
              value: position.id,
              label: position.span === '' ? position.label : `${position.label}, ${position.span}`,
            }))
          : namedItems(background, to).map((item) => ({ value: item.id, label: titleOrUntitled(to, item) }));
      return (
        <Select
          aria-label={field.label}
          w={320}
          maw="100%"
          searchable
          selectFirstOptionOnChange
          clearable={isRequired !== true}
          placeholder={field.placeholder}
          value={date(name)}
          data={data}
          onChange={(next) => set({ [name]: isRequired ? (next ?? '') : next })}
        />
      );
    }
    return (
      <FieldText field={field} value={text(name)} keepKey={keepKey(name)} onSave={(next) => save({ [name]: next })} />
    );
  }
}
