/** What would convince a stranger: a link, or a sentence someone wrote. */
import { ActionIcon, Box, SegmentedControl, Stack } from '@mantine/core';
import { IconExternalLink, IconLink, IconQuote } from '@tabler/icons-react';
import type { Evidence } from '../../../../../shared/api/accomplishment.ts';
import { partialDateText } from '../../../../../shared/domain/dates/date-text.ts';
import { DateField } from '../../../../parts/text/date-field.tsx';
import { openAddress } from '../../../../parts/text/open-address.ts';
import { EditInPlace } from '../edit-in-place.tsx';
import { RemoveRow } from '../remove-row.tsx';
import { SavedField } from '../saved-field.tsx';
import { type SectionProps, withoutRow, withRow } from '../use-accomplishment.ts';
import classes from './evidence-section.module.css';
import { type RowProps, RowSection } from './row-section.tsx';

const blank = (id: string): Evidence => ({ id, kind: 'link', title: '', url: '', quote: '', notedOn: null });

export function EvidenceSection(props: SectionProps) {
  return (
    <RowSection
      {...props}
      label="Evidence"
      noun="evidence"
      invitation="No evidence yet. A link or a sentence someone wrote: what would convince a stranger."
      rows={props.accomplishment.evidence}
      blank={blank}
      layout={(rows) => <Stack gap="sm">{rows}</Stack>}
      row={EvidenceItem}
    />
  );
}

function EvidenceItem({ row, id, isNew, change, act, onClosed, keepKey }: RowProps<Evidence>) {
  const { kind, title, url, quote, notedOn } = row;
  const save = (patch: Partial<Evidence>) =>
    change((now) => ({
      evidence: withRow(now.evidence, {
        ...(now.evidence.find((evidence) => evidence.id === id) ?? blank(id)),
        ...patch,
      }),
    }));
  const isLink = kind === 'link';
  const shown = isLink
    ? title || url || 'Link without an address'
    : title || (quote === '' ? 'Quote without words' : `“${quote}”`);
  const when = notedOn === null ? '' : `, noted ${partialDateText(notedOn)}`;
  return (
    <EditInPlace
      label="evidence"
      startOpen={isNew}
      onClosed={onClosed}
      view={
        <span className={classes.line}>
          {isLink ? (
            <IconLink className={classes.icon} size={16} stroke={1.6} aria-hidden />
          ) : (
            <IconQuote className={classes.icon} size={16} stroke={1.6} aria-hidden />
          )}
          <Box component="span" className="cn-breaks cn-strong" c="var(--cn-text)">
            {shown}
            {!isLink && title !== '' && quote !== '' ? (
              <Box component="span" display="block" fw={400} c="var(--cn-text1)">
                “{quote}”
              </Box>
            ) : null}
          </Box>
          <Box component="span" className="cn-meta cn-quiet" pt={2}>
            {isLink ? `Link${when}` : `Quote${when}`}
          </Box>
        </span>
      }
      aside={
        isLink && /^(https?:\/\/|mailto:)/i.test(url) ? (
          <ActionIcon
            flex="none"
            my={-2}
            size={24}
            aria-label={`Open the address of ${shown}`}
            onClick={() => openAddress(url)}
          >
            <IconExternalLink size={16} stroke={1.6} />
          </ActionIcon>
        ) : null
      }
      acts={
        isNew ? null : (
          <RemoveRow
            label="Take evidence out"
            act={act}
            onTakeOut={() => change((now) => ({ evidence: withoutRow(now.evidence, id) }))}
          />
        )
      }
    >
      {(track) => (
        <>
          <SegmentedControl
            className={classes.kind}
            aria-label="Kind of evidence"
            value={kind}
            data={[
              { value: 'link', label: 'Link' },
              { value: 'quote', label: 'Quote' },
            ]}
            onChange={(value) => act(track(save({ kind: value === 'quote' ? 'quote' : 'link' })))}
          />
          <SavedField
            label={isLink ? 'Title' : 'Who wrote it, and where'}
            value={title}
            width={isLink ? 240 : 260}
            track={track}
            keepKey={`${keepKey}:title`}
            onSave={(text) => save({ title: text.trim() })}
          />
          <DateField label="Noted" value={notedOn} width={120} onSave={(date) => track(save({ notedOn: date }))} />
          {isLink ? (
            <SavedField
              label="Address"
              width="100%"
              inputMode="url"
              value={url}
              placeholder="https://"
              track={track}
              keepKey={`${keepKey}:url`}
              onSave={(text) => save({ url: text.trim() })}
            />
          ) : (
            <SavedField
              label="Quote"
              multiline
              width="100%"
              value={quote}
              track={track}
              keepKey={`${keepKey}:quote`}
              onSave={(text) => save({ quote: text.trim() })}
            />
          )}
        </>
      )}
    </EditInPlace>
  );
}
