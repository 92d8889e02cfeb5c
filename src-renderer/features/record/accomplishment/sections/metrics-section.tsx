/** Metrics of an accomplishment: what was measured, before and after. */
import { Box, Flex } from '@mantine/core';
import type { Metric } from '../../../../../shared/api/accomplishment.ts';
import { EditInPlace } from '../edit-in-place.tsx';
import { FigureField } from '../figure-field.tsx';
import { changeText, numberText } from '../number-text.ts';
import { RemoveRow } from '../remove-row.tsx';
import { SavedField } from '../saved-field.tsx';
import { type SectionProps, withoutRow, withRow } from '../use-accomplishment.ts';
import classes from './metrics-section.module.css';
import { type RowProps, RowSection } from './row-section.tsx';

const blank = (id: string): Metric => ({ id, name: '', unit: '', baseline: null, value: null });

export function MetricsSection(props: SectionProps) {
  return (
    <RowSection
      {...props}
      label="Metrics"
      noun="metric"
      invitation="What was measured, before and after? 412 to 96 ms says more than faster."
      rows={props.accomplishment.metrics}
      blank={blank}
      asked="metric"
      layout={(rows) => (
        <Flex wrap="wrap" gap="0.75rem 2rem">
          {rows}
        </Flex>
      )}
      row={MetricItem}
    />
  );
}

function MetricItem({ row, id, isNew, change, act, onClosed, keepKey }: RowProps<Metric>) {
  const { name, unit, baseline, value } = row;
  const save = (patch: Partial<Metric>) =>
    change((now) => ({
      metrics: withRow(now.metrics, { ...(now.metrics.find((metric) => metric.id === id) ?? blank(id)), ...patch }),
    }));
  const trend = changeText(baseline, value, unit);
  return (
    <Box miw={0} maw="100%">
      <EditInPlace
        label="metric"
        startOpen={isNew}
        onClosed={onClosed}
        view={
          <>
            <span className={classes.figures}>
              {baseline === null && value === null ? <span className={classes.unit}>No figures yet</span> : null}
              {baseline === null ? null : numberText(baseline)}
              {baseline === null || value === null ? null : <span className={classes.arrow}> → </span>}
              {value === null ? null : numberText(value)}
              {unit === '' ? null : <span className={classes.unit}>&nbsp;{unit}</span>}
            </span>
            <Box component="span" className="cn-small cn-quiet" display="block" mt={2}>
              {[name || 'Name what was measured', trend].filter(Boolean).join(', ')}
            </Box>
          </>
        }
        acts={
          isNew ? null : (
            <RemoveRow
              label="Take metric out"
              act={act}
              onTakeOut={() => change((now) => ({ metrics: withoutRow(now.metrics, id) }))}
            />
          )
        }
      >
        {(track) => (
          <>
            <SavedField
              label="What was measured"
              keepKey={`${keepKey}:name`}
              width={190}
              value={name}
              placeholder="p95 feature read"
              track={track}
              onSave={(text) => save({ name: text.trim() })}
            />
            <FigureField
              label="Before"
              keepKey={`${keepKey}:baseline`}
              value={baseline}
              placeholder="412"
              track={track}
              onSave={(figure) => save({ baseline: figure })}
            />
            <FigureField
              label="After"
              keepKey={`${keepKey}:value`}
              value={value}
              placeholder="96"
              track={track}
              onSave={(figure) => save({ value: figure })}
            />
            <SavedField
              label="Unit"
              keepKey={`${keepKey}:unit`}
              width={84}
              value={unit}
              placeholder="ms"
              track={track}
              onSave={(text) => save({ unit: text.trim() })}
            />
          </>
        )}
      </EditInPlace>
    </Box>
  );
}
